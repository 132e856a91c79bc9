package dev.packs.graph.rdf4j;

import java.util.Comparator;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.algebra.evaluation.iterator.OrderIterator;

/** A sort whose rows are booked, and that looks at the clock while it compares. */
final class BookedOrder extends OrderIterator {

    private final Account account;
    private final Rows rows;

    private BookedOrder(Account account, Rows rows, Comparator<BindingSet> order, Cut cut) {
        super(rows, order, cut.limit, cut.isDistinct);
        this.account = account;
        this.rows = rows;
    }

    static BookedOrder of(Guard guard, CloseableIteration<BindingSet> rows, Comparator<BindingSet> order, Cut cut) {
        Comparator<BindingSet> guarded = (left, right) -> {
            guard.step();
            return order.compare(left, right);
        };
        return new BookedOrder(new Account(guard), new Rows(rows), guarded, cut);
    }

    /** How much of what was sorted is needed. */
    record Cut(long limit, boolean isDistinct) {}

    @Override
    protected void increment() {
        account.book(rows.weight);
        rows.booked += rows.weight;
        rows.count++;
    }

    @Override
    protected void decrement(int amount) {
        if (rows.count > 0) {
            long share = rows.booked / rows.count * amount;
            rows.booked -= share;
            rows.count -= amount;
            account.giveBack(share);
        }
    }

    @Override
    protected void handleClose() {
        try {
            super.handleClose();
        } finally {
            account.close();
        }
    }

    /** Remembers what the last row weighed. */
    private static final class Rows implements CloseableIteration<BindingSet> {

        private final CloseableIteration<BindingSet> rows;
        private long weight;
        private long booked;
        private long count;

        Rows(CloseableIteration<BindingSet> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public BindingSet next() {
            BindingSet row = rows.next();
            weight = 64 + Account.weight(row);
            return row;
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
