package dev.packs.graph.rdf4j;

import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.Binding;
import org.eclipse.rdf4j.query.BindingSet;

/** The memory that one operator of a query holds: booked while it collects, given back at once when it is closed. */
final class Account implements AutoCloseable {

    private static final int OBJECT = 64;
    private static final int REFERENCE = 16;

    private final Guard guard;
    private long booked;

    Account(Guard guard) {
        this.guard = guard;
    }

    void book(long bytes) {
        booked += bytes;
        guard.hold(bytes);
    }

    void bookRow(BindingSet row) {
        book(weight(row));
    }

    void giveBack(long bytes) {
        booked -= bytes;
        guard.release(bytes);
    }

    @Override
    public void close() {
        guard.release(booked);
        booked = 0;
    }

    /** Values of the graph are there anyway; what the query made is not. */
    static long weight(BindingSet row) {
        long bytes = OBJECT;
        for (Binding binding : row) {
            bytes += REFERENCE + weight(binding.getValue());
        }
        return bytes;
    }

    /** A row of so many values, without the values. */
    static long weightOfRow(int values) {
        return OBJECT + (long) REFERENCE * values;
    }

    static long weight(Value value) {
        if (value instanceof Stored) {
            return REFERENCE;
        }
        return value instanceof Literal literal
                ? OBJECT + 2L * literal.getLabel().length()
                : 2L * OBJECT;
    }
}
