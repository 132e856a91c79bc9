package dev.packs.graph.rdf4j;

import java.util.function.Consumer;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.BindingSet;

/** Rows that are looked at as they pass; and an end that gives back what was booked for them. */
final class BookedIteration implements CloseableIteration<BindingSet> {

    private final CloseableIteration<BindingSet> rows;
    private final Consumer<BindingSet> look;
    private final Runnable atEnd;

    BookedIteration(CloseableIteration<BindingSet> rows, Consumer<BindingSet> look, Runnable atEnd) {
        this.rows = rows;
        this.look = look;
        this.atEnd = atEnd;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public BindingSet next() {
        BindingSet row = rows.next();
        look.accept(row);
        return row;
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } finally {
            atEnd.run();
        }
    }
}
