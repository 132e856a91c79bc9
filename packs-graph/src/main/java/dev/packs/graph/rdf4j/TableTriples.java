package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.graph.GraphBase;
import dev.packs.graph.LimitName;
import dev.packs.graph.TripleTable;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.jspecify.annotations.Nullable;

/** The triples of a base, and those that were added to it, which share its numbers. Nothing of the base is read before it is asked for. Filled once, and never changed after it was sorted. */
final class TableTriples implements QueriedTriples {

    private static final int WIDTH = 3;

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
        for (Found all = new Found(ANY, ANY, ANY); all.next(); ) {
            size++;
        }
        return size;
    }

    @Override
    public int number(Value value) {
        int number = values.number(value);
        return number == TripleTable.ANY ? UNKNOWN : number;
    }

    @Override
    public Value value(int number) {
        return values.value(number);
    }

    @Override
    public Cursor cursor(int subject, int predicate, int object) {
        return new Found(subject, predicate, object);
    }

    @Override
    public int count(@Nullable Value subject, @Nullable Value predicate, @Nullable Value object) {
        int s = subject == null ? ANY : number(subject);
        int p = predicate == null ? ANY : number(predicate);
        int o = object == null ? ANY : number(object);
        if (s == UNKNOWN || p == UNKNOWN || o == UNKNOWN) {
            return 0;
        }
        return added.count(s, p, o) + (isOfBase(s, p, o) ? base.triples().count(s, p, o) : 0);
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
    private final class Found implements Cursor {

        private final TripleTable.@Nullable Rows ofBase;
        private final TripleTable.@Nullable Rows ofAdded;
        private TripleTable.@Nullable Rows current;

        Found(int s, int p, int o) {
            boolean isKnown = s != UNKNOWN && p != UNKNOWN && o != UNKNOWN;
            ofBase = isKnown && isOfBase(s, p, o) ? base.triples().rows(s, p, o) : null;
            ofAdded = isKnown ? added.rows(s, p, o) : null;
            current = ofBase == null ? ofAdded : ofBase;
        }

        @Override
        public boolean next() {
            TripleTable.Rows rows = current;
            if (rows != null && rows == ofBase) {
                while (rows.next()) {
                    if (!base.hidden().get(rows.subject()) && !base.hidden().get(rows.object())) {
                        return true;
                    }
                }
                rows = ofAdded;
                current = rows;
            }
            return rows != null && rows.next();
        }

        @Override
        public int subject() {
            return found().subject();
        }

        @Override
        public int predicate() {
            return found().predicate();
        }

        @Override
        public int object() {
            return found().object();
        }

        private TripleTable.Rows found() {
            return Objects.requireNonNull(current);
        }
    }
}
