package dev.packs.merge.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The libraries that keep the layout of files are seen by this package alone, and this package sees of ours what its class loader shows it. */
class OnlyHereTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"));

    @Test
    void nobody_else_uses_them() {
        classes().should().resideInAPackage("dev.packs.merge.structure").check(CLASSES);
    }

    @Test
    void it_uses_the_port_and_no_more_of_ours() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.core..",
                        "eu.maveniverse.domtrip..",
                        "org.commonmark..",
                        "org.snakeyaml.engine..",
                        "dev.packs",
                        "dev.packs.fence",
                        "dev.packs.io",
                        "dev.packs.merge",
                        "dev.packs.merge.structure",
                        "dev.packs.version")
                .check(CLASSES);
    }
}
