package dev.packs.graph.rdf4j;

import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.algebra.Compare;
import org.eclipse.rdf4j.query.algebra.evaluation.ValueExprEvaluationException;
import org.eclipse.rdf4j.query.algebra.evaluation.util.QueryEvaluationUtil;
import org.jspecify.annotations.Nullable;

/** Those rows of which two values compare. */
final class NumberedFilter implements NumberedRows {

    private final Guard guard;
    private final NumberedRows rows;
    private final Operand left;
    private final Compare.CompareOp operator;
    private final Operand right;

    NumberedFilter(Guard guard, NumberedRows rows, Operand left, Compare.CompareOp operator, Operand right) {
        this.guard = guard;
        this.rows = rows;
        this.left = left;
        this.operator = operator;
        this.right = right;
    }

    @Override
    public boolean next() {
        while (rows.next()) {
            guard.step();
            if (holds()) {
                return true;
            }
        }
        return false;
    }

    private boolean holds() {
        Value one = left.value();
        Value other = right.value();
        if (one == null || other == null) {
            return false;
        }
        try {
            return QueryEvaluationUtil.compare(one, other, operator, false);
        } catch (ValueExprEvaluationException incomparable) {
            // SPARQL 1.1, 17.2: a filter whose condition is an error removes the row.
            return false;
        }
    }

    /** A value, or the place in a row where its number is. */
    static final class Operand {

        private final QueriedTriples triples;
        private final int[] row;
        private final int at;
        private final @Nullable Value fixed;

        /** @param at where there is no fixed value */
        Operand(QueriedTriples triples, int[] row, int at, @Nullable Value fixed) {
            this.triples = triples;
            this.row = row;
            this.at = at;
            this.fixed = fixed;
        }

        @Nullable
        Value value() {
            if (fixed != null) {
                return fixed;
            }
            return row[at] == UNBOUND ? null : triples.value(row[at]);
        }
    }
}
