package dev.packs.endpoint;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Iri;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Statement;
import dev.packs.graph.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows a query by its first word and the columns {@code a} and {@code b}, and N-Triples of three plain IRIs. The real engine is tested where it is. */
final class StandInEngine implements GraphEngine {

    @Override
    public Graph open(GraphContent content, GraphLimits limits) {
        return new Lines(content.sources().get(0));
    }

    @Override
    public CheckedQuery check(QueryRequest request) {
        return new CheckedQuery(
                QueryForm.valueOf(request.text().split(" ", 2)[0]),
                true,
                request.text().contains("ORDER BY"),
                List.of("a", "b"));
    }

    @Override
    public String portable(QueryRequest request) {
        return request.text() + " #" + request.bindings();
    }

    @Override
    public void checkShapes(List<GraphSource> shapes, GraphLimits limits) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(List<Statement> statements, GraphSyntax syntax, OutputStream output) {
        throw new UnsupportedOperationException();
    }

    private record Lines(GraphSource source) implements Graph {

        @Override
        public long size() {
            throw new UnsupportedOperationException();
        }

        @Override
        public QueryAnswer query(QueryRequest request) {
            List<Statement> statements = new ArrayList<>();
            for (String line : text().lines().toList()) {
                String[] words = line.split(" ");
                if (words.length != 4) {
                    throw Problem.of(ProblemCode.GRAPH_SYNTAX, "this is no N-Triples")
                            .asException();
                }
                statements.add(new Statement(iri(words[0]), iri(words[1]), iri(words[2])));
            }
            return new QueryAnswer.Triples(statements);
        }

        private String text() {
            try {
                return new String(source.open().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private static Iri iri(String word) {
            return new Iri(word.substring(1, word.length() - 1));
        }

        @Override
        public List<Violation> validate(List<GraphSource> shapes, GraphLimits limits) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> label(Iri resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(GraphSyntax syntax, OutputStream output) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
