package dev.packs.graph;

import java.util.List;
import java.util.Optional;

/**
 * What a graph is made of. All of it goes into one default graph.
 *
 * @param statements made by our own code; blank nodes in them are never those of a source
 * @param base what all of that is added to
 */
public record GraphContent(List<GraphSource> sources, List<Statement> statements, Optional<GraphBase> base) {

    public GraphContent {
        sources = List.copyOf(sources);
        statements = List.copyOf(statements);
    }

    public GraphContent(List<GraphSource> sources, List<Statement> statements) {
        this(sources, statements, Optional.empty());
    }

    public static GraphContent ofSources(List<GraphSource> sources) {
        return new GraphContent(sources, List.of());
    }

    public static GraphContent ofStatements(List<Statement> statements) {
        return new GraphContent(List.of(), statements);
    }
}
