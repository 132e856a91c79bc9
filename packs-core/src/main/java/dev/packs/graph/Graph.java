package dev.packs.graph;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Triples in memory that can be asked, checked and written, and never change. One call at a time. */
public interface Graph extends AutoCloseable {

    /** How many triples there are. */
    long size();

    /**
     * Answers a query.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#QUERY_INVALID}, {@link dev.packs.ProblemCode#QUERY_FORBIDDEN}, a limit's code, or
     *     {@link dev.packs.ProblemCode#QUERY_FAILED}
     */
    QueryAnswer query(QueryRequest request);

    /**
     * Holds the graph against SHACL shapes. Sorted by severity, the worst first, then by focus node, path and message.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#SHAPES_INVALID}, what a source can be refused for, or a limit's code
     */
    List<Violation> validate(List<GraphSource> shapes, GraphLimits limits);

    /** What people call the resource: {@code rdfs:label}, {@code skos:prefLabel}, {@code dcterms:title}, {@code schema:name}; without a language, then English, then the first. */
    Optional<String> label(Iri resource);

    /** Writes all triples, sorted; equal triples give equal bytes, blank nodes included where their descriptions differ. Does not close the stream. */
    void write(GraphSyntax syntax, OutputStream output);

    @Override
    void close();
}
