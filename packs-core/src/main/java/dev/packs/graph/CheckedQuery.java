package dev.packs.graph;

import java.util.List;

/**
 * A query that is valid and only reads.
 *
 * @param columns of a {@code SELECT}, in the order of its answer; empty for other forms
 */
public record CheckedQuery(QueryForm form, List<String> columns) {

    public CheckedQuery {
        columns = List.copyOf(columns);
    }
}
