package dev.packs.graph.rdf4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** RDF4J is seen by this package alone (the table of packs-core keeps it from there), and this package sees of ours what its class loader shows it. */
class OnlyHereTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"));

    @Test
    void nobody_else_uses_rdf4j() {
        classes().should().resideInAPackage("dev.packs.graph.rdf4j").check(CLASSES);
    }

    @Test
    void it_uses_the_port_and_no_more_of_ours() {
        classes()
                .that()
                .resideInAPackage("dev.packs.graph.rdf4j")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "org.xml.sax..",
                        "org.jspecify..",
                        "org.eclipse.rdf4j..",
                        "no.hasmac..",
                        "dev.packs",
                        "dev.packs.fence",
                        "dev.packs.graph",
                        "dev.packs.graph.rdf4j",
                        "dev.packs.integrity")
                .check(CLASSES);
    }
}
