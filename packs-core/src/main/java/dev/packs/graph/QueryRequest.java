package dev.packs.graph;

import dev.packs.Place;
import java.util.Map;

/**
 * A question to a graph.
 *
 * @param text SPARQL 1.1 Query
 * @param place where the text starts, for messages: a file, or a file and the line of the text's first line
 * @param bindings variable (without {@code ?}) to the term that it stands for; bound, never pasted into the text
 */
public record QueryRequest(String text, Place place, Map<String, Term> bindings, QueryLimits limits) {

    public QueryRequest {
        bindings = Map.copyOf(bindings);
    }

    /** Without bindings, under the standard limits. */
    public static QueryRequest of(String text, Place place) {
        return new QueryRequest(text, place, Map.of(), QueryLimits.standard());
    }
}
