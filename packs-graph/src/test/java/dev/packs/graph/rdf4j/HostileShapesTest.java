package dev.packs.graph.rdf4j;

import static dev.packs.graph.rdf4j.Graphs.problemOf;
import static dev.packs.graph.rdf4j.Graphs.turtle;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Shapes that would take all of the machine, or leave it. */
class HostileShapesTest {

    private static final String PREFIX = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n";

    private final Graph graph = Graphs.of(turtle("data.ttl", "<urn:s> <urn:p> \"" + "a".repeat(60) + "b\" .\n"));

    @Test
    void a_pattern_that_does_not_end_is_ended() {
        String shapes = PREFIX
                + "<urn:shape> a sh:NodeShape ; sh:targetSubjectsOf <urn:p> ; sh:property [ sh:path <urn:p> ; sh:pattern \"^(a*)*\\\\1c$\" ] .";
        long start = System.nanoTime();
        Problem problem = problemOf(() -> graph.validate(
                List.of(turtle("s.ttl", shapes)), GraphLimits.standard().with(LimitName.QUERY_SECONDS, 1)));
        assertThat(problem.code()).isEqualTo(ProblemCode.QUERY_TIME);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_query_inside_of_a_shape_reaches_nobody() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            for (String silent : new String[] {"", "SILENT "}) {
                String shapes = PREFIX
                        + "<urn:shape> a sh:NodeShape ; sh:targetSubjectsOf <urn:p> ; sh:sparql [ a sh:SPARQLConstraint ; sh:message \"m\" ;"
                        + " sh:select \"SELECT $this WHERE { $this <urn:p> ?o . SERVICE " + silent
                        + "<http://localhost:"
                        + server.getAddress().getPort() + "/> { ?a ?b ?c } }\" ] .";
                try {
                    graph.validate(List.of(turtle("s.ttl", shapes)), GraphLimits.standard());
                } catch (PacksException refused) {
                    assertThat(refused.problems()).hasSize(1);
                }
            }
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_query_inside_of_a_shape_ends_too() {
        String shapes = PREFIX
                + "<urn:shape> a sh:NodeShape ; sh:targetSubjectsOf <urn:p> ; sh:sparql [ a sh:SPARQLConstraint ; sh:message \"m\" ;"
                + " sh:select \"SELECT $this WHERE { $this ?p ?o . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i && STR(?c) = STR(?h)) }\" ] .";
        try (Graph chain = Graphs.chain(2000)) {
            Problem problem = problemOf(() -> chain.validate(
                    List.of(turtle("s.ttl", shapes)), GraphLimits.standard().with(LimitName.QUERY_SECONDS, 1)));
            assertThat(problem.code()).isEqualTo(ProblemCode.QUERY_TIME);
        }
    }
}
