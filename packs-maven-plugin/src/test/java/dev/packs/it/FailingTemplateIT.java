package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FM3: a template cannot be rendered. FM7: variables are missing. */
class FailingTemplateIT {

    private static final String REPORT = "target/packs/report.json";

    @TempDir
    private Path folder;

    @Test
    void a_template_that_fails_leaves_nothing_and_with_keepGoing_only_itself_is_missing() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish()
                    .add(TestPack.of("com.acme.fm3", "starter", "1.0.0")
                            .template("good", "good.txt", "good\n")
                            .template("bad", "docs/bad.txt", "first line\n[(${project_nam})]\n")
                            .template("other", "docs/other.txt", "other\n"));
            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dpack=com.acme.fm3:starter", "-Dname=my-api")
                    .fails()
                    .shows("PACKS-303", "starter!/templates/bad:2:5:", "`project_nam`");
            bench.written().holdsExactly();

            bench.maven()
                    .run(
                            Harness.plugin() + ":generate",
                            "-Dpack=com.acme.fm3:starter",
                            "-Dname=my-api",
                            "-Dpacks.keepGoing")
                    .fails()
                    .shows("PACKS-303", "templates/bad:2:", "the project is incomplete", "-Dpacks.force");
            bench.written()
                    .holdsExactly(
                            "my-api/good.txt",
                            "my-api/docs/other.txt",
                            "my-api/.packs/answers.toml",
                            "my-api/.packs/packs.lock");
        }
    }

    @Test
    void a_declared_pack_that_fails_leaves_output_and_lock_and_with_keepGoing_the_rest_is_written() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            TestPack sound = TestPack.of("com.acme.fm3", "bound", "1.0.0")
                    .template("good", "good.txt", "one\n")
                    .template("bad", "bad.txt", "one\n");
            bench.publish()
                    .add(sound)
                    .add(TestPack.of("com.acme.fm3", "bound", "2.0.0")
                            .with("[[variables]]\nname = \"password\"\nsecret = true\n")
                            .template("good", "good.txt", "two\n")
                            .template("bad", "bad.txt", "[(${password})] [(${nothing})]\n"));
            declare(bench, "1.0.0");
            bench.maven().run(Harness.plugin() + ":generate").succeeds();
            declare(bench, "2.0.0");
            Tree before = bench.written();
            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dvar.password=hunter2x")
                    .fails()
                    .shows("PACKS-303", "templates/bad:1:21:", "`nothing`");
            assertThat(before.touchedIn(bench.written())).containsExactly(REPORT);
            assertThat(before.text(REPORT)).contains("\"success\" : true", "com.acme.fm3:bound:1.0.0");
            assertThat(bench.written().text(REPORT))
                    .contains("\"success\" : false", "PACKS-303", "com.acme.fm3:bound:2.0.0", "\"repository\"")
                    .doesNotContain("\"result\"", "hunter2x");

            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dpacks.keepGoing", "-Dvar.password=hunter2x")
                    .fails()
                    .shows("PACKS-303", "templates/bad:1:");
            String output = "target/generated-sources/packs/bound/";
            assertThat(bench.written().text(output + "good.txt")).isEqualTo("two\n");
        }
    }

    @Test
    void every_variable_that_is_missing_or_wrong_is_reported_at_once_with_an_example() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish()
                    .add(TestPack.of("com.acme.fm7", "starter", "1.0.0")
                            .with("""
                            [[variables]]
                            name = "database"
                            type = "string"
                            required = true
                            options = ["postgres", "h2"]
                            [[variables]]
                            name = "package"
                            type = "string"
                            required = true
                            example = "com.acme.shop"
                            [[variables]]
                            name = "port"
                            type = "integer"
                            default = 8080
                            max = 65535
                            """)
                            .template("a", "a.txt", "[(${database})] [(${package})] [(${port})]\n"));
            bench.maven()
                    .run(
                            Harness.plugin() + ":generate",
                            "-Dpack=com.acme.fm7:starter",
                            "-Dname=my-api",
                            "-Dvar.port=70000")
                    .fails()
                    .shows("PACKS-304", "`database`", "postgres")
                    .shows("PACKS-304", "`package`", "com.acme.shop")
                    .shows("PACKS-305", "`port`", "70000", "65535");
            bench.written().holdsExactly();
            bench.maven()
                    .run(
                            Harness.plugin() + ":generate",
                            "-Dpack=com.acme.fm7:starter",
                            "-Dname=my-api",
                            "-Dvar.database=h2",
                            "-Dvar.package=com.acme.shop")
                    .succeeds();
            assertThat(bench.written().text("my-api/a.txt")).isEqualTo("h2 com.acme.shop 8080\n");
        }
    }

    private static void declare(Workbench bench, String version) throws IOException {
        Files.createDirectories(bench.work());
        Files.writeString(bench.work().resolve("pom.xml"), TestPom.declaring("com.acme.fm3", "bound", version));
    }
}
