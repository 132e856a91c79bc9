package dev.packs.archetype.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** archetype-common and Velocity are seen by one package alone, and the engine uses no more of ours than the port and the rooms below it. */
class OnlyHereTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"));

    @Test
    void nobody_else_uses_archetype_common_or_velocity() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.packs.archetype.bridge")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..", "org.codehaus..", "org.jdom2..", "org.eclipse..")
                .check(CLASSES);
    }

    @Test
    void the_bridge_uses_the_port_and_what_lies_below_it() {
        classes()
                .that()
                .resideInAPackage("dev.packs.archetype.bridge")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.apache.maven.archetype..",
                        "org.apache.maven.model..",
                        "org.apache.velocity..",
                        "org.codehaus.plexus..",
                        "org.jdom2..",
                        // Named in signatures of archetype-common.
                        "org.eclipse.aether..",
                        "dev.packs",
                        "dev.packs.fence",
                        "dev.packs.archetype",
                        "dev.packs.archetype.bridge",
                        "dev.packs.io",
                        "dev.packs.rendering",
                        "dev.packs.integrity")
                .check(CLASSES);
    }

    @Test
    void only_the_logger_lies_elsewhere() {
        classes()
                .should()
                .resideInAnyPackage("dev.packs.archetype.bridge", "dev.packs.archetype.export..", "org.slf4j.impl")
                .check(CLASSES);
    }
}
