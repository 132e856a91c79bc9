package dev.packs.terminal.jline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The engine uses no more of ours than the port and what lies below it: its class loader shows it nothing else. */
class OnlyHereTest {

    @Test
    void the_terminal_uses_its_port_and_jline_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.jline..",
                        "dev.packs",
                        "dev.packs.terminal",
                        "dev.packs.terminal.jline")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPath(Path.of("target/classes")));
    }
}
