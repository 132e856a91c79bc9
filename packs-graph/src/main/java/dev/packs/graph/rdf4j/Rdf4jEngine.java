package dev.packs.graph.rdf4j;

import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Statement;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Makes graphs that RDF4J keeps in memory. */
public final class Rdf4jEngine implements GraphEngine {

    /** For {@link java.util.ServiceLoader}. */
    public Rdf4jEngine() {}

    @Override
    public Graph open(GraphContent content, GraphLimits limits) {
        return OwnServices.with(() -> Rdf4jGraph.of(content, limits));
    }

    @Override
    public CheckedQuery check(QueryRequest request) {
        Guard guard = new Guard(request.limits(), request.place());
        return GraphThread.run(
                new QueryFence(guard), () -> QueryReader.read(request).checked());
    }

    @Override
    public String portable(QueryRequest request) {
        Guard guard = new Guard(request.limits(), request.place());
        return GraphThread.run(new QueryFence(guard), () -> PortableQuery.of(request));
    }

    @Override
    public void checkShapes(List<GraphSource> shapes, GraphLimits limits) {
        try (Graph nothing = open(GraphContent.ofSources(List.of()), limits)) {
            nothing.validate(shapes, limits);
        }
    }

    @Override
    public void write(List<Statement> statements, GraphSyntax syntax, OutputStream output) {
        new TripleWriter(Map.of()).write(statements, syntax, output);
    }
}
