package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author changes a pack, sees what that does to what it generates, and accepts it; and has what comes out built. */
class GoldenCasesIT {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>com.acme.golden</groupId>
                <artifactId>[(${project_name})]</artifactId>
                <version>1</version>
                <packaging>pom</packaging>
            </project>
            """;

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void a_pack_project() {
        MavenRun.in(folder)
                .run(Harness.plugin() + ":init", "-Dname=golden", "-Dvar.group_id=com.acme.golden")
                .succeeds();
        project = folder.resolve("golden");
    }

    @Test
    void a_difference_fails_the_build_until_it_is_mended_or_accepted() throws IOException {
        write("src/test/pack/german/answers.toml", "greeting = \"Guten Tag\"\nproject_name = \"hallo\"\n");
        maven("packs:test", "-Dpacks.accept", "-Dpacks.case=german")
                .succeeds()
                .shows("german: 1 file in", "accepted 1 change", "+ GREETING.md")
                .doesNotShow("good-morning");
        Path expected = project.resolve("src/test/pack/german/expected/GREETING.md");
        assertThat(expected).hasContent("# Guten Tag, hallo\n\nWritten by the pack golden.");
        maven("test").succeeds().shows("as expected in 2 golden cases");

        write(
                "src/main/pack/templates/greeting.md",
                "# [(${greeting})] [(${project_name})]\n\nWritten by the pack [(${pack.name})].\n");
        maven("test")
                .fails()
                .shows(
                        "BUILD FAILURE",
                        "PACKS-340 " + expected.toRealPath()
                                + ":1: case `german`: `GREETING.md` has `# Guten Tag hallo` in line 1,"
                                + " and `# Guten Tag, hallo` is expected",
                        "`GREETING.md` has `# Good morning hello` in line 1",
                        "2 of 2 golden cases differ: german, good-morning",
                        "mvn packs:test -Dpacks.accept -Dpacks.case=german,good-morning");
        maven("test", "-DskipTests").succeeds().shows("Tests are skipped.");
        maven("test", "-Dmaven.test.skip").succeeds().shows("Tests are skipped.");
        maven("packs:test", "-Dpacks.format=json", "-Dpacks.outputFile=target/report.json")
                .fails();
        assertThat(project.resolve("target/report.json"))
                .content()
                .containsSubsequence("\"success\" : false", "PACKS-340", "\"line\" : 1");

        maven("packs:test", "-Dpacks.accept").succeeds().shows("~ GREETING.md");
        maven("test").succeeds().shows("as expected in 2 golden cases");
        assertThat(expected).content().startsWith("# Guten Tag hallo\n");
    }

    @Test
    void what_a_case_generates_is_built_where_the_case_says_so() throws IOException {
        String manifest = Files.readString(project.resolve("src/main/pack/pack.toml"), StandardCharsets.UTF_8);
        write(
                "src/main/pack/pack.toml",
                manifest + "\n[[templates]]\nname = \"pom\"\nsource = \"templates/pom.xml\"\noutput = \"pom.xml\"\n");
        write("src/main/pack/templates/pom.xml", POM);
        write("src/test/pack/good-morning/case.toml", "build = [\"validate\"]\n");
        // What only this project's builds are to see.
        write(".mvn/maven.config", "-Pof-this-project-alone\n");
        maven("packs:test", "-Dpacks.accept").succeeds().shows("+ pom.xml");

        maven("test").succeeds().shows("good-morning: 2 files in", "built in");
        Path log = project.resolve("target/packs/test/good-morning/build.log");
        assertThat(log)
                .content()
                .contains("com.acme.golden:hello", "BUILD SUCCESS")
                .doesNotContain("of-this-project-alone");

        write("src/test/pack/good-morning/case.toml", "build = [\"no-such-phase\"]\n");
        maven("test")
                .fails()
                .shows(
                        "PACKS-341 case `good-morning`: the build `mvn no-such-phase` in",
                        "build.log",
                        "Unknown lifecycle phase");
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }

    private MavenResult maven(String... arguments) {
        return MavenRun.in(project).run(arguments);
    }
}
