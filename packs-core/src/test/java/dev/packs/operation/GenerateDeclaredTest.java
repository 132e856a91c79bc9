package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.generation.BoundGeneration;
import dev.packs.generation.UpToDateCheck;
import dev.packs.report.JsonReport;
import dev.packs.source.MemorySource;
import dev.packs.version.VersionConstraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateDeclaredTest {

    private static final GenerateDeclared.Mode USUAL =
            new GenerateDeclared.Mode("packs 1", false, false, false, false, true);

    @TempDir
    private Path folder;

    private Bench bench;
    private final List<PackDeclaration> declarations = new ArrayList<>();
    private final List<String> graphs = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();
    private Optional<Path> answers = Optional.empty();

    @BeforeEach
    void write() {
        bench = new Bench(folder);
        publish("1.0.0", "[(${word})]\n");
        declare("model", "[1.0,2.0)", Map.of());
    }

    private void publish(String version, String template) {
        bench.packs
                .pack("model", version, """
                        [[variables]]
                        name = "word"
                        type = "string"
                        default = "hello"

                        [[templates]]
                        name = "main"
                        source = "templates/main.txt"
                        output = "main.txt"
                        """)
                .with("templates/main.txt", template)
                .with("files/fixed.txt", "fixed\n");
    }

    private void declare(String id, String constraint, Map<String, String> variables) {
        declare(id, constraint, variables, Optional.empty());
    }

    private void declare(String id, String constraint, Map<String, String> variables, Optional<Path> file) {
        declarations.add(new PackDeclaration(
                id, Bench.name("model"), VersionConstraint.parse(constraint), new TreeMap<>(variables), file, graphs));
    }

    private Module module() {
        return new Module("app", folder, folder.resolve("out"), declarations, Map.of(), Optional.empty());
    }

    private UpdatedModule generate(GenerateDeclared.Mode mode) {
        return generate(mode, module().ids());
    }

    private UpdatedModule generate(GenerateDeclared.Mode mode, Set<String> own) {
        return new GenerateDeclared(bench.prepare(), bench.use(), bench.graphs)
                .run(new GenerateDeclared.Request(module(), "settings", properties, answers, own, mode));
    }

    private boolean isUpToDate(String id) {
        Path root = folder.resolve("out").resolve(id);
        return UpToDateCheck.isUpToDate(
                BoundGeneration.ledgerOf(root), DeclaredKey.of("settings", DeclaredKey.textOf(bench.lockFile())), root);
    }

    private String text(String path) {
        return Bench.read(folder.resolve("out").resolve(path));
    }

    @Test
    void the_output_is_written_locked_and_then_up_to_date() {
        UpdatedModule updated = generate(USUAL);

        assertThat(text("model/main.txt")).isEqualTo("hello\n");
        assertThat(updated.lines())
                .containsExactly(
                        "model: 2 created, 0 replaced, 0 deleted, 0 unchanged (1 rendered)", "wrote packs.lock");
        assertThat(updated.changed())
                .containsExactly(folder.resolve("out/model/fixed.txt"), folder.resolve("out/model/main.txt"));
        assertThat(bench.lockFile()).exists();
        assertThat(isUpToDate("model")).isTrue();
    }

    @Test
    void only_what_changed_is_written_and_told() {
        generate(USUAL);
        properties.put("var.word", "bye");

        UpdatedModule updated = generate(USUAL);

        assertThat(updated.changed()).containsExactly(folder.resolve("out/model/main.txt"));
        assertThat(updated.lockWritten()).isFalse();
        assertThat(text("model/main.txt")).isEqualTo("bye\n");
    }

    @Test
    void a_lock_that_somebody_spelled_in_another_way_is_neither_rewritten_nor_a_reason_to_render() {
        generate(USUAL);
        String own = "# our versions\n" + Bench.read(bench.lockFile());
        Bench.write(bench.lockFile(), own);

        generate(USUAL);

        assertThat(Bench.read(bench.lockFile())).isEqualTo(own);
        assertThat(isUpToDate("model")).isTrue();
    }

    @Test
    void the_same_pack_twice_has_two_outputs() {
        declare("second", "[1.0,2.0)", Map.of("word", "two"));
        declare("third", "[1.0,2.0)", Map.of("word", "three"));
        properties.put("var.third.word", "3");

        generate(USUAL);

        assertThat(text("model/main.txt")).isEqualTo("hello\n");
        assertThat(text("second/main.txt")).isEqualTo("two\n");
        assertThat(text("third/main.txt")).isEqualTo("3\n");
    }

    @Test
    void an_execution_renders_its_own_declarations_and_leaves_those_of_others() {
        declare("second", "[1.0,2.0)", Map.of());
        generate(USUAL, Set.of("model"));

        assertThat(folder.resolve("out/second")).doesNotExist();

        UpdatedModule updated = generate(USUAL, Set.of("second"));

        assertThat(updated.forgotten()).isEmpty();
        assertThat(text("model/main.txt")).isEqualTo("hello\n");
        assertThat(text("second/main.txt")).isEqualTo("hello\n");
        assertThat(updated.lockWritten()).isFalse();
    }

    @Test
    void output_of_a_declaration_that_is_gone_goes_and_what_others_put_there_stays() {
        declare("second", "[1.0,2.0)", Map.of());
        generate(USUAL);
        Bench.write(folder.resolve("out/second/mine.txt"), "mine\n");
        declarations.remove(1);

        UpdatedModule updated = generate(USUAL);

        assertThat(Bench.tree(folder.resolve("out/second"))).containsOnlyKeys("mine.txt");
        assertThat(updated.changed())
                .containsExactlyInAnyOrder(
                        folder.resolve("out/second/fixed.txt"), folder.resolve("out/second/main.txt"));
        assertThat(updated.lines()).contains("deleted 2 files of packs that are no longer declared");
    }

    @Test
    void with_the_last_declaration_all_folders_go_that_were_made_for_it() {
        bench.packs.pack("model", "1.0.0", "").with("files/a/b/one.txt", "1\n").with("files/a/two.txt", "2\n");
        generate(USUAL);
        declarations.clear();
        Bench.write(folder.resolve("beside.txt"), "mine\n");
        properties.put("var.other", "1");

        UpdatedModule updated = generate(USUAL);

        assertThat(updated.forgotten()).hasSize(2);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("beside.txt")).exists();
        assertThat(Bench.read(bench.lockFile())).doesNotContain("model");
    }

    @Test
    void folders_of_a_declaration_that_is_gone_stay_where_somebody_else_has_a_file() {
        bench.packs.pack("model", "1.0.0", "").with("files/a/b/one.txt", "1\n").with("files/a/two.txt", "2\n");
        declare("second", "[1.0,2.0)", Map.of());
        generate(USUAL);
        Bench.write(folder.resolve("out/second/a/mine.txt"), "mine\n");
        declarations.remove(1);

        generate(USUAL);

        assertThat(folder.resolve("out/second/a/mine.txt")).exists();
        assertThat(folder.resolve("out/second/a/b")).doesNotExist();
        assertThat(folder.resolve("out/model/a/b/one.txt")).exists();
    }

    @Test
    void the_strongest_value_wins_from_the_defaults_up_to_the_command_line() {
        Path file = Bench.write(folder.resolve("model.toml"), "word = \"file of the pom\"\n");
        declarations.clear();
        declare("model", "[1.0,2.0)", Map.of(), Optional.of(file));
        generate(USUAL);
        assertThat(text("model/main.txt")).isEqualTo("file of the pom\n");

        declarations.clear();
        declare("model", "[1.0,2.0)", Map.of("word", "pom"), Optional.of(file));
        generate(USUAL);
        assertThat(text("model/main.txt")).isEqualTo("pom\n");

        answers = Optional.of(Bench.write(folder.resolve("all.toml"), "word = \"answers\"\n"));
        generate(USUAL);
        assertThat(text("model/main.txt")).isEqualTo("answers\n");

        properties.put("var.word", "command line");
        generate(USUAL);
        assertThat(text("model/main.txt")).isEqualTo("command line\n");

        properties.put("var.model.word", "for this one");
        generate(USUAL);
        assertThat(text("model/main.txt")).isEqualTo("for this one\n");
    }

    @Test
    void an_answers_file_that_changed_is_seen_by_the_next_build() throws IOException {
        Path file = Bench.write(folder.resolve("model.toml"), "word = \"one\"\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        answers = Optional.of(file);
        generate(USUAL);
        assertThat(isUpToDate("model")).isTrue();

        Bench.write(file, "word = \"two\"\n");

        assertThat(isUpToDate("model")).isFalse();
    }

    @Test
    void a_snapshot_from_a_repository_never_counts_as_up_to_date() {
        publish("2.0.0-SNAPSHOT", "moving\n");
        declarations.clear();
        declare("model", "2.0.0-SNAPSHOT", Map.of());

        generate(USUAL);

        assertThat(text("model/main.txt")).isEqualTo("moving\n");
        assertThat(isUpToDate("model")).isFalse();
    }

    @Test
    void a_module_of_the_build_is_taken_before_the_repository() {
        bench.workspace.add(MemorySource.module("model", "1.2.0-SNAPSHOT", ""));

        UpdatedModule updated = new GenerateDeclared(bench.prepare(), bench.use(), bench.graphs)
                .run(new GenerateDeclared.Request(module(), "settings", Map.of(), answers, Set.of("model"), USUAL));

        assertThat(updated.changed()).isEmpty();
        assertThat(Bench.read(bench.lockFile())).contains("1.2.0-SNAPSHOT").doesNotContain("sha256");
    }

    @Test
    void frozen_fails_before_anything_is_written() {
        GenerateDeclared.Mode frozen = new GenerateDeclared.Mode("packs 1", true, false, false, false, true);

        assertThat(Bench.codes(() -> generate(frozen))).containsExactly(ProblemCode.LOCK_FROZEN);
        assertThat(folder.resolve("out")).doesNotExist();

        generate(USUAL);
        assertThat(generate(frozen).changed()).isEmpty();
    }

    @Test
    void a_dry_run_says_what_would_change_and_writes_nothing() {
        UpdatedModules planned = new UpdatedModules(
                List.of(generate(new GenerateDeclared.Mode("packs 1", false, false, false, true, true))), true);

        assertThat(planned.lines())
                .contains("  + model/main.txt")
                .last()
                .isEqualTo("Nothing was written; the next build writes it.");
        assertThat(JsonReport.succeeded("plan", planned)).contains("\"created\" : [\n");
        assertThat(folder.resolve("out/model")).doesNotExist();
        assertThat(bench.lockFile()).doesNotExist();
    }

    @Test
    void when_one_declaration_fails_no_output_and_no_lock_is_written() {
        declare("second", "[1.0,2.0)", Map.of("wrod", "x"));

        assertThat(Bench.problems(() -> generate(USUAL)))
                .extracting(Problem::code)
                .contains(ProblemCode.VARIABLE_UNKNOWN);

        assertThat(folder.resolve("out/model")).doesNotExist();
        assertThat(bench.lockFile()).doesNotExist();
    }

    @Test
    void with_keep_going_what_can_be_rendered_is_written_and_the_build_fails() {
        publish("1.1.0", "[(${word.length.size})]\n");

        assertThat(Bench.problems(
                        () -> generate(new GenerateDeclared.Mode("packs 1", false, false, true, false, true))))
                .isNotEmpty();

        assertThat(text("model/fixed.txt")).isEqualTo("fixed\n");
        assertThat(folder.resolve("out/model/main.txt")).doesNotExist();
        assertThat(isUpToDate("model")).isFalse();
    }

    @Test
    void a_value_that_nobody_asks_for_fails_a_lone_module_and_warns_where_another_one_may_want_it() {
        properties.put("var.world", "x");

        assertThat(Bench.codes(() -> generate(USUAL))).containsExactly(ProblemCode.VARIABLE_UNKNOWN);

        UpdatedModule updated = generate(new GenerateDeclared.Mode("packs 1", false, false, false, false, false));

        assertThat(updated.warnings()).extracting(Problem::code).containsExactly(ProblemCode.VARIABLE_UNKNOWN);
        assertThat(text("model/main.txt")).isEqualTo("hello\n");
    }

    @Test
    void the_packages_of_a_build_stay_in_the_store() {
        bench.packs.pack("model", "1.5.0", "[[packages]]\nname = \"org.example:css\"\nversion = \"1.0\"\n");
        bench.packages.offer("css", "1.0");
        generate(USUAL);

        new CleanStore(bench.use()).run(new CleanStore.Request(true, Optional.empty(), Instant.now()));

        assertThat(bench.stored()).containsExactly("org.example:css:1.0");
    }

    @Test
    void without_settings_the_next_build_looks_again() {
        new GenerateDeclared(bench.prepare(), bench.use(), bench.graphs)
                .run(new GenerateDeclared.Request(module(), "", properties, answers, Set.of("model"), USUAL));

        assertThat(isUpToDate("model")).isFalse();
    }

    private void publishDriven(String gates) {
        bench.packs
                .pack("model", "1.0.0", """
                        [[templates]]
                        name = "each"
                        source = "templates/each.txt"
                        output = "[(${row.s.local})].txt"
                        for_each = "row : query(labels)"

                        [[templates]]
                        name = "plain"
                        source = "templates/plain.txt"
                        output = "plain.txt"

                        [sparql_queries]
                        labels = "queries/labels.rq"
                        """)
                .with("templates/each.txt", "[(${row.o})]\n")
                .with("templates/plain.txt", "plain\n")
                .with("queries/labels.rq", "SELECT label\n")
                .with("graph/own.ttl", "thing label Thing\n")
                .with("gates/odd.rq", gates);
    }

    @Test
    void a_graph_of_the_project_drives_a_pack_and_is_watched() {
        publishDriven("# MESSAGE: {?s} is odd\nSELECT odd\n");
        graphs.add("ontology/*.ttl");
        declarations.clear();
        declare("model", "1.0.0", Map.of());
        Path file = Bench.write(folder.resolve("ontology/shop.ttl"), "shop label Shop\n");
        long past = System.currentTimeMillis() - 60_000;
        age(past, file, folder.resolve("ontology"));
        generate(USUAL);

        assertThat(text("model/thing.txt")).isEqualTo("Thing\n");
        assertThat(text("model/shop.txt")).isEqualTo("Shop\n");
        assertThat(isUpToDate("model")).isTrue();
        assertThat(bench.graphs.opened).isOne();
        assertThat(bench.graphs.closed).isOne();

        Bench.write(file, "shop label Store\nshop other x\n");
        assertThat(isUpToDate("model")).isFalse();
        assertThat(generate(USUAL).lines())
                .containsExactly("model: 0 created, 1 replaced, 0 deleted, 2 unchanged (1 rendered)");

        age(past, file, folder.resolve("ontology"));
        generate(USUAL);
        assertThat(isUpToDate("model")).isTrue();
        Path second = Bench.write(folder.resolve("ontology/more.ttl"), "club label Club\n");
        assertThat(isUpToDate("model")).isFalse();
        generate(USUAL);
        assertThat(text("model/club.txt")).isEqualTo("Club\n");
        second.toFile().delete();
        assertThat(isUpToDate("model")).isFalse();
        assertThat(generate(USUAL).lines().get(0)).contains("1 deleted");
    }

    private static void age(long millis, Path... paths) {
        for (Path path : paths) {
            assertThat(path.toFile().setLastModified(millis)).isTrue();
        }
    }

    @Test
    void a_gate_stops_every_declaration_before_anything_is_written() {
        publishDriven("# MESSAGE: {?s} is odd\nSELECT odd\n");
        graphs.add("odd.ttl");
        Bench.write(folder.resolve("odd.ttl"), "shop odd 1\n");
        declare("second", "1.0.0", Map.of());

        assertThat(Bench.problems(() -> generate(USUAL)))
                .extracting(Problem::toString)
                .containsExactly("PACKS-507 model!/gates/odd.rq: <urn:x:shop> is odd (?o = 1)");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(bench.graphs.closed).isEqualTo(bench.graphs.opened);
    }

    @Test
    void a_gate_that_cannot_be_asked_stops_as_well() {
        publishDriven("SELECT boom\n");

        assertThat(Bench.codes(() -> generate(USUAL))).containsExactly(ProblemCode.QUERY_FAILED);
        assertThat(Bench.codes(() -> generate(new GenerateDeclared.Mode("packs 1", false, false, true, false, true))))
                .containsExactly(ProblemCode.QUERY_FAILED);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_graph_that_is_not_there_is_the_declarations_fault() {
        graphs.add("gone.ttl");
        declare("second", "1.0.0", Map.of());

        assertThat(Bench.codes(() -> generate(USUAL))).containsExactly(ProblemCode.DECLARATION_INVALID);
        assertThat(bench.graphs.engines).isZero();
    }

    @Test
    void hooks_of_declared_packs_never_run_and_are_told_whenever_something_is_generated() {
        bench.packs.pack("model", "1.0.0", """
                        [[hooks.post_generate]]
                        run = ["touch", "ran"]
                        """).with("files/main.txt", "\n");
        declare("second", "[1.0,2.0)", Map.of());

        UpdatedModule updated = generate(USUAL);

        assertThat(Bench.tree(folder.resolve("out")).keySet())
                .allMatch(path -> path.endsWith("main.txt") || path.contains("ledger"));
        assertThat(updated.warnings())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("PACKS-157 pom.xml: <packs>/<pack> model: the pack com.acme:model:1.0.0 has"
                                        + " 1 hook, which never run in a build")
                                .contains("mvn packs:show -Dpack=com.acme:model"),
                        second -> assertThat(second).contains("<pack> second"));
        assertThat(isUpToDate("model")).isTrue();
    }
}
