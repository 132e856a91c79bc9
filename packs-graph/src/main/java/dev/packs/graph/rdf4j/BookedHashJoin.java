package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.QueryEvaluationContext;
import org.eclipse.rdf4j.query.algebra.evaluation.iterator.HashJoinIteration;

/** A join that first collects one of its sides, each row booked. */
final class BookedHashJoin extends HashJoinIteration {

    private final Account account;

    BookedHashJoin(
            Account account,
            QueryEvaluationStep left,
            QueryEvaluationStep right,
            BindingSet bindings,
            Kind kind,
            QueryEvaluationContext context) {
        super(left, right, bindings, kind.isOuter, kind.attributes.toArray(new String[0]), context);
        this.account = account;
    }

    /** What a join keeps and compares. */
    record Kind(boolean isOuter, List<String> attributes) {}

    @Override
    @SuppressWarnings("serial") // it never leaves the query
    protected Collection<BindingSet> makeIterationCache(CloseableIteration<BindingSet> rows) {
        return new ArrayList<>() {
            @Override
            public boolean add(BindingSet row) {
                account.book(2 * Account.weight(row));
                return super.add(row);
            }
        };
    }

    @Override
    protected void handleClose() {
        try {
            super.handleClose();
        } finally {
            account.close();
        }
    }
}
