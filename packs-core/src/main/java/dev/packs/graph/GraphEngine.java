package dev.packs.graph;

import java.io.OutputStream;
import java.util.List;

/** Makes graphs. Found as a service in the class loader of the engine; the only class of it that anybody else gets to see. */
public interface GraphEngine {

    /**
     * Reads everything into a new graph. What is wrong with any of the sources is reported at once.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#GRAPH_SYNTAX}, {@link dev.packs.ProblemCode#GRAPH_FORBIDDEN}, or a limit's code
     */
    Graph open(GraphContent content, GraphLimits limits);

    /**
     * Whether the query is valid and only reads. Nothing is evaluated.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#QUERY_INVALID}, {@link dev.packs.ProblemCode#QUERY_FORBIDDEN}, or a limit's code, with line and column
     */
    CheckedQuery check(QueryRequest request);

    /**
     * The query with its values in it, for an engine elsewhere: what this engine would bind stands in {@code VALUES}, and prefixes that it knows by itself are declared. It
     * says there what it says here and no more, however the engine treats escapes.
     *
     * @throws dev.packs.PacksException as {@link #check}, and {@link dev.packs.ProblemCode#QUERY_INVALID} where a value cannot be told elsewhere
     */
    String portable(QueryRequest request);

    /**
     * Whether the shapes can be read, and are shapes. Nothing is validated.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#SHAPES_INVALID}, and what a source can be refused for
     */
    void checkShapes(List<GraphSource> shapes, GraphLimits limits);

    /** Writes these triples as {@link Graph#write} does. */
    void write(List<Statement> statements, GraphSyntax syntax, OutputStream output);
}
