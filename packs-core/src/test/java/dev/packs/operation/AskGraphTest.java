package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.description.PackIris;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.RemoteGraph;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.graph.Xsd;
import dev.packs.pack.PackRef;
import dev.packs.report.JsonReport;
import dev.packs.report.ResultText;
import dev.packs.source.MemorySource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskGraphTest {

    @TempDir
    private Path folder;

    private Bench bench;
    private final FakeEngine engine = new FakeEngine();

    @BeforeEach
    void packs() {
        bench = new Bench(folder);
        bench.packs
                .pack("shop", "1.0.0", "[sparql_queries]\nfind = \"queries/find.rq\"\ngone = \"queries/gone.rq\"\n")
                .with("queries/find.rq", "SELECT * { ?s ?p ?kind }")
                .with("graph/shop.ttl", "<a> <b> <c> .");
        bench.packs.pack("tool", "1.0.0", "");
    }

    private AskGraph ask() {
        return new AskGraph(
                new PackGraph(bench.library(), List.of("com.acme"), () -> List.of(bench.lockFile())), () -> engine);
    }

    private static AskGraph.Question named(String name, String... packs) {
        return question(Optional.of(name), Optional.empty(), Map.of(), Optional.empty(), packs);
    }

    private static AskGraph.Question free(String text, Map<String, String> values, String... packs) {
        return question(
                Optional.empty(),
                Optional.of(new QueryText(text, Place.of("-Dquery.text"))),
                values,
                Optional.empty(),
                packs);
    }

    private static AskGraph.Question question(
            Optional<String> name,
            Optional<QueryText> free,
            Map<String, String> values,
            Optional<GraphScope> scope,
            String... packs) {
        return new AskGraph.Question(
                Arrays.stream(packs)
                        .map(pack -> (PackRef.Named) PackRef.parse(pack))
                        .toList(),
                name,
                free,
                values,
                scope,
                GraphLimits.standard(),
                false);
    }

    private List<String> described() {
        GraphContent content = engine.opened.get(engine.opened.size() - 1);
        return content.statements().stream()
                .filter(statement -> statement.predicate().local().equals("revision"))
                .map(statement -> statement.subject().toString().replaceAll(".*/([^/]+)/[^/]+>", "$1"))
                .toList();
    }

    @Test
    void a_packs_own_query_asks_that_pack_with_the_triples_that_it_ships() {
        ask().run(named("find", "shop"));

        assertThat(described()).containsExactly("shop");
        assertThat(engine.opened.get(0).sources())
                .extracting(GraphSource::name, GraphSource::syntax, GraphSource::isTrusted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("shop!/graph/shop.ttl", GraphSyntax.TURTLE, false));
        assertThat(engine.asked.get(0).place()).isEqualTo(Place.of("shop!/queries/find.rq"));
    }

    @Test
    void a_query_of_ours_asks_all_packs_and_knows_the_one_that_is_meant() {
        ask().run(named("find_related_packs", "shop"));

        assertThat(described()).containsExactly("shop", "alpha", "beta");
        assertThat(engine.asked.get(0).bindings()).isEqualTo(Map.of("pack", PackIris.of(Bench.name("shop"))));
    }

    @Test
    void constraints_are_compared_within_the_set_that_is_named() {
        ask().run(named("find_incompatible_constraints", "shop", "tool"));

        assertThat(described()).containsExactly("shop", "tool");
    }

    @Test
    void installed_packs_are_those_of_the_locks() {
        bench.install("tool@*");

        ask().run(question(
                Optional.of("find_shared_packages"), Optional.empty(), Map.of(), Optional.of(GraphScope.INSTALLED)));

        assertThat(described()).containsExactly("tool");
    }

    @Test
    void values_are_bound_and_never_pasted() {
        String text = "SELECT * { ?a ?b ?c ; ?d ?e ; ?f ?g }";
        Map<String, String> values = Map.of(
                "a", "<https://example.com/x>",
                "b", "\"80\"^^xsd:integer",
                "c", "\"Netz \\\"x\\\"\"@de",
                "d", "web } DROP ALL",
                "e", "pack:shop",
                "f", "package:org.example:css",
                "g", "\"1\"^^<http://www.w3.org/2001/XMLSchema#decimal>");

        ask().run(free(text, values));

        assertThat(engine.asked.get(0).text()).isEqualTo(text);
        Map<String, Term> expected = Map.of(
                "a", new Iri("https://example.com/x"),
                "b", Literal.typed("80", Xsd.INTEGER),
                "c", Literal.tagged("Netz \"x\"", "de"),
                "d", Literal.of("web } DROP ALL"),
                "e", PackIris.of(Bench.name("shop")),
                "f", PackIris.ofPackage("org.example:css"),
                "g", Literal.typed("1", Xsd.DECIMAL));
        assertThat(engine.asked.get(0).bindings()).isEqualTo(expected);
    }

    @Test
    void every_value_that_is_wrong_is_told_at_once() {
        Map<String, String> values = Map.of("a", "<not an iri>", "b", "\"open", "nobody", "x");

        assertThat(Bench.problems(() -> ask().run(free("ASK { ?a ?b ?c }", values))))
                .extracting(Problem::message)
                .containsExactly(
                        "`<not an iri>`, the value of -Dquery.a, is not an IRI",
                        "`\"open`, the value of -Dquery.b, is not a literal",
                        "-Dquery.nobody: the query has no variable `nobody`");
    }

    @Test
    void what_a_query_of_ours_needs_must_be_there() {
        assertThatThrownBy(() -> ask().run(named("find_dependents")))
                .hasMessageContaining("the query needs a value for `pack`");
        assertThatThrownBy(() -> ask().run(question(
                        Optional.of("find_packs_by_category"),
                        Optional.empty(),
                        Map.of("categry", "web"),
                        Optional.empty())))
                .hasMessageContaining("it takes category, min_score");
    }

    @Test
    void an_unknown_query_names_the_nearest_and_none_names_all() {
        assertThatThrownBy(() -> ask().run(named("fnd", "shop"))).hasMessageContaining("did you mean `find`?");
        assertThatThrownBy(() -> ask().run(named("")))
                .hasMessageContaining("PACKS-116")
                .hasMessageContaining("find_incompatible_constraints");
        assertThatThrownBy(() -> ask().run(named("gone", "shop"))).hasMessageContaining("shop!/queries/gone.rq");
    }

    @Test
    void a_named_query_that_fails_gives_nothing_and_a_warning_but_a_free_one_fails() {
        engine.failure = Optional.of(FakeEngine.wrong());

        GraphAnswer answer = ask().run(named("find", "shop"));

        assertThat(answer.lines()).containsExactly("no rows");
        assertThat(answer.warnings()).containsExactly(FakeEngine.wrong());
        assertThat(Bench.codes(() -> ask().run(free("SELEC", Map.of())))).containsExactly(ProblemCode.QUERY_INVALID);
    }

    @Test
    void an_ask_that_must_hold_fails_where_it_does_not() {
        AskGraph.Question question = free("ASK {}", Map.of());
        AskGraph.Question strict = new AskGraph.Question(
                List.of(), Optional.empty(), question.free(), Map.of(), Optional.empty(), question.limits(), true);

        engine.answer = new QueryAnswer.Truth(false);
        assertThat(ask().run(question).lines()).containsExactly("false");
        assertThat(Bench.codes(() -> ask().run(strict))).containsExactly(ProblemCode.ANSWER_FALSE);
        engine.answer = new QueryAnswer.Truth(true);
        assertThat(ask().run(strict).document()).isEqualTo(Map.of("head", Map.of(), "boolean", true));
        engine.answer = new QueryAnswer.Rows(List.of(), List.of());
        assertThat(Bench.codes(() -> ask().run(strict))).containsExactly(ProblemCode.PARAMETER_INVALID);
    }

    @Test
    void rows_are_a_table_and_what_other_programs_read() {
        engine.answer = new QueryAnswer.Rows(
                List.of("name", "n"),
                List.of(
                        Map.of("name", Literal.of("a, \"b\"\nc"), "n", Literal.of(7)),
                        Map.of("name", new Iri("https://example.com/x"))));

        GraphAnswer answer = ask().run(named("find", "shop"));

        assertThat(answer.lines())
                .containsExactly(
                        "name                     n",
                        "----                     -",
                        "a, \"b\" c                 7",
                        "<https://example.com/x>",
                        "",
                        "2 rows");
        QueryAnswer.Rows rows = (QueryAnswer.Rows) answer.answer();
        assertThat(ResultText.csv(rows)).isEqualTo("name,n\r\n\"a, \"\"b\"\"\nc\",7\r\nhttps://example.com/x,\r\n");
        assertThat(ResultText.tsv(rows).split("\n", -1))
                .containsExactly(
                        "?name\t?n",
                        "\"a, \\\"b\\\"\\nc\"\t\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                        "<https://example.com/x>\t",
                        "");
        assertThat(JsonReport.plain(answer.document()))
                .startsWith("{\n  \"head\" : {\n    \"vars\" : [\n      \"name\",\n      \"n\"")
                .contains("\"type\" : \"uri\"", "\"datatype\" : \"http://www.w3.org/2001/XMLSchema#integer\"");
    }

    @Test
    void triples_are_turtle_and_a_list() {
        Statement statement = new Statement(new Iri("urn:a"), new Iri("urn:b"), Literal.tagged("c", "en"));
        engine.answer = new QueryAnswer.Triples(List.of(statement));

        GraphAnswer answer = ask().run(named("find", "shop"));

        assertThat(answer.lines()).containsExactly(statement.toString());
        assertThat(JsonReport.plain(answer.document())).contains("\"xml:lang\" : \"en\"");
    }

    @Test
    void an_export_is_text_or_a_file() {
        ExportGraph export =
                new ExportGraph(new PackGraph(bench.library(), List.of("com.acme"), () -> List.of()), () -> engine);
        List<PackRef.Named> shop = List.of((PackRef.Named) PackRef.parse("shop"));

        ExportGraph.Exported text = export.run(new ExportGraph.Request(
                shop, Optional.empty(), GraphSyntax.NTRIPLES, new ExportGraph.Target.Text(), GraphLimits.standard()));
        assertThat(text.lines()).hasSize((int) text.triples());
        assertThat(text.document()).containsKeys("packs", "triples", "syntax", "graph");

        Path file = folder.resolve("shop.nt");
        ExportGraph.Exported written = export.run(new ExportGraph.Request(
                shop,
                Optional.empty(),
                GraphSyntax.NTRIPLES,
                new ExportGraph.Target.File(file),
                GraphLimits.standard()));
        assertThat(written.lines()).singleElement().asString().contains("triples of 1 pack to `" + file + "`");
        assertThat(Bench.read(file)).isEqualTo(text.text());
        assertThat(MemorySource.id("shop", "1.0.0")).isEqualTo(written.packs().get(0));
    }

    /** A server's graph. */
    private static final class FakeRemote implements RemoteGraph {

        private final List<QueryRequest> asked = new ArrayList<>();
        private QueryAnswer answer = new QueryAnswer.Truth(true);
        private Optional<Problem> failure = Optional.empty();
        private boolean empty;
        private String written = "";

        @Override
        public QueryAnswer query(QueryRequest request) {
            asked.add(request);
            failure.ifPresent(problem -> {
                throw problem.asException();
            });
            return answer;
        }

        @Override
        public boolean isEmpty() {
            return empty;
        }

        @Override
        public void replace(byte[] turtle) {
            written = new String(turtle, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "the graph there";
        }
    }

    private AskGraph askThere(FakeRemote remote) {
        return new AskGraph(
                new PackGraph(bench.library(), List.of("com.acme"), () -> List.of(bench.lockFile())),
                () -> engine,
                Optional.of(remote));
    }

    @Test
    void an_endpoint_is_asked_with_the_queries_and_values_from_here() {
        FakeRemote remote = new FakeRemote();

        GraphAnswer answer = askThere(remote).run(named("find_related_packs", "shop"));

        assertThat(answer.lines()).containsExactly("true");
        assertThat(remote.asked.get(0).bindings())
                .containsEntry("pack", new Iri("https://packs.dev/pack/com.acme/shop"));
        assertThat(engine.opened).isEmpty();
        assertThatThrownBy(() -> askThere(remote)
                        .run(question(
                                Optional.of("find"),
                                Optional.empty(),
                                Map.of(),
                                Optional.of(GraphScope.INSTALLED),
                                "shop")))
                .hasMessageContaining(
                        "-Dpacks.over=installed chooses among the packs here, and the graph there is asked");
    }

    @Test
    void an_answer_that_is_empty_because_the_graph_is_says_so() {
        FakeRemote remote = new FakeRemote();
        for (QueryAnswer nothing : List.of(
                new QueryAnswer.Truth(false),
                new QueryAnswer.Rows(List.of("a"), List.of()),
                new QueryAnswer.Triples(List.of()))) {
            remote.answer = nothing;
            remote.empty = false;
            assertThat(askThere(remote).run(named("find", "shop")).warnings()).isEmpty();
            remote.empty = true;
            assertThat(askThere(remote).run(named("find", "shop")).warnings())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.ENDPOINT_EMPTY);
        }
    }

    @Test
    void a_query_that_an_endpoint_cannot_answer_is_soft_and_an_endpoint_that_cannot_be_asked_is_not() {
        FakeRemote remote = new FakeRemote();
        remote.failure = Optional.of(Problem.of(ProblemCode.QUERY_FAILED, "no"));
        assertThat(askThere(remote).run(named("find", "shop")).warnings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.QUERY_FAILED);
        assertThatThrownBy(() -> askThere(remote).run(free("SELECT * { ?s ?p ?o }", Map.of())))
                .hasMessageContaining("PACKS-503");
        remote.failure = Optional.of(Problem.of(ProblemCode.ACCESS_DENIED, "no"));
        assertThatThrownBy(() -> askThere(remote).run(named("find", "shop"))).hasMessageContaining("PACKS-210");
    }

    @Test
    void an_export_replaces_a_graph_elsewhere() {
        FakeRemote remote = new FakeRemote();
        ExportGraph.Exported exported = new ExportGraph(
                        new PackGraph(bench.library(), List.of("com.acme"), () -> List.of()), () -> engine)
                .run(new ExportGraph.Request(
                        List.of((PackRef.Named) PackRef.parse("shop")),
                        Optional.empty(),
                        GraphSyntax.TURTLE,
                        new ExportGraph.Target.Elsewhere(remote),
                        GraphLimits.standard()));

        assertThat(remote.written.lines().count()).isEqualTo(exported.triples()).isPositive();
        assertThat(exported.lines()).singleElement().asString().endsWith("triples of 1 pack to the graph there");
        assertThat(exported.document())
                .containsEntry("endpoint", "the graph there")
                .doesNotContainKey("graph");
    }
}
