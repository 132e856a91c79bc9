package dev.packs.graph.rdf4j;

import static dev.packs.graph.rdf4j.Graphs.problemOf;
import static dev.packs.graph.rdf4j.Graphs.source;
import static dev.packs.graph.rdf4j.Graphs.turtle;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.LimitName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of triples that would take all of the machine, or leave it. */
class HostileSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"[ <urn:p> ", "( ", "[] <urn:p> [ <urn:q> ( "})
    void turtle_is_not_nested_without_end(String opening) {
        String text = "<urn:s> <urn:p> " + opening.repeat(100_000);
        assertThat(problemOf(() -> Graphs.of(turtle("deep.ttl", text))).code())
                .isIn(ProblemCode.GRAPH_TOO_DEEP, ProblemCode.GRAPH_SYNTAX);
    }

    @Test
    void json_and_xml_are_not_nested_without_end() {
        String json = "{\"urn:p\":".repeat(100_000);
        assertThat(problemOf(() -> Graphs.of(source("deep.jsonld", GraphSyntax.JSONLD, json)))
                        .code())
                .isEqualTo(ProblemCode.GRAPH_TOO_DEEP);
        String xml = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"urn:e:\">"
                + "<rdf:Description><e:p>".repeat(50_000);
        assertThat(problemOf(() -> Graphs.of(source("deep.rdf", GraphSyntax.RDFXML, xml)))
                        .code())
                .isEqualTo(ProblemCode.GRAPH_TOO_DEEP);
    }

    @Test
    void each_amount_has_its_limit() {
        String prefixes = IntStream.range(0, 5000)
                .mapToObj(i -> "@prefix p" + i + ": <urn:" + i + ":> .\n")
                .collect(Collectors.joining());
        assertThat(refused(LimitName.SOURCE_PREFIXES, 200, prefixes)).isEqualTo(ProblemCode.GRAPH_TOO_MANY_PREFIXES);
        assertThat(refused(LimitName.SOURCE_LITERAL, 1000, "<urn:s> <urn:p> \"\"\"" + "x".repeat(2000) + "\"\"\" ."))
                .isEqualTo(ProblemCode.GRAPH_LITERAL_TOO_LONG);
        assertThat(refused(LimitName.SOURCE_LITERAL, 1000, "<urn:s> <urn:p> <urn:" + "x".repeat(2000) + "> ."))
                .isEqualTo(ProblemCode.GRAPH_LITERAL_TOO_LONG);
        assertThat(refused(LimitName.SOURCE_BLANK_NODES, 100, "[] <urn:p> 1 .\n".repeat(500)))
                .isEqualTo(ProblemCode.GRAPH_TOO_MANY_BLANK_NODES);
        assertThat(refused(LimitName.SOURCE_BLANK_NODES, 100, "<urn:s> <urn:p> (" + " 1".repeat(500) + ") ."))
                .isEqualTo(ProblemCode.GRAPH_TOO_MANY_BLANK_NODES);
        assertThat(refused(
                        LimitName.GRAPH_TRIPLES,
                        100,
                        "<urn:s> <urn:p> "
                                + IntStream.range(0, 500)
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining(","))
                                + " ."))
                .isEqualTo(ProblemCode.GRAPH_TOO_MANY_TRIPLES);
        assertThat(refused(LimitName.SOURCE_BYTES, 100, "#".repeat(101))).isEqualTo(ProblemCode.GRAPH_TOO_LARGE);
    }

    @Test
    void reading_has_a_deadline() {
        String text = "<urn:s> <urn:p> 1 .\n".repeat(400_000);
        GraphLimits limits =
                GraphLimits.standard().with(LimitName.SOURCE_BYTES, 100 << 20).with(LimitName.SOURCE_SECONDS, 1);
        SourceFence fence = new SourceFence(turtle("slow.ttl", text), limits.source());
        fence.cancel();
        PacksException failed = Assertions.catchThrowableOfType(PacksException.class, () -> {
            for (int i = 0; i < 1000; i++) {
                fence.step();
            }
        });
        assertThat(failed.problems().get(0).code()).isEqualTo(ProblemCode.GRAPH_TIME);
    }

    @Test
    void a_trusted_source_may_be_large_but_not_deep() {
        String large = "<urn:s> <urn:p> \"" + "x".repeat(5000) + "\" .";
        GraphLimits limits =
                GraphLimits.standard().with(LimitName.SOURCE_BYTES, 100).with(LimitName.SOURCE_LITERAL, 100);
        GraphSource trusted =
                GraphSource.trusted("own.ttl", GraphSyntax.TURTLE, large.getBytes(StandardCharsets.UTF_8));
        try (Graph graph = Graphs.ENGINE.open(GraphContent.ofSources(List.of(trusted)), limits)) {
            assertThat(graph.size()).isEqualTo(1);
        }
        GraphSource deep = GraphSource.trusted(
                "own.ttl",
                GraphSyntax.TURTLE,
                ("<urn:s> <urn:p> " + "( ".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(problemOf(() -> Graphs.of(deep)).code()).isEqualTo(ProblemCode.GRAPH_TOO_DEEP);
    }

    @Test
    void nothing_is_fetched() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/x";
            for (String json : new String[] {
                "{\"@context\": \"" + url + "\", \"@id\": \"urn:s\", \"urn:p\": 1}",
                "{\"@context\": {\"@import\": \"" + url + "\"}, \"@id\": \"urn:s\", \"urn:p\": 1}",
                "{\"@context\": {\"a\": {\"@id\": \"urn:a\", \"@context\": \"" + url
                        + "\"}}, \"@id\": \"urn:s\", \"a\": {\"urn:p\": 1}}",
                "{\"@context\": \"file:///etc/passwd\", \"@id\": \"urn:s\", \"urn:p\": 1}",
            }) {
                Problem problem = problemOf(() -> Graphs.of(source("x.jsonld", GraphSyntax.JSONLD, json)));
                assertThat(problem.code()).as(problem.toString()).isEqualTo(ProblemCode.GRAPH_FORBIDDEN);
            }
            for (String type : new String[] {
                "<!DOCTYPE x SYSTEM \"" + url + "\">",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY % e SYSTEM \"" + url + "\"> %e;]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
            }) {
                String xml = type
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"urn:s\"/></rdf:RDF>";
                Problem problem = problemOf(() -> Graphs.of(source("x.rdf", GraphSyntax.RDFXML, xml)));
                assertThat(problem.code()).as(problem.toString()).isEqualTo(ProblemCode.GRAPH_FORBIDDEN);
            }
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_is_wrong_has_a_place_and_all_of_it_is_told() {
        PacksException failed = Assertions.catchThrowableOfType(
                PacksException.class,
                () -> Graphs.of(
                        turtle("a.ttl", "<urn:s> <urn:p> 1 .\n<urn:s> foaf:name 1 .\n"),
                        source("b.nt", GraphSyntax.NTRIPLES, "<urn:s> <urn:p> <urn:o> .\nnonsense\n"),
                        source("c.jsonld", GraphSyntax.JSONLD, "{ \"a\": "),
                        source("d.rdf", GraphSyntax.RDFXML, "<a>\n<b>\n</a>"),
                        turtle("e.ttl", "<urn:s> <urn:p> << <urn:a> <urn:b> <urn:c> >> .")));
        assertThat(failed.problems()).extracting(Problem::code).containsOnly(ProblemCode.GRAPH_SYNTAX);
        assertThat(failed.problems())
                .extracting(problem -> problem.place().orElseThrow().file())
                .containsExactly("a.ttl", "b.nt", "c.jsonld", "d.rdf", "e.ttl");
        assertThat(failed.problems().get(0).place().orElseThrow().line()).isEqualTo(2);
        assertThat(failed.problems().get(1).place().orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void an_empty_ontology_is_told_as_one_and_with_a_way_out() {
        Problem problem = problemOf(() -> Graphs.of(source("x.owl", GraphSyntax.RDFXML, "")));

        assertThat(problem.message()).contains("this is no RDF/XML: Premature end of file");
        assertThat(problem.help().orElseThrow()).contains("the file is empty, or was not written to its end");
    }

    private static ProblemCode refused(LimitName limit, long value, String text) {
        Problem problem = problemOf(() -> Graphs.ENGINE.open(
                GraphContent.ofSources(List.of(turtle("x.ttl", text))),
                GraphLimits.standard().with(limit, value)));
        assertThat(problem.help().orElseThrow()).contains("-D" + limit.property() + "=" + 2 * value);
        return problem.code();
    }
}
