package dev.packs.graph;

import java.util.List;
import java.util.Map;

/** What a query gives. */
public sealed interface QueryAnswer {

    /**
     * The solutions of a {@code SELECT}.
     *
     * @param columns in the order of the query
     * @param rows column to term, without what is unbound; in the order that the query asks for, and if it asks for none, sorted
     */
    record Rows(List<String> columns, List<Map<String, Term>> rows) implements QueryAnswer {

        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** The triples of a {@code CONSTRUCT} or {@code DESCRIBE}, each once, sorted. */
    record Triples(List<Statement> statements) implements QueryAnswer {

        public Triples {
            statements = List.copyOf(statements);
        }
    }

    /** The answer to an {@code ASK}. */
    record Truth(boolean value) implements QueryAnswer {}
}
