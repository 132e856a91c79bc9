package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeId;
import dev.packs.io.AtomicFiles;
import dev.packs.io.FileMode;
import dev.packs.pack.PackRef;
import dev.packs.report.JsonReport;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.TreeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPackTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    private Bench bench;
    private Path cases;
    private Path work;
    private final List<String> builds = new ArrayList<>();
    private Optional<String> buildFailure = Optional.empty();
    private String printed = "first line\n" + "more\n".repeat(30);

    @BeforeEach
    void write() {
        bench = new Bench(folder.resolve("bench"));
        cases = folder.resolve("src/test/pack");
        work = folder.resolve("target/packs/test");
        publish(
                "Hello, [(${whom})]\nfrom [(${project_name})] by [(${author})], [(${timestamp})], [(${packs_version})]\n");
    }

    private void publish(String greeting) {
        StringBuilder manifest = new StringBuilder();
        for (String name : List.of("project_name", "author", "timestamp", "packs_version", "whom")) {
            manifest.append("\n[[variables]]\nname = \"" + name + "\"\ntype = \"string\"\nrequired = true\n");
        }
        bench.packs
                .pack("starter", "1.0.0", manifest + """

                        [[templates]]
                        name = "greeting"
                        source = "templates/greeting.txt"
                        output = "docs/greeting.txt"

                        [[templates]]
                        name = "run"
                        source = "templates/run.sh"
                        output = "run.sh"
                        permissions = "0755"
                        """)
                .with("templates/greeting.txt", greeting)
                .with("templates/run.sh", "#!/bin/sh\n");
    }

    private Path golden(String name, String answers) {
        Path golden = cases.resolve(name);
        Bench.write(golden.resolve("answers.toml"), answers);
        return golden;
    }

    private TestedPacks test(boolean accept, String... selected) {
        return test(bench.library(), "com.acme:starter", accept, selected);
    }

    private TestedPacks test(PackLibrary library, String pack, boolean accept, String... selected) {
        PreparePacks prepare =
                new PreparePacks(library, new InstallPackages(bench.packages, bench::store), bench.machine);
        GenerateProject generate = new GenerateProject(library, prepare, bench.use(), bench.engines());
        return new TestPack(generate, this::build, "9.9.9")
                .run(new TestPack.Request(
                        List.of(new TestPack.Subject((PackRef.Named) PackRef.parse(pack), cases, work)),
                        Set.of(selected),
                        true,
                        accept));
    }

    private Optional<String> build(Path project, List<String> arguments, Path log) {
        builds.add(folder.relativize(project) + " " + arguments);
        Bench.write(log, printed + "the last line\n");
        return buildFailure;
    }

    private List<String> messages(String... selected) {
        return Bench.problems(() -> test(false, selected)).stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void a_new_case_needs_nothing_but_its_answers() {
        Path golden = golden("plain", "whom = \"Ann\"\n");

        List<Problem> problems = Bench.problems(() -> test(false));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.CASE_DIFFERS);
            assertThat(problem.message())
                    .isEqualTo("case `plain`: there is no expected tree, and 2 files are generated");
            assertThat(problem.help().orElseThrow()).contains("-Dpacks.accept -Dpacks.case=plain");
        });

        TestedPacks accepted = test(true);
        assertThat(accepted.lines().get(1)).matches("  plain: 2 files in \\d+\\.\\d s, accepted 2 changes");
        assertThat(accepted.lines().subList(2, 4)).containsExactly("    + docs/greeting.txt", "    + run.sh");
        assertThat(Bench.tree(golden))
                .containsOnly(
                        Map.entry("answers.toml", "whom = \"Ann\"\n"),
                        Map.entry(
                                "expected/docs/greeting.txt",
                                "Hello, Ann\nfrom plain by author, 2000-01-01T00:00:00Z, 9.9.9\n"),
                        Map.entry("expected/run.sh", "#!/bin/sh\n"));
        assertThat(golden.resolve("expected/run.sh")).isExecutable();

        assertThat(test(false).lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("com.acme:starter: as expected in 1 golden case"),
                        line -> assertThat(line).matches("  plain: 2 files in \\d+\\.\\d s"));
    }

    @Test
    void what_is_generated_for_a_case_is_no_project_that_keeps_its_packages() {
        bench.packages.offer("css", "1.2.0");
        bench.packs
                .pack("styled", "1.0.0", "[[packages]]\nname = \"org.example:css\"\nversion = \"^1.0\"\n")
                .with("files/a.txt", "a\n");
        Bench.write(golden("plain", "").resolve("expected/a.txt"), "a\n");

        assertThat(test(bench.library(), "com.acme:styled", false).lines())
                .first()
                .isEqualTo("com.acme:styled: as expected in 1 golden case");
        assertThat(bench.stored()).hasSize(1);
        assertThat(bench.store().projects().lockFiles()).isEmpty();
    }

    @Test
    void every_difference_of_every_case_is_told() throws IOException {
        Path one = golden("one", "whom = \"Ann\"\nproject_name = \"shop\"\n");
        Path two = golden("two", "whom = \"Bob\"\n");
        test(true);
        Bench.write(
                one.resolve("expected/docs/greeting.txt"),
                Bench.read(one.resolve("expected/docs/greeting.txt")).replace("shop", "SHOP"));
        Bench.write(one.resolve("expected/more.txt"), "more\n");
        Files.delete(two.resolve("expected/docs/greeting.txt"));
        AtomicFiles.fast()
                .write(two.resolve("expected/run.sh"), "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), FileMode.PLAIN);

        List<Problem> problems = Bench.problems(() -> test(false));

        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.CASE_DIFFERS);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "case `one`: `docs/greeting.txt` has `from shop by author, 2000-01-01T00:00:00Z, 9.9.9` in line 2,"
                                + " and `from SHOP by author, 2000-01-01T00:00:00Z, 9.9.9` is expected",
                        "case `one`: `more.txt` is expected, and is not generated",
                        "case `two`: `docs/greeting.txt` is generated, and is not expected",
                        "case `two`: `run.sh` is generated executable, and is expected to be not so",
                        "2 of 2 golden cases differ: one, two");
        assertThat(problems.get(0).place().orElseThrow()).hasToString(one.resolve("expected/docs/greeting.txt") + ":2");
        assertThat(problems.get(4).help().orElseThrow())
                .contains("diff -r " + one.resolve("expected") + " " + work.resolve("one/one"))
                .contains("-Dpacks.accept -Dpacks.case=one,two");
    }

    @Test
    void accepting_changes_what_differs_and_nothing_else() throws IOException {
        Path golden = golden("plain", "whom = \"Ann\"\n");
        test(true);
        Path same = golden.resolve("expected/run.sh");
        Files.setLastModifiedTime(same, LONG_AGO);
        Bench.write(golden.resolve("expected/old/deep/gone.txt"), "gone\n");
        publish("Goodbye, [(${whom})]\n");

        assertThat(test(true).lines().subList(2, 4))
                .containsExactly("    ~ docs/greeting.txt", "    - old/deep/gone.txt");

        assertThat(Bench.tree(golden.resolve("expected")))
                .containsOnly(Map.entry("docs/greeting.txt", "Goodbye, Ann\n"), Map.entry("run.sh", "#!/bin/sh\n"));
        assertThat(golden.resolve("expected/old")).doesNotExist();
        assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
        assertThat(test(true).lines().get(1)).endsWith("as expected before");
    }

    @Test
    void a_file_becomes_a_folder_when_it_is_accepted() throws IOException {
        Path golden = golden("plain", "whom = \"Ann\"\n");
        Bench.write(golden.resolve("expected/docs"), "a file\n");

        test(true);

        assertThat(golden.resolve("expected/docs/greeting.txt")).isRegularFile();
        test(false);
    }

    @Test
    void what_differs_in_nothing_that_is_seen_is_shown() {
        Path expected = golden("plain", "whom = \"Ann\"\n").resolve("expected");
        Bench.write(expected.resolve("run.sh"), "#!/bin/sh\n");
        Path greeting = expected.resolve("docs/greeting.txt");

        publish("a\r\nb\n");
        Bench.write(greeting, "a\nb\n");
        assertThat(messages()).contains("case `plain`: `docs/greeting.txt` has `a\\r` in line 1, and `a` is expected");
        publish("a\n");
        Bench.write(greeting, "a");
        assertThat(messages())
                .contains("case `plain`: `docs/greeting.txt` ends with a line end, and is expected to end without one");
        publish("a");
        Bench.write(greeting, "a\n");
        assertThat(messages())
                .contains("case `plain`: `docs/greeting.txt` ends without a line end, and is expected to end with one");
        publish("a\n");
        Bench.write(greeting, "a\nb");
        assertThat(messages()).contains("case `plain`: `docs/greeting.txt` has nothing in line 2, and `b` is expected");
        publish("a\nb");
        Bench.write(greeting, "a");
        assertThat(messages())
                .contains("case `plain`: `docs/greeting.txt` goes on at line 2 with `b`, and is expected to end");
        publish("a");
        Bench.write(greeting, "a\nb\n");
        assertThat(messages())
                .contains("case `plain`: `docs/greeting.txt` ends before line 2, and `b` is expected there");
        publish("x".repeat(200) + "\tone\n");
        Bench.write(greeting, "x".repeat(200) + " one\n");
        assertThat(messages())
                .contains("case `plain`: `docs/greeting.txt` has `…" + "x".repeat(116) + "\\tone` in line 1, and `…"
                        + "x".repeat(116) + " one` is expected");
    }

    @Test
    void files_that_are_no_text_differ_at_a_byte() throws IOException {
        Path golden = golden("plain", "whom = \"Ann\"\n");
        test(true);
        Files.write(golden.resolve("expected/run.sh"), new byte[] {'#', '!', 0, 1});

        assertThat(messages())
                .contains("case `plain`: `run.sh` differs at byte 3: it has 10 bytes, and 4 are expected");
    }

    @Test
    void cases_are_selected_by_name() {
        golden("one", "whom = \"Ann\"\n");
        golden("two", "");

        test(true, "one");
        assertThat(test(false, "one").lines()).hasSize(2);
        assertThat(Bench.problems(() -> test(false, "three", "one")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.CASE_INVALID);
                    assertThat(problem.message()).isEqualTo("there is no golden case `three`");
                });
    }

    @Test
    void a_case_that_cannot_be_generated_is_told_with_its_name_and_nothing_is_accepted() {
        golden("one", "whom = \"Ann\"\n");
        golden("two", "whim = \"Ann\"\n");

        assertThat(Bench.problems(() -> test(true)))
                .extracting(Problem::message)
                .allMatch(message -> message.endsWith(" (golden case `two`)"))
                .anyMatch(message -> message.contains("`whom`"));
        assertThat(cases.resolve("one/expected")).doesNotExist();
    }

    @Test
    void a_mistake_in_a_template_is_told_once_with_every_case() {
        golden("one", "whom = \"Ann\"\n");
        golden("two", "whom = \"Bob\"\n");
        publish("[(${whim})]\n");

        assertThat(messages())
                .singleElement()
                .asString()
                .startsWith("the variable `whim`")
                .endsWith(" (golden cases `one`, `two`)");
    }

    @Test
    void folders_and_settings_that_are_wrong_are_told_at_once() throws IOException {
        Files.createDirectories(cases.resolve("no-answers"));
        Files.createDirectories(cases.resolve(".hidden"));
        Path golden = golden("odd", "");
        Bench.write(golden.resolve("case.toml"), "biuld = [\"verify\"]\ncompare = \"no\"\n");

        List<Problem> problems = Bench.problems(() -> test(false));

        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.CASE_INVALID);
        assertThat(problems)
                .extracting(Problem::toString)
                .hasSize(3)
                .anyMatch(text -> text.contains("`no-answers` has no `answers.toml`"))
                .anyMatch(text -> text.contains("case.toml:1:1") && text.contains("`build`"))
                .anyMatch(text -> text.contains("case.toml:2:11"));
    }

    @Test
    void a_case_that_says_so_is_built_where_it_was_generated() {
        Path golden = golden("plain", "whom = \"Ann\"\n");
        Bench.write(golden.resolve("case.toml"), "build = [\"-q\", \"verify\"]\n");

        test(true);
        assertThat(builds).isEmpty();
        Bench.write(golden.resolve("expected/more.txt"), "");
        assertThat(messages()).hasSize(2);
        assertThat(builds).as("what differs is not built").isEmpty();

        test(true);
        TestedPacks report = test(false);
        assertThat(builds).containsExactly("target/packs/test/plain/plain [-q, verify]");
        assertThat(report.lines().get(1)).matches("  plain: 2 files in \\S+ s, built in \\S+ s");

        buildFailure = Optional.of("failed");
        assertThat(Bench.problems(() -> test(false))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.CASE_BUILD_FAILED);
            assertThat(problem.message())
                    .startsWith("case `plain`: the build `mvn -q verify` in ")
                    .endsWith("failed");
            assertThat(problem.help().orElseThrow())
                    .endsWith("more\nthe last line")
                    .doesNotContain("first line");
        });

        printed = "x".repeat(1_000_000) + "\n";
        assertThat(Bench.problems(() -> test(false)).get(0).help().orElseThrow())
                .as("only the end of a log is read")
                .endsWith("build.log`:\nthe last line");
    }

    @Test
    void a_case_may_be_compared_with_nothing() {
        Path golden = golden("plain", "whom = \"Ann\"\n");
        Bench.write(golden.resolve("case.toml"), "compare = false\n");

        assertThat(test(true).lines().get(1)).endsWith(", not compared");
        assertThat(golden.resolve("expected")).doesNotExist();
        assertThat(test(false).lines().get(1)).endsWith(", not compared");
    }

    @Test
    void what_is_left_of_the_last_run_does_not_count_and_nothing_is_written_elsewhere() {
        Path golden = golden("plain", "whom = \"Ann\"\n");
        test(true);
        Bench.write(work.resolve("plain/plain/left.txt"), "left");

        test(false);

        assertThat(work.resolve("plain/plain/left.txt")).doesNotExist();
        assertThat(Bench.tree(folder).keySet())
                .allMatch(path ->
                        path.startsWith("target/packs/test/plain/plain/") || path.startsWith("src/test/pack/plain/"));
        assertThat(golden.resolve("expected/.packs")).doesNotExist();
    }

    @Test
    void an_imported_archetype_has_cases_of_the_same_form_and_its_empty_folders_are_written_down() throws IOException {
        byte[] jar = FakeArchetypes.jar(
                "test basic artifactId=basic",
                Map.of("pom.xml", "<project>${artifactId}</project>", "empty/.keep", ""));
        Path file = Files.write(folder.resolve("service-1.0.jar"), jar);
        PackContent pack = new FoundArchetype.OnDisk(new ArchetypeId("com.acme", "service", "1.0"), file)
                .pack(bench.archetypes)
                .content(Optional.empty());
        PackLibrary library = new PackLibrary(
                EmbeddedSource.of(Bench.class.getClassLoader(), "dev/packs/source/packs/"),
                new TreeSource("the modules of this build", List.of(pack)),
                List.of());
        Path golden = golden("basic", "groupId = \"com.acme\"\nartifactId = \"shop\"\nversion = \"1\"\n");
        Bench.write(golden.resolve("expected/pom.xml"), "<project>shop</project>");

        test(library, "com.acme:service-pack", false);
        assertThat(test(library, "com.acme:service-pack", true).lines())
                .contains("    ~ expected-folders.txt (empty/)");
        assertThat(golden.resolve("expected-folders.txt")).hasContent("empty");
        test(library, "com.acme:service-pack", false);
        Bench.write(golden.resolve("expected-folders.txt"), "other\n");
        assertThat(Bench.problems(() -> test(library, "com.acme:service-pack", false)))
                .extracting(Problem::message)
                .startsWith(
                        "case `basic`: the empty folder `empty` is generated, and is not expected",
                        "case `basic`: the empty folder `other` is expected, and is not generated");
    }

    @Test
    void a_program_reads_the_same() {
        golden("plain", "whom = \"Ann\"\n");

        assertThat(JsonReport.succeeded("test", test(true)))
                .containsSubsequence(
                        "\"accepted\" : true",
                        "\"pack\" : \"com.acme:starter\"",
                        "\"name\" : \"plain\"",
                        "\"files\" : 2",
                        "\"milliseconds\" : ",
                        "\"path\" : \"docs/greeting.txt\"",
                        "\"change\" : \"create\"");
        assertThat(test(false).lines()).hasSize(2);
    }

    @Test
    void a_pack_without_cases_says_where_they_belong() {
        assertThat(test(false).lines())
                .containsExactly("com.acme:starter has no golden case to run in `" + cases + "`");
    }
}
