package dev.packs.graph;

import java.nio.IntBuffer;
import java.util.List;

/**
 * Triples of numbered terms, each once, sorted by subject, predicate, object and a second time by predicate, object, subject, so that every pattern is a range or a few.
 *
 * <p>The columns may be those of a mapped file. Safe for use by several threads.
 */
public final class TripleTable {

    /** In place of a number: any term. */
    public static final int ANY = -1;

    private static final int COLUMNS = 7;

    private final IntBuffer subjectStarts;
    private final IntBuffer predicates;
    private final IntBuffer objects;
    private final IntBuffer usedPredicates;
    private final IntBuffer predicateStarts;
    private final IntBuffer objectsByPredicate;
    private final IntBuffer subjectsByPredicate;

    private TripleTable(List<IntBuffer> columns) {
        subjectStarts = columns.get(0);
        predicates = columns.get(1);
        objects = columns.get(2);
        usedPredicates = columns.get(3);
        predicateStarts = columns.get(4);
        objectsByPredicate = columns.get(5);
        subjectsByPredicate = columns.get(6);
    }

    /**
     * A table of triples in any order.
     *
     * @param terms how many terms have a number
     * @param rows subject, predicate and object of one triple after the other; what is there twice counts once
     */
    public static TripleTable of(int terms, int[] rows) {
        return new TripleTable(TripleSort.columns(terms, rows));
    }

    /** The table that gave these {@link #columns()}. */
    public static TripleTable ofColumns(List<IntBuffer> columns) {
        if (columns.size() != COLUMNS) {
            throw new IllegalArgumentException("a table has " + COLUMNS + " columns, not " + columns.size());
        }
        return new TripleTable(columns);
    }

    /** What the table is made of, to be written down. */
    public List<IntBuffer> columns() {
        return List.of(
                subjectStarts.duplicate(),
                predicates.duplicate(),
                objects.duplicate(),
                usedPredicates.duplicate(),
                predicateStarts.duplicate(),
                objectsByPredicate.duplicate(),
                subjectsByPredicate.duplicate());
    }

    /** How many triples there are. */
    public int size() {
        return predicates.limit();
    }

    /** How many triples fit, each of the three a number or {@link #ANY}; of a subject with an object, those of the subject. */
    public int count(int subject, int predicate, int object) {
        Rows rows = rows(subject, predicate, object);
        if (subject != ANY || predicate != ANY || object == ANY) {
            return rows.end - rows.at;
        }
        int count = 0;
        for (int k = 0; k < usedPredicates.limit(); k++) {
            count += first(objectsByPredicate, k, object + 1) - first(objectsByPredicate, k, object);
        }
        return count;
    }

    /** The triples that fit, each of the three a number or {@link #ANY}. */
    public Rows rows(int subject, int predicate, int object) {
        if (subject != ANY) {
            return ofSubject(subject, predicate, object);
        }
        if (predicate != ANY) {
            return ofPredicate(predicate, object);
        }
        return object == ANY
                ? new Rows(Way.ALL, 0, size(), ANY, ANY, ANY)
                : new Rows(Way.OBJECT, 0, 0, ANY, ANY, object);
    }

    private Rows ofSubject(int subject, int predicate, int object) {
        if (subject + 1 >= subjectStarts.limit()) {
            return none();
        }
        int start = subjectStarts.get(subject);
        int end = subjectStarts.get(subject + 1);
        if (predicate == ANY) {
            return new Rows(Way.SUBJECT, start, end, subject, ANY, object);
        }
        int from = first(predicates, start, end, predicate);
        int to = first(predicates, from, end, predicate + 1);
        if (object != ANY) {
            from = first(objects, from, to, object);
            to = from < to && objects.get(from) == object ? from + 1 : from;
        }
        return new Rows(Way.SUBJECT, from, to, subject, predicate, object);
    }

    private Rows ofPredicate(int predicate, int object) {
        int k = first(usedPredicates, 0, usedPredicates.limit(), predicate);
        if (k == usedPredicates.limit() || usedPredicates.get(k) != predicate) {
            return none();
        }
        int from = object == ANY ? predicateStarts.get(k) : first(objectsByPredicate, k, object);
        int to = object == ANY ? predicateStarts.get(k + 1) : first(objectsByPredicate, k, object + 1);
        return new Rows(Way.PREDICATE, from, to, ANY, predicate, object);
    }

    private Rows none() {
        return new Rows(Way.PREDICATE, 0, 0, ANY, ANY, ANY);
    }

    private int first(IntBuffer column, int k, int wanted) {
        return first(column, predicateStarts.get(k), predicateStarts.get(k + 1), wanted);
    }

    /** The first place in a sorted part of a column that has at least the number. */
    private static int first(IntBuffer column, int from, int to, int wanted) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column.get(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private enum Way {
        SUBJECT,
        PREDICATE,
        OBJECT,
        ALL
    }

    /** Triples one after the other: {@link #next}, then its parts. For one thread. */
    public final class Rows {

        private final Way way;
        private int at;
        private int end;
        private int subject;
        private int predicate;
        private final int wantedObject;
        private int object;
        private int k;

        private Rows(Way way, int at, int end, int subject, int predicate, int object) {
            this.way = way;
            this.at = at;
            this.end = end;
            this.subject = way == Way.ALL ? 0 : subject;
            this.predicate = predicate;
            this.wantedObject = object;
            this.object = object;
        }

        /** Goes to the next triple; false if there is none. */
        public boolean next() {
            return switch (way) {
                case SUBJECT -> nextOfSubject();
                case PREDICATE -> nextOfPredicate();
                case OBJECT -> nextOfObject();
                case ALL -> nextOfAll();
            };
        }

        private boolean nextOfSubject() {
            while (at < end) {
                predicate = predicates.get(at);
                object = objects.get(at);
                at++;
                if (wantedObject == ANY || object == wantedObject) {
                    return true;
                }
            }
            return false;
        }

        private boolean nextOfPredicate() {
            if (at >= end) {
                return false;
            }
            object = objectsByPredicate.get(at);
            subject = subjectsByPredicate.get(at);
            at++;
            return true;
        }

        private boolean nextOfObject() {
            while (at >= end) {
                if (k == usedPredicates.limit()) {
                    return false;
                }
                predicate = usedPredicates.get(k);
                at = first(objectsByPredicate, k, wantedObject);
                end = first(objectsByPredicate, k, wantedObject + 1);
                k++;
            }
            return nextOfPredicate();
        }

        private boolean nextOfAll() {
            if (at >= end) {
                return false;
            }
            while (subjectStarts.get(subject + 1) <= at) {
                subject++;
            }
            predicate = predicates.get(at);
            object = objects.get(at);
            at++;
            return true;
        }

        public int subject() {
            return subject;
        }

        public int predicate() {
            return predicate;
        }

        public int object() {
            return object;
        }
    }
}
