package dev.packs.graph.rdf4j;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.LimitName;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Short ways to graphs and queries for tests. */
final class Graphs {

    static final Rdf4jEngine ENGINE = new Rdf4jEngine();

    private Graphs() {}

    static GraphSource turtle(String name, String text) {
        return source(name, GraphSyntax.TURTLE, text);
    }

    static GraphSource source(String name, GraphSyntax syntax, String text) {
        return GraphSource.of(name, syntax, text.getBytes(StandardCharsets.UTF_8));
    }

    static Graph of(GraphSource... sources) {
        return ENGINE.open(GraphContent.ofSources(Arrays.asList(sources)), GraphLimits.standard());
    }

    /** {@code <urn:n0> <urn:p> <urn:n1>}, and so on, in a chain. */
    static Graph chain(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("<urn:n")
                    .append(i)
                    .append("> <urn:p> <urn:n")
                    .append(i + 1)
                    .append("> .\n");
        }
        return of(source("chain.nt", GraphSyntax.NTRIPLES, text.toString()));
    }

    static QueryAnswer.Rows select(Graph graph, String query) {
        return (QueryAnswer.Rows) graph.query(QueryRequest.of(query, Place.of("q.rq")));
    }

    static QueryRequest limited(String query, LimitName limit, long value) {
        return new QueryRequest(
                query,
                Place.of("q.rq"),
                Map.of(),
                GraphLimits.standard().with(limit, value).query());
    }

    /** The one problem that the call ends with. */
    static Problem problemOf(ThrowingCallable call) {
        PacksException failed = Assertions.catchThrowableOfType(PacksException.class, call);
        Assertions.assertThat(failed).as("nothing failed").isNotNull();
        Assertions.assertThat(failed.problems()).hasSize(1);
        return failed.problems().get(0);
    }
}
