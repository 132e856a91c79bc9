package dev.packs.graph.rdf4j;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.algebra.Compare;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query that asks for nothing but triples: patterns, how they are joined, which of their columns are wanted, and how those compare. {@link NumberedRows} answers it.
 *
 * <p>Here and in {@link ShapeReader} are no lambdas: every query comes by, and a JVM of two seconds pays for each that it links.
 */
sealed interface Shape {

    /** The columns that rows may have. */
    Set<String> columns();

    /** The columns that every row has. */
    Set<String> assured();

    /** One place of a pattern: a value, a column, or a column that always has one value. */
    record Slot(@Nullable String column, @Nullable Value value) {}

    /** Triples that match. */
    record Pattern(Slot subject, Slot predicate, Slot object) implements Shape {

        @Override
        public Set<String> columns() {
            Set<String> columns = new LinkedHashSet<>();
            for (Slot slot : List.of(subject, predicate, object)) {
                if (slot.column() != null) {
                    columns.add(slot.column());
                }
            }
            return columns;
        }

        @Override
        public Set<String> assured() {
            return columns();
        }
    }

    /** Rows of each part that agree in the columns that they share, all of which are assured. */
    record Joined(List<Shape> parts) implements Shape {

        @Override
        public Set<String> columns() {
            Set<String> columns = new LinkedHashSet<>();
            for (Shape part : parts) {
                columns.addAll(part.columns());
            }
            return columns;
        }

        @Override
        public Set<String> assured() {
            Set<String> assured = new LinkedHashSet<>();
            for (Shape part : parts) {
                assured.addAll(part.assured());
            }
            return assured;
        }
    }

    /** Each row, with what matches some patterns if anything does. */
    record Extended(Shape rows, List<Pattern> patterns) implements Shape {

        @Override
        public Set<String> columns() {
            Set<String> columns = new LinkedHashSet<>(rows.columns());
            for (Pattern pattern : patterns) {
                columns.addAll(pattern.columns());
            }
            return columns;
        }

        @Override
        public Set<String> assured() {
            return rows.assured();
        }
    }

    /** The rows of the one, then those of the other. */
    record Either(Shape one, Shape other) implements Shape {

        @Override
        public Set<String> columns() {
            Set<String> columns = new LinkedHashSet<>(one.columns());
            columns.addAll(other.columns());
            return columns;
        }

        @Override
        public Set<String> assured() {
            Set<String> assured = new LinkedHashSet<>(one.assured());
            assured.retainAll(other.assured());
            return assured;
        }
    }

    /**
     * Some columns of rows, under names of their own. Nothing else is seen from outside.
     *
     * @param sources columns of the rows, in the order of the names
     */
    record Chosen(Shape rows, List<String> sources, List<String> names) implements Shape {

        @Override
        public Set<String> columns() {
            return new LinkedHashSet<>(names);
        }

        @Override
        public Set<String> assured() {
            Set<String> inside = rows.assured();
            Set<String> assured = new LinkedHashSet<>();
            for (int i = 0; i < names.size(); i++) {
                if (inside.contains(sources.get(i))) {
                    assured.add(names.get(i));
                }
            }
            return assured;
        }
    }

    /** Of equal rows, one. */
    record Unique(Shape rows) implements Narrowed {}

    /** Rows of something, with the same columns: some of them, or in another order. */
    sealed interface Narrowed extends Shape {

        Shape rows();

        @Override
        default Set<String> columns() {
            return rows().columns();
        }

        @Override
        default Set<String> assured() {
            return rows().assured();
        }
    }

    /** Rows of which two values compare so. A row without one of them is none, and neither are values that cannot be compared: SPARQL 1.1, 17.2. */
    record Compared(Shape rows, Slot left, Compare.CompareOp operator, Slot right) implements Narrowed {}

    /**
     * What is reached from a value along a path of any length: each once.
     *
     * @param start the column, if any, that has the value itself
     * @param column what gets what is reached
     * @param from where the path begins, or ends where it is walked backwards; found at {@code near} of a step
     * @param step one step of the path, from {@code near} to {@code column}
     * @param withStart whether a path may have no step
     */
    record Reached(
            @Nullable String start, String column, Value from, String near, List<Pattern> step, boolean withStart)
            implements Shape {

        @Override
        public Set<String> columns() {
            return start == null ? Set.of(column) : Set.of(start, column);
        }

        @Override
        public Set<String> assured() {
            return columns();
        }
    }

    /** Rows in an order. */
    record Sorted(Shape rows, List<Key> keys) implements Narrowed {}

    /** A column that rows are sorted by. */
    record Key(String column, boolean isAscending) {}

    /** Whether some columns are hidden, so that a value from outside must not reach a column of the same name. */
    default boolean hides() {
        if (this instanceof Chosen) {
            return true;
        }
        for (Shape part : parts()) {
            if (part.hides()) {
                return true;
            }
        }
        return false;
    }

    /** Whether values are compared, which needs values that the graph has. */
    default boolean compares() {
        if (this instanceof Compared || this instanceof Sorted) {
            return true;
        }
        for (Shape part : parts()) {
            if (part.compares()) {
                return true;
            }
        }
        return false;
    }

    /** What paths begin with. A start that the graph has not is reached all the same, without a number. */
    default Set<Value> starts() {
        Set<Value> starts = new LinkedHashSet<>();
        for (Shape part : parts()) {
            starts.addAll(part.starts());
        }
        if (this instanceof Reached reached) {
            starts.add(reached.from());
        }
        return starts;
    }

    /** Columns that only what is optional gives a value: one from outside must not choose what matches, but what is left of it. */
    default Set<String> optional() {
        Set<String> optional = new LinkedHashSet<>();
        if (this instanceof Chosen) {
            return optional;
        }
        for (Shape part : parts()) {
            optional.addAll(part.optional());
        }
        if (this instanceof Extended extended) {
            for (Pattern pattern : extended.patterns()) {
                optional.addAll(pattern.columns());
            }
            optional.removeAll(extended.rows().assured());
        }
        return optional;
    }

    private List<Shape> parts() {
        if (this instanceof Chosen chosen) {
            return List.of(chosen.rows());
        }
        if (this instanceof Joined joined) {
            return joined.parts();
        }
        if (this instanceof Either either) {
            return List.of(either.one(), either.other());
        }
        if (this instanceof Extended extended) {
            return List.of(extended.rows());
        }
        return this instanceof Narrowed narrowed ? List.of(narrowed.rows()) : List.of();
    }
}
