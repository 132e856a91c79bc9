package dev.packs.graph;

import java.util.ArrayList;
import java.util.Comparator;
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

        private static final Comparator<Term> UNBOUND_FIRST = Comparator.nullsFirst(Term.order());

        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** What a query without an order gives: sorted by the columns from left to right, what is unbound first. */
        public static Rows sorted(List<String> columns, List<Map<String, Term>> rows) {
            List<Map<String, Term>> sorted = new ArrayList<>(rows);
            sorted.sort((left, right) -> compare(columns, left, right));
            return new Rows(columns, sorted);
        }

        private static int compare(List<String> columns, Map<String, Term> left, Map<String, Term> right) {
            for (String column : columns) {
                int order = UNBOUND_FIRST.compare(left.get(column), right.get(column));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
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
