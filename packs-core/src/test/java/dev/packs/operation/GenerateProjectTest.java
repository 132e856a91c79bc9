package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackRef;
import dev.packs.report.JsonReport;
import dev.packs.variables.DetectedValues;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateProjectTest {

    private static final GenerateProject.Mode USUAL = new GenerateProject.Mode(false, false, false, false);
    private static final GenerateProject.Mode DRY = new GenerateProject.Mode(true, false, false, false);
    private static final GenerateProject.Mode FORCE = new GenerateProject.Mode(false, true, false, false);

    @TempDir
    private Path folder;

    private Bench bench;
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Optional<Path> answers = Optional.empty();
    private List<String> graphs = List.of();

    @BeforeEach
    void write() {
        bench = new Bench(folder);
        bench.packs
                .pack("starter", "1.0.0", """
                        [[dependencies]]
                        pack = "com.acme:base"
                        version = "^1.0"

                        [[packages]]
                        name = "org.example:css"
                        version = "^1.0"
                        install_path = "static/vendor"

                        [[variables]]
                        name = "project_name"
                        type = "string"

                        [[variables]]
                        name = "year"
                        type = "string"

                        [[variables]]
                        name = "token"
                        type = "string"
                        secret = true
                        default = "hush"

                        [[variables]]
                        name = "colour"
                        type = "string"
                        default = "red"

                        [[templates]]
                        name = "main"
                        source = "templates/main.txt"
                        output = "pom.xml"

                        [[hooks.post_generate]]
                        run = ["true"]
                        """)
                .with("templates/main.txt", "[(${project_name})] [(${year})] [(${colour})] [(${token})]\n");
        bench.packs.pack("base", "1.0.0", """
                        [[variables]]
                        name = "colour"
                        type = "string"
                        default = "blue"

                        [[variables]]
                        name = "size"
                        type = "integer"
                        default = 3
                        """).with("files/.editorconfig", "root = true\n");
        bench.packages.offer("css", "1.0");
    }

    private GeneratedProject generate(GenerateProject.Mode mode, Map<String, String> properties) {
        return generate(mode, properties, Optional.of("shop"), Optional.empty());
    }

    private GeneratedProject generate(
            GenerateProject.Mode mode, Map<String, String> properties, Optional<String> name, Optional<Path> output) {
        return new GenerateProject(bench.library(), bench.prepare(), bench.use(), bench.engines())
                .run(new GenerateProject.Request(
                        (PackRef.Named) PackRef.parse("starter"),
                        name,
                        folder,
                        output,
                        graphs,
                        new GenerateProject.Answers(
                                List.of("com.acme"),
                                properties,
                                answers,
                                project -> DetectedValues.ofScaffold(Optional.of(project), Optional.of("Ann"), now)),
                        mode));
    }

    @Test
    void a_project_gets_its_files_its_answers_without_secrets_and_its_lock() {
        GeneratedProject generated = generate(USUAL, Map.of("var.token", "s3cret", "var.colour", "green"));

        Map<String, String> written = Bench.tree(folder.resolve("shop"));
        assertThat(written.keySet())
                .containsExactly(
                        ".editorconfig",
                        ".packs/answers.toml",
                        ".packs/packs.lock",
                        "pom.xml",
                        "static/vendor/css.txt");
        assertThat(written.get("pom.xml")).isEqualTo("shop 2026 green s3cret\n");
        assertThat(written.get(".packs/answers.toml"))
                .contains("project_name = \"shop\"", "year = \"2026\"", "colour = \"green\"")
                .doesNotContain("s3cret", "token");
        assertThat(written.get(".packs/packs.lock")).contains("starter", "base", "org.example:css");
        assertThat(generated.lines())
                .startsWith("Generated `shop` from com.acme:starter 1.0.0 (with base 1.0.0)", "  + .editorconfig")
                .endsWith("Next:", "  cd shop", "  mvn verify");
        assertThat(generated.warnings())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith("the pack com.acme:starter:1.0.0 has 1 hook to run after it is generated, and none was run")
                .endsWith("[\"true\"] (at most 300 s)");
        assertThat(JsonReport.succeeded("generate", generated))
                .contains("\"path\" : \"pom.xml\"", "\"change\" : \"create\"")
                .doesNotContain("s3cret");
    }

    @Test
    void a_path_that_reads_a_secret_stops_everything() {
        bench.packs.pack("base", "1.9.0", """
                        [[variables]]
                        name = "token"

                        [[templates]]
                        name = "key"
                        source = "templates/key.txt"
                        output = "[(${token})].txt"
                        """).with("templates/key.txt", "x\n");

        assertThat(Bench.problems(() -> generate(USUAL, Map.of("var.token", "s3cret"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TEMPLATE_FORBIDDEN);
                    assertThat(problem.toString())
                            .contains("com.acme:base!/pack.toml: the path `[(${token})].txt` reads `token`")
                            .doesNotContain("s3cret");
                });
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void the_same_answers_generate_the_same_again_in_another_year() {
        generate(USUAL, Map.of("var.colour", "green"));
        Map<String, String> before = Bench.tree(folder.resolve("shop"));
        now = Instant.parse("2031-01-01T00:00:00Z");

        GeneratedProject again = generate(USUAL, Map.of());

        assertThat(again.changed()).isEmpty();
        assertThat(Bench.tree(folder.resolve("shop"))).isEqualTo(before);
    }

    @Test
    void the_command_line_stands_before_the_answers_file_and_both_before_what_was_saved() {
        generate(USUAL, Map.of("var.colour", "green"));
        answers = Optional.of(Bench.write(folder.resolve("my.toml"), "colour = \"black\"\n"));

        generate(FORCE, Map.of());
        assertThat(Bench.read(folder.resolve("shop/pom.xml"))).contains(" black ");

        generate(FORCE, Map.of("var.colour", "white"));
        assertThat(Bench.read(folder.resolve("shop/pom.xml"))).contains(" white ");

        generate(FORCE, Map.of("var.colour", "white", "var.starter.colour", "grey"));
        assertThat(Bench.read(folder.resolve("shop/pom.xml"))).contains(" grey ");
    }

    @Test
    void a_locked_pack_stays_when_the_project_is_generated_again() {
        generate(USUAL, Map.of());
        bench.packs.pack("base", "1.5.0", "").with("files/new.txt", "new\n");

        generate(FORCE, Map.of());

        assertThat(folder.resolve("shop/new.txt")).doesNotExist();
    }

    @Test
    void what_is_in_the_way_is_listed_and_nothing_changes_without_force() {
        Bench.write(folder.resolve("shop/pom.xml"), "mine\n");

        assertThat(Bench.problems(() -> generate(USUAL, Map.of())))
                .extracting(Problem::code)
                .contains(ProblemCode.OUTPUT_EXISTS);
        assertThat(Bench.tree(folder.resolve("shop"))).containsOnlyKeys("pom.xml");

        generate(FORCE, Map.of());
        assertThat(Bench.read(folder.resolve("shop/pom.xml"))).startsWith("shop ");
    }

    @Test
    void a_dry_run_lists_the_files_with_what_is_in_the_way_and_writes_nothing() {
        Bench.write(folder.resolve("shop/pom.xml"), "mine\n");

        GeneratedProject planned = generate(DRY, Map.of());

        assertThat(planned.lines())
                .contains("  + .editorconfig")
                .endsWith(
                        "Nothing was written, and `mvn packs:generate` with the same parameters would fail: see above.")
                .first()
                .isEqualTo("Would generate `shop` from com.acme:starter 1.0.0 (with base 1.0.0)");
        assertThat(planned.lines()).anySatisfy(line -> assertThat(line).contains("PACKS-308"));
        assertThat(planned.document()).containsEntry("written", false);
        assertThat(planned.document().toString()).contains("obstacles=[PACKS-308");
        assertThat(Bench.tree(folder.resolve("shop"))).containsOnlyKeys("pom.xml");
    }

    @Test
    void a_value_for_a_variable_that_no_pack_has_is_refused_with_the_nearest_name() {
        assertThat(Bench.problems(() -> generate(USUAL, Map.of("var.color", "x"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.VARIABLE_UNKNOWN);
                    assertThat(problem.help()).contains("did you mean `-Dvar.colour`?");
                });
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void with_keep_going_what_can_be_rendered_is_written_and_the_rest_listed() {
        bench.packs
                .pack("base", "1.0.0", """
                [[templates]]
                name = "bad"
                source = "templates/bad.txt"
                output = "bad.txt"
                """)
                .with("templates/bad.txt", "[(${nowhere})]")
                .with("files/good.txt", "good\n");

        assertThat(Bench.problems(() -> generate(USUAL, Map.of()))).isNotEmpty();
        assertThat(folder.resolve("shop")).doesNotExist();

        assertThat(Bench.problems(() -> generate(new GenerateProject.Mode(true, false, true, false), Map.of())))
                .last()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("the project would be incomplete: ")
                        .contains(" would be written to `"));
        assertThat(folder.resolve("shop")).doesNotExist();

        List<Problem> problems =
                Bench.problems(() -> generate(new GenerateProject.Mode(false, false, true, false), Map.of()));

        assertThat(problems)
                .last()
                .satisfies(problem -> assertThat(problem.message()).startsWith("the project is incomplete: "));
        assertThat(Bench.tree(folder.resolve("shop"))).containsKey("pom.xml").doesNotContainKey("bad.txt");
    }

    @Test
    void without_a_name_the_folder_is_called_like_the_pack_or_the_output() {
        generate(USUAL, Map.of(), Optional.empty(), Optional.empty());
        assertThat(Bench.read(folder.resolve("starter/pom.xml"))).startsWith("starter ");

        generate(USUAL, Map.of(), Optional.empty(), Optional.of(folder.resolve("deep/er")));
        assertThat(Bench.read(folder.resolve("deep/er/pom.xml"))).startsWith("er ");
    }

    @Test
    void a_name_that_is_no_folder_is_refused() {
        for (String name : List.of("a/b", "..", "con", "a\nb", "")) {
            assertThat(Bench.codes(() -> generate(USUAL, Map.of(), Optional.of(name), Optional.empty())))
                    .as(name)
                    .containsExactly(ProblemCode.PARAMETER_INVALID);
        }
    }

    @Test
    void frozen_refuses_a_project_that_has_no_lock_yet() {
        assertThat(Bench.codes(() -> generate(new GenerateProject.Mode(false, false, false, true), Map.of())))
                .containsExactly(ProblemCode.LOCK_FROZEN);
    }

    @Test
    void the_lock_of_a_generated_project_keeps_its_packages_in_the_store() {
        generate(USUAL, Map.of());

        new CleanStore(bench.use()).run(new CleanStore.Request(true, Optional.empty(), now));

        assertThat(bench.stored()).containsExactly("org.example:css:1.0");
    }

    @Test
    void an_answers_file_that_is_not_there_is_named() {
        answers = Optional.of(folder.resolve("gone.toml"));

        assertThat(Bench.codes(() -> generate(USUAL, Map.of()))).containsExactly(ProblemCode.ANSWERS_INVALID);
    }

    @Test
    void graphs_of_the_command_line_are_seen_by_the_packs_queries() {
        bench.packs
                .pack("starter", "2.0.0", """
                        [[templates]]
                        name = "each"
                        source = "templates/each.txt"
                        output = "[(${row.s.local})].txt"
                        for_each = "row : query(labels)"

                        [sparql_queries]
                        labels = "labels.rq"
                        """)
                .with("templates/each.txt", "[(${row.o})]\n")
                .with("labels.rq", "SELECT label\n")
                .with("shapes/old.ttl", "old WARNING it is old\n");
        Bench.write(folder.resolve("shop.ttl"), "shop label Shop\nshop old yes\n");
        graphs = List.of("shop.ttl");

        GeneratedProject project = generate(USUAL, Map.of());

        assertThat(Bench.read(folder.resolve("shop/shop.txt"))).isEqualTo("Shop\n");
        assertThat(project.warnings()).extracting(Problem::code).containsExactly(ProblemCode.SHAPE_VIOLATED);
        graphs = List.of("gone.ttl");
        assertThat(Bench.codes(() -> generate(USUAL, Map.of()))).containsExactly(ProblemCode.PARAMETER_INVALID);
    }
}
