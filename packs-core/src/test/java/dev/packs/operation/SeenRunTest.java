package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.packs.Problem;
import dev.packs.activity.Both;
import dev.packs.activity.Measured;
import dev.packs.activity.Work;
import dev.packs.pack.PackRef;
import dev.packs.progress.Progress;
import dev.packs.report.RunReport;
import dev.packs.variables.DetectedValues;
import dev.packs.version.VersionConstraint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of real work, and what a run's report makes of it. */
class SeenRunTest {

    private static final RunReport RUN =
            new RunReport("generate", "default", "com.acme:app", Instant.parse("2026-11-23T10:00:00.123456Z"));

    @TempDir
    private Path folder;

    private Bench bench;
    private final Measured measured = new Measured(System::nanoTime);

    @BeforeEach
    void a_pack_with_a_package_templates_and_a_file() {
        bench = new Bench(folder);
        bench.activity = measured;
        bench.packages.offer("css", "1.0.0");
        bench.packs
                .pack("model", "1.0.0", """
                        [[packages]]
                        name = "org.example:css"
                        version = "1.0.0"
                        install_path = "css"

                        [[variables]]
                        name = "word"
                        default = "hello"

                        [[variables]]
                        name = "password"
                        secret = true
                        required = true

                        [[templates]]
                        name = "main"
                        source = "templates/main.txt"
                        output = "main.txt"
                        """)
                .with("templates/main.txt", "[(${word})]\n")
                .with("files/fixed.txt", "fixed\n");
    }

    @Test
    void everything_that_is_expected_is_reached() {
        Progress progress = new Progress();
        bench.activity = new Both(measured, progress);

        generate();
        assertThat(progress.line()).isEmpty();
        generate();
        scaffold(false);
        assertThat(progress.line()).isEmpty();
    }

    private UpdatedModule generate() {
        Module module = new Module(
                "app",
                folder,
                folder.resolve("out"),
                List.of(new PackDeclaration(
                        "model",
                        Bench.name("model"),
                        VersionConstraint.parse("1.0.0"),
                        new TreeMap<>(Map.of("password", "hunter2x")),
                        Optional.empty(),
                        List.of())),
                Map.of(),
                Optional.empty());
        return new GenerateDeclared(bench.prepare(), bench.use(), bench.graphs)
                .run(new GenerateDeclared.Request(
                        module,
                        "settings",
                        Map.of(),
                        Optional.empty(),
                        module.ids(),
                        new GenerateDeclared.Mode("packs 1", false, false, false, false, true)));
    }

    private JsonNode report(RunReport.Outcome outcome) throws IOException {
        List<Map<String, Object>> entries = new ArrayList<>();
        entries.add(RUN.entry(outcome, measured, Duration.ofMillis(250)));
        String text = RunReport.document(entries);
        assertThat(text).doesNotContain("hunter2x");
        JsonNode document = new ObjectMapper().readTree(text);
        assertThat(document.get("format").asInt()).isOne();
        return document.get("runs").get(0);
    }

