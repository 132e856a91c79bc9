package dev.packs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackKnowledgeTest {

    private final FakeGraphs graphs = new FakeGraphs();
    private final MemoryTree base = new MemoryTree();
    private final MemoryTree files = new MemoryTree();

    private PackKnowledge knowledge() {
        return new PackKnowledge(
                new TreeMap<>(Map.of("labels", "queries/labels.rq", "bad", "queries/bad.rq", "gone", "gone.rq")),
                List.of(new PackGraphFiles(base, "base"), new PackGraphFiles(files, "model")),
                ProjectGraphs.none(),
                graphs);
    }

    private static List<Problem> problems(PackKnowledge knowledge, String query) {
        return catchThrowableOfType(PacksException.class, () -> knowledge.rows(query))
                .problems();
    }

    @Test
    void rows_come_from_the_pack_and_what_it_depends_on() {
        base.with("graph/base.ttl", "thing label Thing\n").with("queries/labels.rq", "SELECT other");
        files.with("graph/a.ttl", "shop label Shop\n")
                .with("graph/readme.md", "no graph")
                .with("queries/labels.rq", "# all\nSELECT label\n");
        try (PackKnowledge knowledge = knowledge()) {
            assertThat(graphs.engines).isZero();
            assertThat(knowledge.rows("labels"))
                    .isEqualTo(List.of(
                            Map.of("s", Map.of("iri", "urn:x:thing", "local", "thing", "label", "thing"), "o", "Thing"),
                            Map.of("s", Map.of("iri", "urn:x:shop", "local", "shop", "label", "shop"), "o", "Shop")));
            assertThat(knowledge.rows("labels")).isSameAs(knowledge.rows("labels"));
            assertThat(graphs.opened).isOne();
            assertThat(graphs.asked).isOne();
        }
        assertThat(graphs.closed).isOne();
    }

    @Test
    void a_query_that_fails_is_asked_once() {
        files.with("queries/bad.rq", "SELECT boom");
        PackKnowledge knowledge = knowledge();

        assertThat(problems(knowledge, "bad")).isEqualTo(problems(knowledge, "bad"));
        assertThat(problems(knowledge, "bad").get(0).code()).isEqualTo(ProblemCode.QUERY_FAILED);
        assertThat(graphs.asked).isOne();
        assertThat(problems(knowledge, "gone").get(0).message())
                .isEqualTo("the pack has no such file for its query `gone`");
    }

    @Test
    void a_query_without_rows_is_refused() {
        files.with("queries/labels.rq", "ASK label");

        assertThat(problems(knowledge(), "labels").get(0).message())
                .isEqualTo("the query has no rows, since it is no SELECT");
    }

    @Test
    void a_query_that_may_answer_differently_is_refused() {
        files.with("queries/labels.rq", "SELECT now").with("gates/a.rq", "SELECT now");

        assertThat(problems(knowledge(), "labels").get(0).code()).isEqualTo(ProblemCode.QUERY_FORBIDDEN);
        assertThat(knowledge().check().violations()).isEmpty();
    }

    @Test
    void a_graph_that_cannot_be_read_is_read_once() {
        files.with("graph/a.ttl", "shop label\nx\n")
                .with("queries/labels.rq", "SELECT label")
                .with("queries/bad.rq", "SELECT x");
        PackKnowledge knowledge = knowledge();

        assertThat(problems(knowledge, "labels"))
                .extracting(Problem::toString)
                .containsExactly(
                        "PACKS-504 model!/graph/a.ttl:1:1: three words are a triple",
                        "PACKS-504 model!/graph/a.ttl:2:1: three words are a triple");
        assertThat(problems(knowledge, "bad")).hasSize(2);
        assertThat(graphs.opened).isZero();
    }

    @Test
    void a_pack_without_shapes_and_gates_is_not_opened_for_them() {
        base.with("gates/of-base.rq", "SELECT label");
        files.with("graph/a.ttl", "shop label Shop\n");

        assertThat(knowledge().check().violations()).isEmpty();
        assertThat(graphs.engines).isZero();
    }

    @Test
    void shapes_and_gates_tell_everything_at_once() {
        files.with("graph/a.ttl", "shop label Shop\nshop old yes\nshop odd 1\n")
                .with("shapes/a.ttl", "label VIOLATION no labels here\nold WARNING it is old\nodd INFO it is odd\n")
                .with("gates/b.rq", "# MESSAGE: {?s} is odd\nSELECT odd\n");

        Findings findings = knowledge().check();

        assertThat(findings.violations())
                .extracting(Problem::toString)
                .containsExactly(
                        "PACKS-507 model!/graph/a.ttl:1:1: `<urn:x:shop>` breaks a shape: no labels here (path `label`, value `\"Shop\"`,"
                                + " shape in `model!/shapes/a.ttl`)",
                        "PACKS-507 model!/gates/b.rq: <urn:x:shop> is odd (?o = 1)");
        assertThat(findings.notes())
                .extracting(Problem::message)
                .containsExactly(
                        "`<urn:x:shop>` should be mended: it is old (path `old`, value `\"yes\"`, shape in `model!/shapes/a.ttl`)",
                        "`<urn:x:shop>` is worth a look: it is odd (path `odd`, value `\"1\"`, shape in `model!/shapes/a.ttl`)");
    }

    @Test
    void of_very_many_violations_the_rest_is_counted() {
        StringBuilder graph = new StringBuilder();
        for (int i = 0; i < 1003; i++) {
            graph.append("s").append(i).append(" odd x\n");
        }
        files.with("graph/a.ttl", graph.toString()).with("gates/a.rq", "SELECT odd");

        assertThat(knowledge().check().violations())
                .hasSize(1001)
                .last()
                .extracting(Problem::message)
                .isEqualTo("and 3 violations more, which are not listed");
    }
}
