package dev.packs.graph;

import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Another engine, of whose graphs each question is told. */
public record WatchedEngine(GraphEngine engine, Activity activity) implements GraphEngine {

    @Override
    public Graph open(GraphContent content, GraphLimits limits) {
        try (Step step = activity.start(Work.QUERY, Subject.of("", "graph"))) {
            Graph graph = engine.open(content, limits);
            step.made(0, graph.size());
            return new Watched(graph, activity);
        }
    }

    @Override
    public CheckedQuery check(QueryRequest request) {
        return engine.check(request);
    }

    @Override
    public String portable(QueryRequest request) {
        return engine.portable(request);
    }

    @Override
    public void checkShapes(List<GraphSource> shapes, GraphLimits limits) {
        engine.checkShapes(shapes, limits);
    }

    @Override
    public void write(List<Statement> statements, GraphSyntax syntax, OutputStream output) {
        engine.write(statements, syntax, output);
    }

    /** Asks, and tells of it. */
    static QueryAnswer asked(Function<QueryRequest, QueryAnswer> graph, QueryRequest request, Activity activity) {
        try (Step step =
                activity.start(Work.QUERY, subject("query", request.place().file()))) {
            QueryAnswer answer = graph.apply(request);
            step.made(0, rows(answer));
            return answer;
        }
    }

    /** @param file {@code pack!/path}, or where else the text is from */
    private static Subject subject(String name, String file) {
        int end = file.indexOf("!/");
        return end < 0
                ? new Subject("", name, file)
                : new Subject(file.substring(0, end), name, file.substring(end + 2));
    }

    private static int rows(QueryAnswer answer) {
        if (answer instanceof QueryAnswer.Rows selected) {
            return selected.rows().size();
        }
        return answer instanceof QueryAnswer.Triples triples
                ? triples.statements().size()
                : 1;
    }

    private record Watched(Graph graph, Activity activity) implements Graph {

        @Override
        public long size() {
            return graph.size();
        }

        @Override
        public QueryAnswer query(QueryRequest request) {
            return asked(graph::query, request, activity);
        }

        @Override
        public List<Violation> validate(List<GraphSource> shapes, GraphLimits limits) {
            try (Step step = activity.start(
                    Work.QUERY,
                    subject("shapes", shapes.isEmpty() ? "" : shapes.get(0).name()))) {
                List<Violation> violations = graph.validate(shapes, limits);
                step.made(0, violations.size());
                return violations;
            }
        }

        @Override
        public Optional<String> label(Iri resource) {
            return graph.label(resource);
        }

        @Override
        public void write(GraphSyntax syntax, OutputStream output) {
            graph.write(syntax, output);
        }

        @Override
        public void close() {
            graph.close();
        }
    }
}
