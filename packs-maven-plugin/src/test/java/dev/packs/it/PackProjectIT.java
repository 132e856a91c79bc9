package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author starts a pack, builds it with plain Maven, and publishes it. */
class PackProjectIT {

    private static final String GROUP = "com.acme.author";

    @TempDir
    private Path folder;

    private Path work;
    private Path project;

    @BeforeEach
    void a_pack_project() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        project = work.resolve("welcome");
        MavenRun.in(work)
                .run(Harness.plugin() + ":init", "-Dname=welcome", "-Dvar.group_id=" + GROUP)
                .succeeds()
                .shows("Generated `welcome`", "+ pom.xml", "+ src/main/pack/pack.toml", "cd welcome");
    }

    @Test
    void it_installs_deploys_and_is_released_by_its_version_alone() throws IOException {
        maven("install")
                .succeeds()
                .shows("as expected in 1 golden case", "is valid: 1 template", "BUILD SUCCESS")
                .doesNotShow("WARNING");
        Path installed = Harness.ofBuild().localRepository().resolve("com/acme/author/welcome/0.1.0-SNAPSHOT");
        assertThat(installed.resolve("welcome-0.1.0-SNAPSHOT.jar")).exists();
        assertThat(installed.resolve("welcome-0.1.0-SNAPSHOT.toml")).exists();

        replace("pom.xml", "0.1.0-SNAPSHOT</version>\n    <packaging>", "1.0.0</version>\n    <packaging>");
        maven("deploy", "-DaltDeploymentRepository=market::default::" + market())
                .succeeds();
        byte[] jar = Files.readAllBytes(released("welcome-1.0.0.jar"));
        assertThat(released("welcome-1.0.0.pom")).content().contains("<packaging>pack</packaging>");
        assertThat(released("welcome-1.0.0.toml")).content().contains(GROUP, "welcome", "1.0.0");
        try (JarFile entries = new JarFile(released("welcome-1.0.0.jar").toFile())) {
            assertThat(entries.stream().map(entry -> entry.getName()))
                    .contains("pack.toml", "templates/greeting.md", "README.md")
                    .anyMatch(name -> name.startsWith("META-INF/packs/"));
        }

        // A second build from the same sources, on another day and under another name of the folder.
        Path copy = Files.move(project, work.resolve("elsewhere"));
        project = copy;
        maven("clean", "package", "-Duser.timezone=Asia/Tokyo").succeeds();
        assertThat(Files.readAllBytes(copy.resolve("target/welcome-1.0.0.jar"))).isEqualTo(jar);

        MavenRun.in(work)
                .repository("market", market())
                .run(
                        Harness.plugin() + ":generate",
                        "-Dpack=" + GROUP + ":welcome@^1.0",
                        "-Dname=hello",
                        "-Dvar.greeting=Good morning")
                .succeeds()
                .shows("Generated `hello` from com.acme.author:welcome 1.0.0");
        assertThat(work.resolve("hello/GREETING.md"))
                .hasContent("# Good morning, hello\n\nWritten by the pack welcome.");
    }

    @Test
    void a_variable_that_is_not_declared_is_found_with_file_line_and_column() throws IOException {
        replace("src/main/pack/templates/greeting.md", "[(${greeting})]", "[(${greting})]");

        maven("verify")
                .fails()
                .shows(
                        "BUILD FAILURE",
                        "templates/greeting.md:1:7: the variable `greting`",
                        "did you mean `greeting`?");
        maven(Harness.plugin() + ":validate", "-Dpacks.format=json", "-Dpacks.outputFile=target/report.json")
                .fails();
        assertThat(project.resolve("target/report.json"))
                .content()
                .containsSubsequence(
                        "\"success\" : false", "`greting`", "greeting.md\"", "\"line\" : 1", "\"column\" : 7");
    }

    private String market() {
        return folder.resolve("market").toUri().toString();
    }

    private Path released(String file) {
        return folder.resolve("market/com/acme/author/welcome/1.0.0").resolve(file);
    }

    private void replace(String file, String old, String now) throws IOException {
        Path path = project.resolve(file);
        String text = Files.readString(path, StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, now), StandardCharsets.UTF_8);
    }

    private MavenResult maven(String... arguments) {
        return MavenRun.in(project).run(arguments);
    }
}
