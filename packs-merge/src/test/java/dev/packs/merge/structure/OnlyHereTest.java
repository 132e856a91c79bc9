package dev.packs.merge.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The libraries that keep the layout of files are seen by these packages alone, and they see of ours what their class loader shows them. */
class OnlyHereTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"));

    @Test
    void nobody_else_uses_them() {
        classes()
                .should()
                .resideInAnyPackage("dev.packs.merge.structure", "dev.packs.merge.markdown")
                .check(CLASSES);
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
                        "dev.packs.markdown",
                        "dev.packs.merge",
                        "dev.packs.merge.markdown",
                        "dev.packs.merge.structure",
                        "dev.packs.version")
                .check(CLASSES);
    }
}
