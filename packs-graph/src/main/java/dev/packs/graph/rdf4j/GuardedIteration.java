package dev.packs.graph.rdf4j;

import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.BindingSet;

/** Rows that count as steps, one by one. */
final class GuardedIteration implements CloseableIteration<BindingSet> {

    private final CloseableIteration<BindingSet> rows;
    private final Guard guard;

    GuardedIteration(CloseableIteration<BindingSet> rows, Guard guard) {
        this.rows = rows;
        this.guard = guard;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public BindingSet next() {
        guard.step();
        return rows.next();
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
