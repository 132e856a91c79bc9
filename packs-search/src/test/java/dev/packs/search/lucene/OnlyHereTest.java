package dev.packs.search.lucene;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Lucene is seen by this package alone (the table of packs-core keeps it from there), and this package sees of ours what its class loader shows it. */
class OnlyHereTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"));

    @Test
    void nobody_else_uses_lucene() {
        classes().should().resideInAPackage("dev.packs.search.lucene").check(CLASSES);
    }

    @Test
    void it_uses_the_port_and_no_more_of_ours() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.apache.lucene..",
                        "dev.packs",
                        "dev.packs.pack",
                        "dev.packs.search",
                        "dev.packs.search.lucene",
                        "dev.packs.version")
                .check(CLASSES);
    }
}
