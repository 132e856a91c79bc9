package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody starts a project, in an empty folder and with nothing but the plugin. */
class ScaffoldIT {

    @TempDir
    private Path folder;

    private Path work;

    @BeforeEach
    void an_empty_folder() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
    }

    @Test
    void a_command_line_program_is_generated_and_its_own_tests_pass() {
        goal("generate", "-Dpack=cli-app", "-Dname=my-tool").succeeds().shows("Generated `my-tool`");

        verified("my-tool");
    }

    @Test
    void a_database_is_migrated_by_the_tests_of_what_is_generated() {
        goal("generate", "-Dpack=database-advanced", "-Dname=shop-data")
                .succeeds()
                .shows("Generated `shop-data`", "+ database/backup.sh");

        verified("shop-data");
    }

    @Test
    void what_watches_and_deploys_a_service_is_added_to_it() {
        goal("generate", "-Dpack=cli-app", "-Dname=my-api").succeeds();
        goal(
                        "generate",
                        "-Dpack=production-deployment",
                        "-Dname=my-api",
                        "-Dvar.port=9000",
                        "-Dpacks.output=my-api",
                        "-Dpacks.force")
                .succeeds()
                .shows("+ deploy/kubernetes/base/deployment.yaml", "+ monitoring/compose.yaml");

        Tree project = Tree.of(work.resolve("my-api"));
        assertThat(project.text("README.md")).contains("bin/my-api --help");
        assertThat(project.text("deploy/kubernetes/base/deployment.yaml")).contains("containerPort: 9000");
        assertThat(project.text("monitoring/prometheus/prometheus.yml")).contains("host.docker.internal:9000");
    }

    @Test
    void in_a_folder_that_is_not_empty_nothing_changes_unless_forced() throws IOException {
        Path project = Files.createDirectory(work.resolve("shared"));
        Files.writeString(project.resolve("LICENSE"), "mine", StandardCharsets.UTF_8);
        Files.writeString(project.resolve("notes.txt"), "mine too", StandardCharsets.UTF_8);
        Tree before = Tree.of(project);
        String[] generate = {"-Dpack=base-java", "-Dname=shared"};

        goal("generate", generate).fails().shows("LICENSE", "-Dpacks.force").doesNotShow("Generated `");
        before.isUntouchedIn(Tree.of(project));

        goal("generate", "-Dpack=base-java", "-Dname=shared", "-Dpacks.force")
                .succeeds()
                .shows("~ LICENSE");
        Tree after = Tree.of(project);
        assertThat(after.text("LICENSE")).contains("Apache License");
        assertThat(after.text("notes.txt")).isEqualTo("mine too");
        assertThat(after.files()).containsKey(".editorconfig");
    }

    @Test
    void every_wrong_variable_is_reported_at_once_and_the_document_is_written_all_the_same() {
        goal(
                        "generate",
                        "-Dpack=web-api-starter",
                        "-Dname=my-api",
                        "-Dvar.database=oracle",
                        "-Dvar.port=99999",
                        "-Dvar.java_version=eight",
                        "-Dvar.enable_atuh=true",
                        "-Dpacks.format=json",
                        "-Dpacks.outputFile=report.json")
                .fails()
                .shows("BUILD FAILURE");
        Tree left = Tree.of(work).holdsExactly("report.json");

        assertThat(left.text("report.json"))
                .contains("\"success\" : false")
                .contains("`oracle`", "`postgres`", "`99999`", "65535", "`eight`", "`enable_atuh`", "enable_auth");
    }

    @Test
    void a_plan_and_a_dry_run_write_nothing() {
        goal("plan", "-Dpack=cli-app", "-Dname=my-tool")
                .succeeds()
                .shows("Would generate `my-tool`", "+ pom.xml", "Nothing was written");
        goal("generate", "-Dpack=cli-app", "-Dname=my-tool", "-Dpacks.dryRun")
                .succeeds()
                .shows("Would generate `my-tool`", "+ pom.xml", "Nothing was written");

        assertThat(work).isEmptyDirectory();
    }

    private MavenResult goal(String goal, String... arguments) {
        List<String> all = new ArrayList<>(List.of(Harness.plugin() + ":" + goal));
        all.addAll(Arrays.asList(arguments));
        return MavenRun.in(work).run(all.toArray(String[]::new));
    }

    private void verified(String name) {
        MavenRun.in(work.resolve(name))
                .timeout(Duration.ofMinutes(8))
                .run("verify")
                .succeeds()
                .shows("Tests run:", "Failures: 0, Errors: 0, Skipped: 0", "BUILD SUCCESS");
    }
}
