package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FolderTree;
import dev.packs.manifest.ManifestReader;
import dev.packs.merge.MergeChoice;
import dev.packs.merge.MergedFile;
import dev.packs.pack.CollisionRule;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.report.JsonReport;
import dev.packs.source.PackContent;
import dev.packs.source.PackOrigin;
import dev.packs.terminal.ScriptedTerminal;
import dev.packs.terminal.ShellText;
import dev.packs.variables.DetectedValues;
import dev.packs.version.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposePacksTest {

    @TempDir
    private Path folder;

    private Bench bench;
    private final Map<String, String> properties = new HashMap<>();
    private String collisions = "";
    private Optional<Path> saveAs = Optional.empty();
    private boolean dry;
    private boolean force;

    @BeforeEach
    void write() {
        bench = new Bench(folder);
        // Joins the texts, so that a test sees what was merged in which order.
        bench.graphs.merging = (kind, earlier, later) -> new MergedFile(
                (text(earlier.content()) + "|" + text(later.content())).getBytes(StandardCharsets.UTF_8),
                List.of(new MergeChoice("at", text(earlier.content()), text(later.content()), "a test")));
        bench.packs.pack("base", "1.0.0", """
            [[variables]]
            name = "colour"
            default = "red"
            """).with("files/base.txt", "base\n").with("files/pom.xml", "b");
        bench.packs
                .pack("web", "1.2.0", """
                    [[dependencies]]
                    pack = "com.acme:base"
                    version = "^1.0"

                    [[variables]]
                    name = "port"
                    type = "integer"
                    max = 9000
                    default = 8080

                    [[variables]]
                    name = "level"
                    default = "low"

                    [[templates]]
                    name = "pom"
                    source = "templates/pom"
                    output = "pom.xml"
                    """)
                .with("templates/pom", "w[(${port})]")
                .with("files/LICENSE", "ours\n")
                .with("files/same.bin", "same")
                .with("files/notes.txt", "web");
        bench.packs
                .pack("tool", "2.0.0", """
                    [[variables]]
                    name = "port"
                    type = "integer"
                    min = 1000
                    default = 7070

                    [[variables]]
                    name = "colour"
                    default = "blue"

                    [[variables]]
                    name = "token"
                    secret = true
                    default = "hush"

                    [[templates]]
                    name = "pom"
                    source = "templates/pom"
                    output = "pom.xml"
                    """)
                .with("templates/pom", "t[(${port})][(${colour})][(${token})]")
                .with("files/LICENSE", "theirs\n")
                .with("files/same.bin", "same")
                .with("files/notes.txt", "tool");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private GenerateProject generator() {
        return new GenerateProject(bench.library(), bench.prepare(), bench.use(), bench.engines());
    }

    private GenerateProject.Request project(String pack, String name) {
        return new GenerateProject.Request(
                (PackRef.Named) PackRef.parse(pack),
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                folder,
                Optional.empty(),
                List.of(),
                new GenerateProject.Answers(
                        List.of("com.acme", "com.example.packs"),
                        properties,
                        Optional.empty(),
                        project -> DetectedValues.ofScaffold(
                                Optional.of(project), Optional.of("Ann"), Instant.parse("2026-03-01T10:00:00Z"))),
                new GenerateProject.Mode(dry, force, false, false));
    }

    private GeneratedProject compose(String... packs) {
        return named("app", packs);
    }

    private GeneratedProject named(String name, String... packs) {
        List<PackRef.Named> refs = new ArrayList<>();
        for (String pack : packs) {
            refs.add((PackRef.Named) PackRef.parse(pack));
        }
        return new ComposePacks(bench.library(), bench.prepare(), generator(), "0.1.0")
                .run(new ComposePacks.Request(refs, collisions, saveAs, project(packs[0], name)));
    }

    @Test
    void what_differs_and_cannot_be_merged_is_told_at_once_with_the_way_out_and_nothing_is_written() {
        List<Problem> problems = Bench.problems(() -> compose("web", "tool"));

        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.FILES_COLLIDE);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "`LICENSE` comes from com.acme:web and from com.acme:tool, and differs",
                        "`notes.txt` comes from com.acme:web and from com.acme:tool, and differs");
        assertThat(problems.get(0).help().orElseThrow()).contains("`-Dpacks.collisions=LICENSE=first`", "`last`");
        assertThat(folder.resolve("app")).doesNotExist();
    }

    @Test
    void one_project_of_several_packs_with_one_lock_and_one_answer_for_each_name() {
        collisions = "LICENSE=first,*.txt=last";
        GeneratedProject composed = compose("web", "tool@^2");

        Map<String, String> tree = Bench.tree(folder.resolve("app"));
        assertThat(tree)
                .containsEntry("LICENSE", "ours\n")
                .containsEntry("notes.txt", "tool")
                .containsEntry("same.bin", "same")
                .containsEntry("base.txt", "base\n")
                // The first default counts for both, and the one that web needs comes before tool's.
                .containsEntry("pom.xml", "w8080|t8080redhush");
        assertThat(tree.get(".packs/answers.toml"))
                .contains("port = 8080", "colour = \"red\"")
                .doesNotContain("hush", "[for");
        assertThat(tree.get(".packs/packs.lock"))
                .contains("id = \"base\"", "id = \"web\"", "id = \"tool\"")
                .doesNotContain("com.example");
        assertThat(composed.lines())
                .startsWith("Generated `app` from com.acme:web 1.2.0 and com.acme:tool 2.0.0 (with base 1.0.0)")
                .contains(
                        "  + LICENSE  (web, the first; not tool)",
                        "  + notes.txt  (tool, the last; not web)",
                        "  + same.bin  (web and tool, equal)",
                        "  + base.txt  (base)",
                        "  + pom.xml  (web and tool, merged)",
                        "Where merged files differ:",
                        "  pom.xml: at is `w8080`, not `***`: a test");
        assertThat(JsonReport.succeeded("compose", composed))
                .contains("\"settled\" : \"merged\"", "\"dropped\" : [")
                .doesNotContain("hush");
    }

    @Test
    void what_merged_files_say_is_cut_only_after_secrets_are_taken_out() {
        bench.packs.pack("web", "1.2.0", "").with("files/url.yml", "url: 1");
        bench.packs
                .pack("tool", "2.0.0", """
                    [[variables]]
                    name = "password"
                    secret = true
                    default = "S3cretPassw0rd"

                    [[templates]]
                    name = "url"
                    source = "templates/url"
                    output = "url.yml"
                    """)
                .with("templates/url", "url: jdbc:postgresql://db.example.com/app?u=app&password=[(${password})]");
        bench.packs.pack("long", "1.0.0", "").with("files/url.yml", "x".repeat(80));

        assertThat(compose("web", "tool", "long").lines())
                .contains(
                        "  url.yml: at is `url: 1`, not `***`: a test",
                        "  url.yml: at is `***`, not `" + "x".repeat(60) + "…`: a test");
    }

    @Test
    void a_rule_that_matches_no_file_is_told_with_the_path_that_was_meant() {
        collisions = "LICENCE=last,**=first,docs/**=last";

        GeneratedProject composed = compose("web", "tool");

        assertThat(composed.warnings())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("PACKS-148 `LICENCE=last` in packs.collisions matches no file")
                                .contains("did you mean `LICENSE`?"),
                        second -> assertThat(second).contains("`docs/**=last`", "one beside pom.xml"));
        assertThat(Bench.read(folder.resolve("app/LICENSE"))).isEqualTo("ours\n");
    }

    @Test
    void values_are_given_for_all_or_for_one_and_kept() {
        collisions = "LICENSE=first,*.txt=last";
        properties.put("var.port", "3000");
        properties.put("var.tool.colour", "green");
        compose("web", "tool");
        assertThat(Bench.read(folder.resolve("app/pom.xml"))).isEqualTo("w3000|t3000greenhush");
        assertThat(Bench.read(folder.resolve("app/.packs/answers.toml")))
                .contains("port = 3000", "[for.tool]\ncolour = \"green\"");

        properties.clear();
        force = true;
        compose("web", "tool");
        assertThat(Bench.read(folder.resolve("app/pom.xml"))).isEqualTo("w3000|t3000greenhush");
    }

    @Test
    void a_plan_writes_nothing_and_says_whose_every_file_is() {
        collisions = "LICENSE=first,*.txt=last";
        saveAs = Optional.of(folder.resolve("stack"));
        dry = true;
        assertThat(compose("web", "tool").lines())
                .contains(
                        "  + LICENSE  (web, the first; not tool)",
                        "Would save the composition as a pack in `stack`",
                        "Nothing was written. `mvn packs:compose` with the same parameters (but -Dpacks.dryRun)"
                                + " writes it.");
        assertThat(folder.resolve("app")).doesNotExist();
        assertThat(folder.resolve("stack")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "app/my-stack", "."})
    void the_pack_and_the_project_lie_beside_each_other(String place) {
        collisions = "LICENSE=first,*.txt=last";
        saveAs = Optional.of(folder.resolve(place));

        assertThat(Bench.problems(() -> compose("web", "tool"))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.PARAMETER_INVALID);
            assertThat(problem.message()).endsWith("one lies in the other");
        });
        assertThat(folder.resolve("app")).doesNotExist();
    }

    @Test
    void what_is_saved_generates_the_same_and_reads_back_as_it_was() throws Exception {
        bench.packs.pack("needy", "1.0.0", "[[variables]]\nname = \"level\"\nrequired = true");
        collisions = "LICENSE=first,*.{txt,md}=last";
        saveAs = Optional.of(folder.resolve("my-stack"));
        compose("web", "tool@2.x", "needy");
        Map<String, String> composed = Bench.tree(folder.resolve("app"));

        Path sources = folder.resolve("my-stack/src/main/pack");
        assertThat(Bench.read(folder.resolve("my-stack/pom.xml")))
                .contains("<artifactId>my-stack</artifactId>", "<packaging>pack</packaging>");
        PackId id = new PackId(new PackName("com.example.packs", "my-stack"), Version.parse("1.0.0"));
        byte[] manifest = Files.readAllBytes(sources.resolve("pack.toml"));
        assertThat(ManifestReader.read(manifest, "pack.toml", Optional.of(id))
                        .manifest()
                        .composition()
                        .orElseThrow()
                        .collisions())
                .extracting(CollisionRule::toString)
                .containsExactly("LICENSE=first", "*.{txt,md}=last");
        assertThat(text(manifest))
                .contains("version = \"^1.2.0\"", "version = \"2.x\"", "secret = true", "max = 9000")
                // What one pack gives a default for is not asked of anybody.
                .contains("default = \"low\"")
                .doesNotContain("required");

        bench.workspace.add(new PackContent(
                id, PackOrigin.WORKSPACE, FolderTree.read(sources), Optional.empty(), Optional.of(sources)));
        GeneratedProject generated = generator().run(project("my-stack", "again"));
        Map<String, String> again = Bench.tree(folder.resolve("again"));
        composed.keySet().removeIf(path -> path.startsWith(".packs/"));
        again.keySet().removeIf(path -> path.startsWith(".packs/"));
        assertThat(again).isEqualTo(composed);
        // What gave way is told here as well.
        assertThat(generated.lines()).contains("  + pom.xml  (web and tool, merged)");
    }

    @Test
    void what_was_saved_says_how_it_is_built_and_used_and_the_composition_itself_has_no_id() {
        bench.packs.pack("needy", "1.0.0", "[[variables]]\nname = \"rank\"\nrequired = true\nexample = \"high\"");
        collisions = "**=first";
        saveAs = Optional.of(folder.resolve("my-stack"));
        properties.put("var.rank", "low");

        assertThat(compose("web", "needy").lines()).endsWith("and for the pack:", "  mvn -f my-stack install");
        assertThat(Bench.read(folder.resolve("my-stack/src/main/pack/README.md")))
                .contains("mvn packs:generate -Dpack=com.example.packs:my-stack -Dname=my-app -Dvar.rank=high\n");

        saveAs = Optional.empty();
        properties.put("var.cli.port", "1");
        assertThat(Bench.problems(() -> named("two", "web", "needy")))
                .filteredOn(problem -> problem.code() == ProblemCode.VARIABLE_UNKNOWN)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.help().orElseThrow()).isEqualTo("the ids are `base`, `needy`, `web`"));
    }

    @Test
    void a_folder_in_the_way_of_the_saved_pack_is_told_with_its_own_property() {
        Bench.write(folder.resolve("stack/pom.xml"), "mine\n");
        collisions = "**=first";
        saveAs = Optional.of(folder.resolve("stack"));

        assertThat(Bench.problems(() -> compose("web", "tool"))).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("stack` is not empty");
            assertThat(problem.help().orElseThrow())
                    .contains("`-Dpacks.saveAs=…`")
                    .doesNotContain("-Dname", "packs.output");
        });
        assertThat(folder.resolve("app")).doesNotExist();
    }

    @Test
    void variables_that_cannot_be_one_name_both_packs_and_both_places() {
        bench.packs.pack("other", "1.0.0", """
            [[variables]]
            name = "port"
            type = "boolean"

            [[variables]]
            name = "colour"
            options = ["green"]
            default = "green"

            [[variables]]
            name = "size"
            type = "integer"
            max = 3
            """);
        bench.packs.pack("more", "1.0.0", """
            [[variables]]
            name = "colour"
            options = ["black"]

            [[variables]]
            name = "size"
            type = "integer"
            min = 4
            """);
        List<Problem> problems = Bench.problems(() -> compose("tool", "other", "more"));

        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.VARIABLES_CLASH);
        assertThat(problems).hasSize(3);
        assertThat(problems.get(0).message())
                .startsWith(
                        "`port` is an integer for com.acme:tool and a boolean for com.acme:other (the first at tool");
        assertThat(problems.get(0).place().orElseThrow().toString()).startsWith("other.toml:");
        assertThat(problems.get(1).message()).contains("[green]", "[black]", "no value is both");
        assertThat(problems.get(2).message()).contains("at least 4 and at most 3");
    }

    @Test
    void defaults_that_not_all_accept_give_way_to_the_next_and_none_has_to_be_given() {
        bench.packs.pack("high", "1.0.0", """
            [[variables]]
            name = "port"
            type = "integer"
            min = 8000
            default = 9999
            """);
        collisions = "**=first";
        compose("tool", "high", "web");
        assertThat(Bench.read(folder.resolve("app/.packs/answers.toml"))).contains("port = 8080");

        bench.packs.pack("low", "1.0.0", """
            [[variables]]
            name = "port"
            type = "integer"
            max = 5000
            """);
        assertThat(Bench.codes(() -> named("app2", "tool", "low"))).containsExactly(ProblemCode.VARIABLE_MISSING);
    }

    @Test
    void at_a_terminal_the_name_is_asked_for_and_what_packs_share_once() {
        ScriptedTerminal terminal = new ScriptedTerminal("a/b", "mine", "5000", "", "", "hush2", "y");
        collisions = "**=first";
        Interaction interaction = new Interaction(
                true,
                new Interaction.Hooks.Off(),
                () -> Optional.of(terminal),
                "mvn packs:compose",
                new Interaction.Surroundings(Map.of(), ShellText.POSIX, line -> {}));
        GenerateProject.Request project = project("web", "");
        new ComposePacks(bench.library(), bench.prepare(), generator(), "0.1.0")
                .run(new ComposePacks.Request(
                        List.of((PackRef.Named) PackRef.parse("web"), (PackRef.Named) PackRef.parse("tool")),
                        collisions,
                        saveAs,
                        new GenerateProject.Request(
                                project.pack(),
                                project.name(),
                                project.folder(),
                                project.output(),
                                project.graphs(),
                                project.answers(),
                                project.mode(),
                                interaction)));

        assertThat(terminal.left()).isEmpty();
        assertThat(terminal.text())
                .contains(
                        "Name of the project, and of its folder [app]> ",
                        "web and tool\n",
                        "com.acme:web 1.2.0 and com.acme:tool 2.0.0 into " + folder.resolve("mine"),
                        "mvn packs:compose -Dname=mine");
        assertThat(terminal.text().split("port \\[", -1)).hasSize(2);
        assertThat(Bench.read(folder.resolve("mine/.packs/answers.toml"))).contains("port = 5000");
    }

    @Test
    void a_composition_without_a_name_and_wrong_rules_are_refused() {
        assertThat(Bench.codes(() -> named("", "web"))).containsExactly(ProblemCode.NOTHING_ASKED);
        assertThat(Bench.codes(() -> compose("web@^1", "web@^2"))).containsExactly(ProblemCode.COMPOSITION_INVALID);
        collisions = "a=firts,b,[=last";
        assertThat(Bench.problems(() -> compose("web")))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("did you mean `first`?"),
                        second -> assertThat(second).contains("`b`", "as in -Dpacks.collisions"),
                        third -> assertThat(third).contains("not a pattern for paths"));
        collisions = "";
        saveAs = Optional.of(folder.resolve("my_stack"));
        assertThat(Bench.codes(() -> compose("base"))).containsExactly(ProblemCode.PARAMETER_INVALID);
    }

    @Test
    void what_is_to_be_merged_and_has_no_structure_is_refused() {
        collisions = "**=merge";
        assertThat(Bench.problems(() -> compose("web", "tool")))
                .extracting(Problem::message)
                .contains("`LICENSE` comes from com.acme:web and from com.acme:tool, and there is no way to merge such"
                        + " files");
        collisions = "**=fail";
        assertThat(Bench.problems(() -> compose("web", "tool"))).hasSize(3);
    }

    @Test
    void names_that_only_differ_in_case_are_settled_by_taking_one() {
        bench.packs.pack("upper", "1.0.0", "").with("files/NOTES.txt", "upper");
        assertThat(Bench.codes(() -> compose("web", "upper"))).contains(ProblemCode.OUTPUT_COLLISION);
        collisions = "**/*.txt=last";
        compose("web", "upper");
        assertThat(Bench.tree(folder.resolve("app"))).containsKey("NOTES.txt").doesNotContainKey("notes.txt");
    }

    @Test
    void hooks_of_composed_packs_never_run_and_are_told_one_by_one() {
        bench.packs.pack("starter", "1.0.0", """
            [[dependencies]]
            pack = "com.acme:hooked"
            version = "^1.0"

            [[hooks.post_generate]]
            run = ["touch", "of starter"]
            """).with("files/starter.txt", "");
        bench.packs.pack("hooked", "1.0.0", """
            [[hooks.post_generate]]
            run = ["touch", "of hooked"]
            """).with("files/hooked.txt", "");
        saveAs = Optional.of(folder.resolve("my-stack"));

        GeneratedProject composed = compose("starter", "base");

        assertThat(Bench.tree(folder.resolve("app")))
                .containsOnlyKeys(
                        "base.txt", "hooked.txt", "starter.txt", "pom.xml", ".packs/answers.toml", ".packs/packs.lock");
        assertThat(composed.warnings()).extracting(Problem::code).containsOnly(ProblemCode.HOOKS_LEFT_OUT);
        assertThat(composed.warnings())
                .extracting(Problem::message)
                .containsExactly(
                        "the pack com.acme:hooked:1.0.0 has 1 hook, and a composition runs none:\n"
                                + "    [\"touch\", \"of hooked\"] (at most 300 s)",
                        "the pack com.acme:starter:1.0.0 has 1 hook, and a composition runs none:\n"
                                + "    [\"touch\", \"of starter\"] (at most 300 s)");
        assertThat(composed.document().get("hooks"))
                .isEqualTo(List.of(
                        Map.of("pack", "com.acme:hooked:1.0.0", "commands", List.of(List.of("touch", "of hooked"))),
                        Map.of("pack", "com.acme:starter:1.0.0", "commands", List.of(List.of("touch", "of starter")))));
        assertThat(Bench.read(folder.resolve("my-stack/src/main/pack/pack.toml")))
                .contains("com.acme:starter")
                .doesNotContain("hooks", "touch");
    }
}
