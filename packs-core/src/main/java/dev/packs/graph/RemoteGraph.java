package dev.packs.graph;

/** Triples that a server keeps: asked in SPARQL, and replaced as a whole. Its text form says where they are, without credentials. */
public interface RemoteGraph {

    /**
     * Answers a query as {@link Graph#query} does; the limits of the request hold for the answer.
     *
     * @throws dev.packs.PacksException as {@link Graph#query}; {@link dev.packs.ProblemCode#ENDPOINT_UNREACHABLE}, {@link dev.packs.ProblemCode#ENDPOINT_ANSWER},
     *     {@link dev.packs.ProblemCode#ACCESS_DENIED} or {@link dev.packs.ProblemCode#FETCH_TIMED_OUT} where there is no answer
     */
    QueryAnswer query(QueryRequest request);

    /** Whether there is no triple at all. Fails as {@link #query}. */
    boolean isEmpty();

    /**
     * Puts these triples there instead of those that are.
     *
     * @param turtle in UTF-8
     * @throws dev.packs.PacksException as {@link #query}
     */
    void replace(byte[] turtle);
}