    @Test
    void a_run_tells_what_it_took_what_it_did_and_how_long() throws IOException {
        JsonNode run = report(new RunReport.Outcome.Done(new UpdatedModules(List.of(generate()), false)));

        assertThat(run.get("goal").asText()).isEqualTo("generate");
        assertThat(run.get("started").asText()).isEqualTo("2026-11-23T10:00:00.123Z");
        assertThat(run.get("milliseconds").asInt()).isEqualTo(250);
        assertThat(run.get("success").asBoolean()).isTrue();
        assertThat(run.get("packs").get(0).get("pack").asText()).isEqualTo("com.acme:model:1.0.0");
        assertThat(run.get("packs").get(0).get("source").asText()).isEqualTo("repository");
        assertThat(run.get("packs").get(0).get("digest").asText()).startsWith("sha256:");
        int written = run.get("changes").get("written").asInt();
        assertThat(written).isGreaterThanOrEqualTo(3);
        assertThat(run.get("changes").get("of").asText()).isEqualTo("files");
        JsonNode work = run.get("work");
        assertThat(work.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("resolve", "download", "verify", "query", "render", "write");
        assertThat(work.get("resolve").get("pieces").asInt()).isEqualTo(2);
        assertThat(work.get("render").get("pieces").asInt()).isOne();
        assertThat(work.get("render").get("bytes").asInt()).isEqualTo("hello\n".length());
        // The package into the store, each file, and both of them moved in.
        assertThat(work.get("write").get("pieces").asInt()).isEqualTo(1 + written + 1);
        assertThat(run.get("result").get("modules").get(0).get("module").asText())
                .isEqualTo("app");
    }

    @Test
    void a_second_run_says_what_stayed() throws IOException {
        generate();
        JsonNode run = report(new RunReport.Outcome.Done(new UpdatedModules(List.of(generate()), false)));

        assertThat(run.get("changes").get("written").asInt()).isZero();
        assertThat(run.get("changes").get("kept").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_run_that_fails_tells_its_packs_and_its_problems_and_no_result() throws IOException {
        bench.packs.pack("model", "1.0.0", """
                [[templates]]
                name = "main"
                source = "templates/main.txt"
                output = "main.txt"

                [[variables]]
                name = "password"
                secret = true
                """).with("templates/main.txt", "[(${nothing})]\n");
        List<Problem> problems = Bench.problems(this::generate);

        JsonNode run = report(new RunReport.Outcome.Failed(problems));

        assertThat(run.get("success").asBoolean()).isFalse();
        assertThat(run.get("problems").get(0).get("code").asText()).isEqualTo("PACKS-303");
        assertThat(run.get("packs")).hasSize(1);
        assertThat(run.get("work").get("render").get("pieces").asInt()).isOne();
        assertThat(run.has("result")).isFalse();
        assertThat(run.has("changes")).isFalse();
    }

    @Test
    void a_fault_of_ours_is_told_by_its_class_alone() throws IOException {
        JsonNode run = report(new RunReport.Outcome.Broken("java.lang.IllegalStateException"));

        assertThat(run.get("success").asBoolean()).isFalse();
        assertThat(run.get("fault").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void installations_and_removals_count_packages_and_lists_add_them_up() {
        InstalledPacks first = bench.install("model@1.0.0");
        InstalledPacks second = bench.install("model@1.0.0");

        assertThat(new ReportList("installations", List.of(first, second)).tally())
                .contains(new Report.Tally("packages", 1, 1, 0));
        assertThat(new ReportList("installations", List.of()).tally()).isEmpty();
        assertThat(measured.total(Work.VERIFY).bytes()).isPositive();
    }

    @Test
    void a_project_counts_its_files_and_a_plan_writes_none() {
        GeneratedProject written = scaffold(false);
        GeneratedProject planned = scaffold(true);

        assertThat(written.tally()).contains(new Report.Tally("files", written.written(), 0, 0));
        assertThat(planned.tally())
                .hasValueSatisfying(tally -> assertThat(tally.written()).isZero());
        assertThat(measured.total(Work.RENDER).pieces()).isEqualTo(2);
    }

    private GeneratedProject scaffold(boolean dryRun) {
        return new GenerateProject(bench.library(), bench.prepare(), bench.use(), bench.engines())
                .run(new GenerateProject.Request(
                        (PackRef.Named) PackRef.parse("com.acme:model"),
                        Optional.of("shop"),
                        folder,
                        Optional.empty(),
                        List.of(),
                        new GenerateProject.Answers(
                                List.of(),
                                Map.of("var.password", "hunter2x"),
                                Optional.empty(),
                                name -> DetectedValues.ofScaffold(Optional.of(name), Optional.empty(), Instant.EPOCH)),
                        new GenerateProject.Mode(dryRun, false, false, false)));
    }
}
