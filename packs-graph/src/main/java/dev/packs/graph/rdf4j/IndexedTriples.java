package dev.packs.graph.rdf4j;

import java.util.Arrays;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.jspecify.annotations.Nullable;

/**
 * Triples as numbers of their values, in three orders, so that what matches a pattern lies side by side. Filled once, and never changed after it was sorted.
 *
 * <p>RDF4J's own store in memory keeps transactions, isolation levels and threads for data that changes; a graph that is read once needs none, and a short-lived JVM pays for each class.
 */
final class IndexedTriples implements QueriedTriples {

    private static final int FIRST_SIZE = 1024;

    private final StoredValues values;
    private final ValueFactory made = SimpleValueFactory.getInstance();

    /** The triples, once sorted by subject, then predicate, then object. */
    private int[] subjects = new int[FIRST_SIZE];

    private int[] predicates = new int[FIRST_SIZE];
    private int[] objects = new int[FIRST_SIZE];
    private int size;

    /** Positions of triples, by predicate, subject, object; and by object, predicate, subject. */
    private int[] byPredicate = new int[0];

    private int[] byObject = new int[0];

    /** Where the triples of a value begin in each order; one more entry says where the last ones end. */
    private int[] subjectStarts = new int[1];

    private int[] predicateStarts = new int[1];
    private int[] objectStarts = new int[1];

    IndexedTriples(StoredValues values) {
        this.values = values;
    }

    /** To be called before {@link #sort}. */
    void add(Resource subject, IRI predicate, Value object) {
        if (size == subjects.length) {
            int more = size * 2;
            subjects = Arrays.copyOf(subjects, more);
            predicates = Arrays.copyOf(predicates, more);
            objects = Arrays.copyOf(objects, more);
        }
        subjects[size] = values.number(subject);
        predicates[size] = values.number(predicate);
        objects[size] = values.number(object);
        size++;
    }

    /** To be called once, when all triples are there. Of equal ones, one stays. */
    void sort() {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        order = ordered(order, objects);
        order = ordered(order, predicates);
        order = ordered(order, subjects);
        take(order);
        order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        byPredicate = ordered(order, predicates);
        byObject = ordered(byPredicate, objects);
        subjectStarts = starts(subjects);
        predicateStarts = starts(predicates);
        objectStarts = starts(objects);
    }

    /** Sorts positions by what stands there, and leaves those with the same in their order. */
    private int[] ordered(int[] order, int[] column) {
        int[] next = starts(column);
        int[] sorted = new int[size];
        for (int position : order) {
            int value = column[position];
            sorted[next[value]] = position;
            next[value]++;
        }
        return sorted;
    }

    private int[] starts(int[] column) {
        int[] starts = new int[values.count() + 1];
        for (int i = 0; i < size; i++) {
            starts[column[i] + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }

    /** Puts the triples into an order, in which equal ones are neighbours. */
    private void take(int[] order) {
        int[] newSubjects = new int[size];
        int[] newPredicates = new int[size];
        int[] newObjects = new int[size];
        int count = 0;
        for (int position : order) {
            int subject = subjects[position];
            int predicate = predicates[position];
            int object = objects[position];
            if (count == 0
                    || newObjects[count - 1] != object
                    || newPredicates[count - 1] != predicate
                    || newSubjects[count - 1] != subject) {
                newSubjects[count] = subject;
                newPredicates[count] = predicate;
                newObjects[count] = object;
                count++;
            }
        }
        subjects = newSubjects;
        predicates = newPredicates;
        objects = newObjects;
        size = count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int number(Value value) {
        int number = values.find(value);
        return number == Stored.UNUSED ? UNKNOWN : number;
    }

    @Override
    public Value value(int number) {
        return values.value(number);
    }

    @Override
    public Cursor cursor(int subject, int predicate, int object) {
        return new Matches(range(subject, predicate, object));
    }

    @Override
    public int count(@Nullable Value subject, @Nullable Value predicate, @Nullable Value object) {
        Range range = range(
                subject == null ? ANY : number(subject),
                predicate == null ? ANY : number(predicate),
                object == null ? ANY : number(object));
        return Math.max(0, range.to - range.from);
    }

    private Range range(int s, int p, int o) {
        if (s == UNKNOWN || p == UNKNOWN || o == UNKNOWN) {
            return new Range(null, 0, 0);
        }
        if (s >= 0) {
            Range ofSubject = new Range(null, subjectStarts[s], subjectStarts[s + 1]);
            if (p >= 0) {
                Range ofBoth = ofSubject.where(predicates, p);
                return o < 0 ? ofBoth : ofBoth.where(objects, o);
            }
            return o < 0 ? ofSubject : picked(ofSubject, o);
        }
        if (o >= 0) {
            Range ofObject = new Range(byObject, objectStarts[o], objectStarts[o + 1]);
            return p < 0 ? ofObject : ofObject.where(predicates, p);
        }
        if (p >= 0) {
            return new Range(byPredicate, predicateStarts[p], predicateStarts[p + 1]);
        }
        return new Range(null, 0, size);
    }

    /** Those of a subject that have an object, whatever the predicate: the one question that no order answers. */
    private Range picked(Range ofSubject, int object) {
        int[] picked = new int[ofSubject.to - ofSubject.from];
        int count = 0;
        for (int position = ofSubject.from; position < ofSubject.to; position++) {
            if (objects[position] == object) {
                picked[count] = position;
                count++;
            }
        }
        return new Range(picked, 0, count);
    }

    @Override
    public ValueFactory getValueFactory() {
        return made;
    }

    /** A piece of an order, or of the triples themselves where it is null. The end is exclusive. */
    private static final class Range {

        private final int @Nullable [] order;
        private final int from;
        private final int to;

        Range(int @Nullable [] order, int from, int to) {
            this.order = order;
            this.from = from;
            this.to = to;
        }

        /** Those that have a value in a column by which the piece is sorted. */
        Range where(int[] column, int value) {
            int start = firstAtLeast(column, value, from);
            return new Range(order, start, firstAtLeast(column, value + 1, start));
        }

        private int firstAtLeast(int[] column, int value, int start) {
            int low = start;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (column[order == null ? middle : order[middle]] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** The triples of a piece, one after the other. */
    private final class Matches implements Cursor {

        private final int @Nullable [] order;
        private final int to;
        private int next;
        private int position;

        Matches(Range range) {
            order = range.order;
            next = range.from;
            to = range.to;
        }

        @Override
        public boolean next() {
            if (next >= to) {
                return false;
            }
            position = order == null ? next : order[next];
            next++;
            return true;
        }

        @Override
        public int subject() {
            return subjects[position];
        }

        @Override
        public int predicate() {
            return predicates[position];
        }

        @Override
        public int object() {
            return objects[position];
        }
    }
}
