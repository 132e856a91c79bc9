package dev.packs.graph.rdf4j;

import dev.packs.graph.TripleTable;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.iteration.EmptyIteration;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.jspecify.annotations.Nullable;

/** Triples that can be asked for by pattern, by values or by the numbers of values, and never change. */
interface QueriedTriples extends TripleSource {

    /** In place of a number: any value. */
    int ANY = TripleTable.ANY;

    /** The number of a value that the graph has not. Nothing matches it. */
    int UNKNOWN = -2;

    int size();

    /** How many triples match, or about so many; null matches everything. */
    int count(@Nullable Value subject, @Nullable Value predicate, @Nullable Value object);

    /** The number of an equal value, or {@link #UNKNOWN}. */
    int number(Value value);

    /** The value that has a number. */
    Value value(int number);

    /** The triples that match, each of the three a number, {@link #ANY} or {@link #UNKNOWN}. */
    Cursor cursor(int subject, int predicate, int object);

    /** Null matches everything. */
    default CloseableIteration<Statement> matching(
            @Nullable Value subject, @Nullable Value predicate, @Nullable Value object) {
        return new MatchedStatements(this, cursor(numberOrAny(subject), numberOrAny(predicate), numberOrAny(object)));
    }

    private int numberOrAny(@Nullable Value value) {
        return value == null ? ANY : number(value);
    }

    @Override
    default CloseableIteration<? extends Statement> getStatements(
            @Nullable Resource subject,
            @Nullable IRI predicate,
            @Nullable Value object,
            @Nullable Resource... contexts) {
        return isOfUnnamedGraph(contexts) ? matching(subject, predicate, object) : new EmptyIteration<>();
    }

    /** No contexts stand for all, and null for the only graph that there is. */
    private static boolean isOfUnnamedGraph(@Nullable Resource @Nullable ... contexts) {
        if (contexts == null || contexts.length == 0) {
            return true;
        }
        for (Resource context : contexts) {
            if (context == null) {
                return true;
            }
        }
        return false;
    }

    /** Triples one after the other: {@link #next}, then the numbers of their parts. For one thread. */
    interface Cursor {

        /** Goes to the next triple; false if there is none. */
        boolean next();

        int subject();

        int predicate();

        int object();
    }
}
