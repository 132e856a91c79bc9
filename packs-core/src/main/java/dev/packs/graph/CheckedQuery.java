package dev.packs.graph;

import java.util.List;

/**
 * A query that is valid and only reads.
 *
 * @param repeatable whether equal graphs give equal answers: no {@code NOW}, {@code RAND}, {@code UUID}, {@code STRUUID}, {@code SAMPLE}
 * @param ordered whether it says in which order its rows come
 * @param columns of a {@code SELECT}, in the order of its answer; empty for other forms
 */
public record CheckedQuery(QueryForm form, boolean repeatable, boolean ordered, List<String> columns) {

    public CheckedQuery {
        columns = List.copyOf(columns);
    }
}
