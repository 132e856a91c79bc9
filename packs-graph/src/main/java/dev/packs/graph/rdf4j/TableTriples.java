package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.graph.GraphBase;
import dev.packs.graph.LimitName;
import dev.packs.graph.TripleTable;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.iteration.EmptyIteration;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.jspecify.annotations.Nullable;

/** The triples of a base, and those that were added to it, which share its numbers. Nothing of the base is read before it is asked for. Filled once, and never changed after it was sorted. */
final class TableTriples implements QueriedTriples {

    private static final int WIDTH = 3;

    /** The number of what is nowhere. */
    private static final int UNKNOWN = -2;

    private final GraphBase base;
    private final TableValues values;
    private int[] rows = new int[WIDTH * 1024];
    private int length;
    private TripleTable added = TripleTable.of(0, new int[0]);

    TableTriples(GraphBase base) {
        this.base = base;
        values = new TableValues(base.terms());
    }

    /** To be called before {@link #sort}. What the base has is not added. */
    void add(Resource subject, IRI predicate, Value object) {
        int s = values.numberOrAdd(subject);
        int p = values.numberOrAdd(predicate);
        int o = values.numberOrAdd(object);
        if (isInBase(s, p, o)) {
            return;
        }
        if (length == rows.length) {
            rows = Arrays.copyOf(rows, 2 * length);
        }
        rows[length] = s;
        rows[length + 1] = p;
        rows[length + 2] = o;
        length += WIDTH;
    }

    private boolean isInBase(int s, int p, int o) {
        return isOfBase(s, p, o)
                && !base.hidden().get(s)
                && !base.hidden().get(o)
                && base.triples().count(s, p, o) > 0;
    }

    /**
     * To be called once, when everything is there.
     *
     * @param limit how many triples the base and what was added may have together
     */
    void sort(int limit) {
        added = TripleTable.of(values.size(), Arrays.copyOf(rows, length));
        rows = new int[0];
        long size = (long) base.triples().size() + added.size();
        if (size > limit) {
            throw LimitName.GRAPH_TRIPLES
                    .reached(
                            Place.of("packs"),
                            "the graph has " + size + " triples, more than " + limit,
                            Math.max(size, limit))
                    .asException();
        }
    }

    @Override
    public int size() {
        if (base.hidden().isEmpty()) {
            return base.triples().size() + added.size();
        }
        int size = 0;
        for (Found all = new Found(TripleTable.ANY, TripleTable.ANY, TripleTable.ANY); all.hasNext(); ) {
            all.skip();
            size++;
        }
        return size;
    }

    @Override
    public CloseableIteration<? extends Statement> getStatements(
            @Nullable Resource subject,
            @Nullable IRI predicate,
            @Nullable Value object,
            @Nullable Resource... contexts) {
        return IndexedTriples.isOfUnnamedGraph(contexts)
                ? matching(subject, predicate, object)
                : new EmptyIteration<>();
    }

    @Override
    public CloseableIteration<Statement> matching(
            @Nullable Value subject, @Nullable Value predicate, @Nullable Value object) {
        int s = number(subject);
        int p = number(predicate);
        int o = number(object);
        return s == UNKNOWN || p == UNKNOWN || o == UNKNOWN ? new EmptyIteration<>() : new Found(s, p, o);
    }

    @Override
    public int count(@Nullable Value subject, @Nullable Value predicate, @Nullable Value object) {
        int s = number(subject);
        int p = number(predicate);
        int o = number(object);
        if (s == UNKNOWN || p == UNKNOWN || o == UNKNOWN) {
            return 0;
        }
        return added.count(s, p, o) + (isOfBase(s, p, o) ? base.triples().count(s, p, o) : 0);
    }

    private int number(@Nullable Value value) {
        if (value == null) {
            return TripleTable.ANY;
        }
        int number = values.number(value);
        return number == TripleTable.ANY ? UNKNOWN : number;
    }

    private boolean isOfBase(int s, int p, int o) {
        int terms = base.terms().size();
        return s < terms && p < terms && o < terms;
    }

    @Override
    public ValueFactory getValueFactory() {
        return SimpleValueFactory.getInstance();
    }

    /** What fits a pattern: of the base what is not hidden, then what was added. */
    private final class Found implements CloseableIteration<Statement> {

        private final TripleTable.Rows ofBase;
        private final TripleTable.Rows ofAdded;
        private TripleTable.Rows current;
        private boolean isAhead;

        Found(int s, int p, int o) {
            ofAdded = added.rows(s, p, o);
            ofBase = isOfBase(s, p, o) ? base.triples().rows(s, p, o) : ofAdded;
            current = ofBase;
        }

        @Override
        public boolean hasNext() {
            if (!isAhead) {
                isAhead = advance();
            }
            return isAhead;
        }

        private boolean advance() {
            while (current == ofBase && current != ofAdded) {
                if (!current.next()) {
                    current = ofAdded;
                } else if (!base.hidden().get(current.subject())
                        && !base.hidden().get(current.object())) {
                    return true;
                }
            }
            return current.next();
        }

        void skip() {
            isAhead = false;
        }

        @Override
        public Statement next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isAhead = false;
            return SimpleValueFactory.getInstance()
                    .createStatement(
                            (Resource) values.value(current.subject()),
                            (IRI) values.value(current.predicate()),
                            values.value(current.object()));
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
