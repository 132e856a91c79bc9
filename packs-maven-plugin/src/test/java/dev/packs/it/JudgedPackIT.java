package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author has a pack judged before others get it: is it sound, does it do what it should, how good is it, and what has its next version to be called. */
class JudgedPackIT {

    private static final String GROUP = "com.acme.judged";
    private static final String LANGUAGE = """

            [[variables]]
            name = "language"
            type = "string"
            options = ["de", "fr"]
            default = "de"
            description = "The language"
            example = "fr"

            [[variables]]
            name = "loud"
            type = "boolean"
            default = false
            description = "Whether it shouts"
            example = true

            [[templates]]
            name = "shout"
            source = "templates/greeting.md"
            output = "[(${language == 'fr' ? 'GREETING' : 'SHOUT'})].md"
            when = "${loud}"
            """;

    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @Test
    void a_pack_is_judged_from_its_first_check_to_the_number_of_its_next_version() throws IOException {
        MavenRun.in(folder)
                .run(Harness.plugin() + ":init", "-Dname=greeter", "-Dvar.group_id=" + GROUP)
                .succeeds();
        project = folder.resolve("greeter");
        String manifest = Files.readString(project.resolve("src/main/pack/pack.toml"), StandardCharsets.UTF_8);
        write("src/main/pack/pack.toml", manifest + LANGUAGE);

        // Two outputs get one name, for one language and when it is loud: the document says where, beside the line.
        maven("packs:validate", "-q", "-Dpacks.format=sarif", "-Dpacks.outputFile=target/packs.sarif")
                .fails();
        JsonNode result = new ObjectMapper()
                .readTree(project.resolve("target/packs.sarif").toFile())
                .at("/runs/0/results/0");
        assertThat(result.path("ruleId").asText()).isEqualTo("PACKS-307");
        assertThat(result.at("/message/text").asText())
                .contains("`GREETING.md` would be written twice")
                .contains("where `language` is `fr` and `loud` is `true`");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/main/pack/pack.toml");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isGreaterThan(30);

        // Mended, the phase verify finds nothing any more.
        write("src/main/pack/pack.toml", manifest + LANGUAGE.replace("'GREETING'", "'CRI'"));
        replace("0.1.0-SNAPSHOT</version>\n    <packaging>", "1.0.0</version>\n    <packaging>");
        maven("install")
                .succeeds()
                .shows(
                        "as expected in 1 golden case",
                        "is valid: 2 templates",
                        "files: all 4 combinations, no two of one path");

        // One case leaves a way untaken; with another one accepted, which travels with the pack, it is good enough for
        // the build to go on.
        maven("packs:score", "-Dpacks.minScore=80")
                .fails()
                .shows(
                        "PACKS-342 the pack com.acme.judged:greeter:1.0.0 scores 38 of 100",
                        "tests: a golden case in which when ${loud} holds");
        write("src/main/pack/cases/loud/answers.toml", "project_name = \"hello\"\nloud = true\n");
        maven("packs:test", "-Dpacks.accept").succeeds().shows("+ SHOUT.md");
        maven("packs:score", "-Dpacks.minScore=50")
                .succeeds()
                .shows(
                        "com.acme.judged:greeter:1.0.0 scores 50 of 100",
                        "tests          30 of 30",
                        "2 golden cases as expected (6 points): good-morning, loud",
                        "2 of 2 branches");

        // Without French the next version breaks those who speak it, and its number has to say so.
        write(
                "src/main/pack/pack.toml",
                manifest
                        + LANGUAGE.replace("'GREETING'", "'CRI'")
                                .replace(", \"fr\"]", "]")
                                .replace("example = \"fr\"\n", ""));
        replace("1.0.0</version>\n    <packaging>", "1.1.0</version>\n    <packaging>");
        maven("packs:diff", "-Dpack=com.acme.judged:greeter@1.0.0", "-Dpacks.failOnBreak")
                .fails()
                .shows(
                        "PACKS-343 what changed is major, and from 1.0.0 to 1.1.0 does not say so: it has to be 2.0.0",
                        "the variable `language` has no option `fr` any more");
        maven("install", "-DskipTests").succeeds();
        MavenRun.in(folder)
                .run("packs:diff", "-Dpack=com.acme.judged:greeter@1.0.0,com.acme.judged:greeter@1.1.0")
                .succeeds()
                .shows("com.acme.judged:greeter:1.0.0 -> 1.1.0", "major: the variable `language` has no option");
    }

    @Test
    void an_embedded_pack_is_judged_too() {
        MavenRun.in(folder)
                .run("packs:validate", "-Dpack=web-api-starter")
                .succeeds()
                .shows(
                        "dev.packs.starters:web-api-starter:1.0.0 is valid",
                        "needs: 1 other pack and 1 package, all found",
                        "files: all 144 combinations (16 of what decides about files)")
                .doesNotShow("WARNING");
        MavenRun.in(folder)
                .run("packs:score", "-Dpack=web-api-starter")
                .succeeds()
                .shows(
                        "dev.packs.starters:web-api-starter:1.0.0 scores 68 of 100",
                        "3 golden cases as expected (6 points): h2, mysql, postgres",
                        "`find_related_packages` answers with ");
    }

    private void replace(String from, String to) throws IOException {
        String pom = Files.readString(project.resolve("pom.xml"), StandardCharsets.UTF_8);
        assertThat(pom).contains(from);
        write("pom.xml", pom.replace(from, to));
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
