package dev.packs.operation;

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

/** An engine that gives the answer it was told to, and remembers what it was asked. */
final class FakeEngine implements GraphEngine {

    final List<GraphContent> opened = new ArrayList<>();
    final List<QueryRequest> asked = new ArrayList<>();
    QueryAnswer answer = new QueryAnswer.Rows(List.of("a"), List.of());
    Optional<Problem> failure = Optional.empty();

    static Problem wrong() {
        return Problem.of(ProblemCode.QUERY_INVALID, "that is no SPARQL");
    }

    @Override
    public Graph open(GraphContent content, GraphLimits limits) {
        opened.add(content);
        return new FakeGraph(content);
    }

    @Override
    public CheckedQuery check(QueryRequest request) {
        throw failure.orElse(wrong()).asException();
    }

    @Override
    public String portable(QueryRequest request) {
        return request.text();
    }

    @Override
    public void checkShapes(List<GraphSource> shapes, GraphLimits limits) {}

    @Override
    public void write(List<Statement> statements, GraphSyntax syntax, OutputStream output) {
        try {
            for (Statement statement : statements) {
                output.write((statement + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private final class FakeGraph implements Graph {

        private final GraphContent content;

        FakeGraph(GraphContent content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.statements().size();
        }

        @Override
        public QueryAnswer query(QueryRequest request) {
            asked.add(request);
            failure.ifPresent(problem -> {
                throw problem.asException();
            });
            return answer;
        }

        @Override
        public List<Violation> validate(List<GraphSource> shapes, GraphLimits limits) {
            return List.of();
        }

        @Override
        public Optional<String> label(Iri resource) {
            return Optional.empty();
        }

        @Override
        public void write(GraphSyntax syntax, OutputStream output) {
            FakeEngine.this.write(content.statements(), syntax, output);
        }

        @Override
        public void close() {}
    }
}
