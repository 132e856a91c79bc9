package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.MemoryTree;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackManifest;
import dev.packs.source.MemorySource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorePackTest {

    private static final String MANIFEST = """

            [[variables]]
            name = "formal"
            type = "boolean"
            default = false
            description = "How"
            example = true

            [[variables]]
            name = "names"
            type = "list"
            default = []

            [[templates]]
            name = "greeting"
            source = "templates/greeting.txt"
            output = "greeting.txt"

            [[templates]]
            name = "letter"
            source = "templates/letter.txt"
            output = "[(${name})].txt"
            for_each = "name : names"
            when = "${formal}"

            [metadata]
            test_coverage = 100.0
            """;

    private static final String TEMPLATE = """
            [# th:if="${formal}"]
            Good morning
            [/]
            [# th:unless="${formal}"]
            Hi
            [/]
            [# th:each="n : ${names}"]
            [(${n})]
            [/]
            [# th:switch="${#lists.size(names)}"]
            [# th:case="0"]
            nobody
            [/]
            [# th:case="*"]
            somebody
            [/]
            [/]
            """;

    @TempDir
    private Path folder;

    private Bench bench;
    private Path cases;

    @BeforeEach
    void open() {
        bench = new Bench(folder.resolve("bench"));
        cases = folder.resolve("src/test/pack");
    }

    private MemoryTree publish(String manifest) {
        return bench.packs
                .pack("greeter", "1.0.0", manifest)
                .with("templates/greeting.txt", TEMPLATE)
                .with("templates/letter.txt", "Dear [(${name})]\n");
    }

    private PackScore score(String manifest, FileTree files) {
        PackManifest read = ManifestReader.read(
                        MemorySource.manifest("greeter", "1.0.0", manifest).getBytes(StandardCharsets.UTF_8),
                        "pack.toml")
                .manifest();
        return new ScorePack(bench.prepare(), bench.graphs, ScorePackTest::ask, "9.9.9")
                .run(new ScorePack.Subject(read, files, Optional.of(cases)));
    }

    private static int ask(String query) {
        if (query.equals("broken")) {
            throw Problem.of(ProblemCode.QUERY_FAILED, "it breaks").asException();
        }
        return 2;
    }

    private static PackScore.Part part(PackScore score, String name) {
        return score.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void golden(String name, String answers, String greeting) {
        Bench.write(cases.resolve(name).resolve("answers.toml"), answers);
        Bench.write(cases.resolve(name).resolve("expected/greeting.txt"), greeting);
    }

    @Test
    void a_bare_pack_has_nothing_and_what_it_claims_earns_nothing() {
        PackScore score = score(MANIFEST, publish(MANIFEST));

        assertThat(score.points()).isEqualTo(5);
        assertThat(score.lines())
                .contains(
                        "com.acme:greeter:1.0.0 scores 5 of 100",
                        "  tests           0 of 30",
                        "    no golden case that holds",
                        "  documentation   5 of 20",
                        "    1 of 2 variables described with an example (5 of 10 points)",
                        "  queries         0 of 15",
                        "    next: one more query under [sparql_queries] that answers",
                        "  ontology        0 of 20");
        assertThat(score.next()).first().asString().startsWith("tests: write `src/test/pack");
    }

    @Test
    void branches_count_that_golden_cases_take_together() {
        golden("casual", "", "Hi\nnobody\n");
        PackScore.Part one = part(score(MANIFEST, publish(MANIFEST)), "tests");

        // if and unless both ways, when both ways, two cases, a loop, for_each: ten; taken: if not, unless, the first
        // case, when not.
        assertThat(one.evidence())
                .contains(
                        "1 golden case as expected (6 points): casual",
                        "4 of 10 branches of conditions, cases and loops taken (9 of 24 points)");
        assertThat(one.points()).isEqualTo(15);
        assertThat(one.next().orElseThrow()).startsWith("a golden case in which for_each of [(${name})].txt holds");

        golden("formal", "formal = true\nnames = [\"Ann\"]\n", "Good morning\nAnn\nsomebody\n");
        Bench.write(cases.resolve("formal/expected/Ann.txt"), "Dear Ann\n");
        PackScore.Part both = part(score(MANIFEST, publish(MANIFEST)), "tests");

        assertThat(both.points()).isEqualTo(30);
        assertThat(both.next()).isEmpty();
    }

    @Test
    void a_case_that_differs_or_expects_nothing_earns_nothing() {
        golden("wrong", "", "Hello\n");
        golden("loose", "", "Hi\nnobody\n");
        Bench.write(cases.resolve("loose/case.toml"), "compare = false\n");
        golden("broken", "nonsense = 1\n", "Hi\n");

        PackScore.Part tests = part(score(MANIFEST, publish(MANIFEST)), "tests");

        assertThat(tests.points()).isZero();
        assertThat(tests.evidence())
                .anyMatch(line -> line.startsWith("not counted: golden case `wrong` differs: `greeting.txt`"))
                .contains("not counted: golden case `loose` expects nothing")
                .anyMatch(line -> line.startsWith("not counted: golden case `broken` cannot be generated: "));
    }

    @Test
    void a_case_may_answer_for_a_pack_that_the_pack_needs() {
        bench.packs.pack("base", "1.0.0", """
                        [[variables]]
                        name = "style"
                        default = "plain"

                        [[templates]]
                        name = "note"
                        source = "templates/note.txt"
                        output = "note.txt"
                        """).with("templates/note.txt", "[(${style})]\n");
        String manifest = MANIFEST + "\n[[dependencies]]\npack = \"com.acme:base\"\nversion = \"^1.0\"\n";
        golden("fancy", "[for.base]\nstyle = \"fancy\"\n", "Hi\nnobody\n");
        Bench.write(cases.resolve("fancy/expected/note.txt"), "fancy\n");

        PackScore score = score(manifest, publish(manifest));

        assertThat(part(score, "tests").points()).isPositive();
        assertThat(part(score, "tests").toString()).doesNotContain("differs");
    }

    @Test
    void cases_and_examples_that_a_pack_carries_count_wherever_it_is() {
        MemoryTree files = publish(MANIFEST)
                .with("cases/casual/answers.toml", "")
                .with("cases/casual/expected/greeting.txt", "Hi\nnobody\n")
                .with("examples/formal.toml", "formal = true\n")
                .with("examples/wrong.toml", "formal = 7\n")
                .with("examples/notes.md", "none\n")
                // A jar knows of no executable bits; here it is what is made that has none.
                .withExecutable("cases/casual/expected/greeting.txt", "Hi\nnobody\n");
        PackScore score = score(MANIFEST, files);

        assertThat(part(score, "tests").points()).isEqualTo(15);
        assertThat(part(score, "examples").points()).isEqualTo(3);
        assertThat(part(score, "examples").evidence())
                .contains("`examples/formal.toml` generates 1 file")
                .anyMatch(line -> line.startsWith("not counted: `examples/wrong.toml`: "));
    }

    @Test
    void a_readme_counts_and_counts_more_when_it_shows_how_the_pack_is_used() {
        String lines = "# Greeter\n" + "A line.\n".repeat(9);
        assertThat(part(score(MANIFEST, publish(MANIFEST).with("README.md", lines)), "documentation")
                        .points())
                .isEqualTo(9);
        assertThat(part(
                                score(
                                        MANIFEST,
                                        publish(MANIFEST)
                                                .with("README.md", lines + "mvn packs:generate -Dpack=greeter\n")),
                                "documentation")
                        .points())
                .isEqualTo(15);
    }

    @Test
    void queries_that_answer_and_triples_that_are_shipped_count() {
        String manifest = MANIFEST + "\n[sparql_queries]\npeople = \"queries/p.rq\"\nbroken = \"queries/b.rq\"\n";
        StringBuilder triples = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            triples.append("a b c").append(i).append('\n');
        }
        PackScore score = score(
                manifest,
                publish(manifest)
                        .with("queries/p.rq", "SELECT a")
                        .with("queries/b.rq", "SELECT b")
                        .with("graph/a.ttl", triples.toString()));

        assertThat(part(score, "queries").points()).isEqualTo(3);
        assertThat(part(score, "queries").evidence())
                .containsExactly("not counted: `broken`: it breaks", "`people` answers with 2 rows");
        assertThat(part(score, "ontology").points()).isEqualTo(2);
        assertThat(part(score, "ontology").evidence()).isEqualTo(List.of("25 triples in 1 file of graph/ and shapes/"));
    }
}
