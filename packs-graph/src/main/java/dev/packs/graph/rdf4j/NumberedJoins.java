package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers a {@link Shape} with numbers: no object is made for a row before somebody outside wants it. A pattern is looked up for each row that came before it, everything else is
 * collected once and found by its shared columns.
 */
final class NumberedJoins {

    private static final int NOWHERE = -1;

    private final QueriedTriples triples;
    private final Guard guard;
    private final Account account;

    /** @param account what rows that are kept are booked on */
    NumberedJoins(QueriedTriples triples, Guard guard, Account account) {
        this.triples = triples;
        this.guard = guard;
        this.account = account;
    }

    /**
     * The rows of a shape.
     *
     * @param columns where each column of the shape has its place in the row
     * @param row has the numbers of values that come from outside, and {@link NumberedRows#UNBOUND} elsewhere
     */
    NumberedRows open(Shape shape, Map<String, Integer> columns, int[] row) {
        Set<String> bound = new HashSet<>();
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            if (row[column.getValue()] != NumberedRows.UNBOUND) {
                bound.add(column.getKey());
            }
        }
        return open(shape, new Place(columns, row), bound);
    }

    private NumberedRows open(Shape shape, Place place, Set<String> bound) {
        if (shape instanceof Shape.Pattern pattern) {
            return new Looked(new Once(), pattern, place, bound);
        }
        if (shape instanceof Shape.Joined joined) {
            return joined(joined, place, bound);
        }
        if (shape instanceof Shape.Extended extended) {
            NumberedRows rows = open(extended.rows(), place, bound);
            Set<String> before = new HashSet<>(bound);
            before.addAll(extended.rows().assured());
            return new Optionally(rows, extended.patterns(), place, before);
        }
        if (shape instanceof Shape.Either either) {
            return new OneThenOther(
                    open(either.one(), place, bound),
                    open(either.other(), place, bound),
                    place,
                    place.unbound(either.columns(), bound));
        }
        if (shape instanceof Shape.Chosen chosen) {
            return new Picked(chosen, place);
        }
        if (shape instanceof Shape.Compared compared) {
            return new NumberedFilter(
                    guard,
                    open(compared.rows(), place, bound),
                    place.operand(triples, compared.left()),
                    compared.operator(),
                    place.operand(triples, compared.right()));
        }
        if (shape instanceof Shape.Reached reached) {
            return new Walked(reached, place, bound);
        }
        if (shape instanceof Shape.Sorted sorted) {
            return sorted(sorted, place, bound);
        }
        Shape rows = ((Shape.Unique) shape).rows();
        return new First(open(rows, place, bound), place.at(new ArrayList<>(rows.columns())), place);
    }

    private NumberedRows sorted(Shape.Sorted sorted, Place place, Set<String> bound) {
        List<String> names = sorted.columns().stream().sorted().toList();
        List<NumberedOrder.Key> keys = sorted.keys().stream()
                .map(key -> new NumberedOrder.Key(names.indexOf(key.column()), key.isAscending()))
                .toList();
        return new NumberedOrder(
                triples, guard, account, open(sorted.rows(), place, bound), keys, place.at(names), place.row);
    }

    private NumberedRows joined(Shape.Joined joined, Place place, Set<String> bound) {
        Shape first = joined.parts().get(0);
        NumberedRows rows = open(first, place, bound);
        Set<String> known = new HashSet<>(bound);
        known.addAll(first.assured());
        Set<String> columns = new HashSet<>(bound);
        columns.addAll(first.columns());
        for (Shape part : joined.parts().subList(1, joined.parts().size())) {
            if (part instanceof Shape.Pattern pattern) {
                rows = new Looked(rows, pattern, place, known);
            } else {
                List<String> shared = new ArrayList<>(part.columns());
                shared.retainAll(columns);
                rows = new Hashed(rows, part, shared, place, bound);
            }
            known.addAll(part.assured());
            columns.addAll(part.columns());
        }
        return rows;
    }

    /** An array, and where each column is in it. */
    private static final class Place {

        private final Map<String, Integer> columns;
        private final int[] row;

        Place(Map<String, Integer> columns, int[] row) {
            this.columns = columns;
            this.row = row;
        }

        static Place of(Set<String> columns) {
            Map<String, Integer> places = new HashMap<>();
            for (String column : columns) {
                places.put(column, places.size());
            }
            int[] row = new int[places.size()];
            Arrays.fill(row, NumberedRows.UNBOUND);
            return new Place(places, row);
        }

        Place copy() {
            return new Place(columns, row.clone());
        }

        int at(String column) {
            return Objects.requireNonNull(columns.get(column));
        }

        int[] at(List<String> names) {
            int[] places = new int[names.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = at(names.get(i));
            }
            return places;
        }

        NumberedFilter.Operand operand(QueriedTriples triples, Shape.Slot slot) {
            String column = slot.column();
            return new NumberedFilter.Operand(triples, row, column == null ? 0 : at(column), slot.value());
        }

        int[] unbound(Set<String> names, Set<String> bound) {
            Set<String> others = new LinkedHashSet<>(names);
            others.removeAll(bound);
            return at(new ArrayList<>(others));
        }

        void clear(int[] places) {
            for (int at : places) {
                row[at] = NumberedRows.UNBOUND;
            }
        }
    }

    /** One row that says nothing, again whenever it is asked to begin. */
    private static final class Once implements NumberedRows {

        private boolean isThere = true;

        @Override
        public boolean next() {
            boolean was = isThere;
            isThere = false;
            return was;
        }

        void begin() {
            isThere = true;
        }
    }

    /** The triples that match a pattern, for each row before. */
    private final class Looked implements NumberedRows {

        private final NumberedRows before;
        private final int[] row;
        private final Position subject;
        private final Position predicate;
        private final Position object;
        private QueriedTriples.@Nullable Cursor cursor;

        Looked(NumberedRows before, Shape.Pattern pattern, Place place, Set<String> bound) {
            this.before = before;
            row = place.row;
            Set<String> known = new HashSet<>(bound);
            subject = new Position(pattern.subject(), place, bound, known);
            predicate = new Position(pattern.predicate(), place, bound, known);
            object = new Position(pattern.object(), place, bound, known);
        }

        @Override
        public boolean next() {
            while (true) {
                QueriedTriples.Cursor current = cursor;
                if (current == null) {
                    if (!before.next()) {
                        return false;
                    }
                    current = triples.cursor(subject.wanted(row), predicate.wanted(row), object.wanted(row));
                    cursor = current;
                }
                while (current.next()) {
                    guard.step();
                    if (subject.take(row, current.subject())
                            && predicate.take(row, current.predicate())
                            && object.take(row, current.object())) {
                        return true;
                    }
                }
                cursor = null;
            }
        }
    }

    /** One place of a pattern: what it asks for, and where what is found goes. */
    private final class Position {

        private final int fixed;
        private final int at;
        private final boolean isGiven;
        private final boolean isFirst;

        /** @param known the columns that have values; those that this place gives one are added */
        Position(Shape.Slot slot, Place place, Set<String> bound, Set<String> known) {
            String column = slot.column();
            fixed = slot.value() == null ? QueriedTriples.ANY : triples.number(slot.value());
            at = column == null ? NOWHERE : place.at(column);
            isGiven = column != null && bound.contains(column);
            isFirst = column != null && known.add(column);
        }

        int wanted(int[] row) {
            return fixed == QueriedTriples.ANY && isGiven ? row[at] : fixed;
        }

        /** Whether the number fits what the row has there; the row has it afterwards. */
        boolean take(int[] row, int number) {
            if (isFirst) {
                row[at] = number;
            }
            return at == NOWHERE || row[at] == number;
        }
    }

    /** Each row, with what some patterns match if anything does. */
    private final class Optionally implements NumberedRows {

        private final NumberedRows rows;
        private final Once start = new Once();
        private final NumberedRows matches;
        private final Place place;
        private final int[] added;
        private boolean isInside;

        Optionally(NumberedRows rows, List<Shape.Pattern> patterns, Place place, Set<String> bound) {
            this.rows = rows;
            this.place = place;
            Set<String> known = new HashSet<>(bound);
            NumberedRows chain = start;
            for (Shape.Pattern pattern : patterns) {
                chain = new Looked(chain, pattern, place, known);
                known.addAll(pattern.columns());
            }
            matches = chain;
            added = place.unbound(known, bound);
        }

        @Override
        public boolean next() {
            if (isInside && matches.next()) {
                return true;
            }
            if (!rows.next()) {
                isInside = false;
                return false;
            }
            start.begin();
            isInside = matches.next();
            if (!isInside) {
                place.clear(added);
            }
            return true;
        }
    }

    /** What a path reaches, nearest first. */
    private final class Walked implements NumberedRows {

        private final Once start = new Once();
        private final NumberedRows steps;
        private final int[] inside;
        private final int near;
        private final int far;
        private final int[] outside;
        private final int target;
        private final int source;
        private final int wanted;
        private final boolean withStart;
        private final int first;
        private final RowTable seen = new RowTable(account, 1, 1);
        private final int[] key = new int[1];
        private int found;
        private int walked;
        private int next;

        Walked(Shape.Reached reached, Place place, Set<String> bound) {
            Set<String> columns = new LinkedHashSet<>();
            for (Shape.Pattern pattern : reached.step()) {
                columns.addAll(pattern.columns());
            }
            columns.add(reached.near());
            columns.add(reached.column());
            Place own = Place.of(columns);
            Set<String> known = new HashSet<>(Set.of(reached.near()));
            NumberedRows chain = start;
            for (Shape.Pattern pattern : reached.step()) {
                chain = new Looked(chain, pattern, own, known);
                known.addAll(pattern.columns());
            }
            steps = chain;
            inside = own.row;
            near = own.at(reached.near());
            far = own.at(reached.column());
            outside = place.row;
            target = place.at(reached.column());
            wanted = bound.contains(reached.column()) ? outside[target] : UNBOUND;
            source = reached.start() == null ? NOWHERE : place.at(reached.start());
            withStart = reached.withStart();
            first = triples.number(reached.from());
            if (withStart) {
                reach(first);
            }
            walk(first);
        }

        @Override
        public boolean next() {
            while (true) {
                while (next < found) {
                    int number = seen.get(next, 0);
                    next++;
                    if (wanted == UNBOUND || wanted == number) {
                        outside[target] = number;
                        if (source != NOWHERE) {
                            outside[source] = first;
                        }
                        return true;
                    }
                }
                if (walked == found) {
                    return false;
                }
                int from = seen.get(walked, 0);
                walked++;
                if (!withStart || from != first) {
                    walk(from);
                }
            }
        }

        /** One step from there. */
        private void walk(int from) {
            inside[near] = from;
            start.begin();
            while (steps.next()) {
                guard.step();
                reach(inside[far]);
            }
        }

        private void reach(int number) {
            key[0] = number;
            if (seen.first(key) < 0) {
                seen.add(key);
                found++;
            }
        }
    }

    /** The rows of two, one after the other. */
    private static final class OneThenOther implements NumberedRows {

        private final NumberedRows one;
        private final NumberedRows other;
        private final Place place;
        private final int[] columns;
        private boolean isFirst = true;

        OneThenOther(NumberedRows one, NumberedRows other, Place place, int[] columns) {
            this.one = one;
            this.other = other;
            this.place = place;
            this.columns = columns;
        }

        @Override
        public boolean next() {
            if (isFirst) {
                if (one.next()) {
                    return true;
                }
                isFirst = false;
                place.clear(columns);
            }
            return other.next();
        }
    }

    /** Some columns of rows that have an array of their own. */
    private final class Picked implements NumberedRows {

        private final NumberedRows rows;
        private final int[] inside;
        private final int[] sources;
        private final int[] outside;
        private final int[] targets;

        Picked(Shape.Chosen chosen, Place place) {
            Place own = Place.of(chosen.rows().columns());
            rows = open(chosen.rows(), own, Set.of());
            inside = own.row;
            sources = own.at(chosen.sources());
            outside = place.row;
            targets = place.at(chosen.names());
        }

        @Override
        public boolean next() {
            if (!rows.next()) {
                return false;
            }
            for (int i = 0; i < sources.length; i++) {
                outside[targets[i]] = inside[sources[i]];
            }
            return true;
        }
    }

    /** Of equal rows, the first. */
    private final class First implements NumberedRows {

        private final NumberedRows rows;
        private final int[] row;
        private final int[] columns;
        private final int[] key;
        private final RowTable seen;

        First(NumberedRows rows, int[] columns, Place place) {
            this.rows = rows;
            this.columns = columns;
            row = place.row;
            key = new int[columns.length];
            seen = new RowTable(account, columns.length, columns.length);
        }

        @Override
        public boolean next() {
            while (rows.next()) {
                guard.step();
                for (int i = 0; i < columns.length; i++) {
                    key[i] = row[columns[i]];
                }
                if (seen.first(key) < 0) {
                    seen.add(key);
                    return true;
                }
            }
            return false;
        }
    }

    /** Rows, with those rows of a part that have the same in the shared columns. */
    private final class Hashed implements NumberedRows {

        private static final int NONE = -1;

        private final NumberedRows before;
        private final NumberedRows part;
        private final int[] row;
        private final int[] partRow;
        private final int[] columns;
        private final int[] key;
        private @Nullable RowTable table;
        private int match = NONE;

        Hashed(NumberedRows before, Shape shape, List<String> shared, Place place, Set<String> bound) {
            this.before = before;
            Place own = place.copy();
            part = open(shape, own, bound);
            row = place.row;
            partRow = own.row;
            Set<String> names = new LinkedHashSet<>(shared);
            names.addAll(shape.columns());
            columns = place.at(new ArrayList<>(names));
            key = new int[shared.size()];
        }

        @Override
        public boolean next() {
            RowTable rows = table == null ? collected() : table;
            if (match != NONE) {
                match = rows.next(match, key);
            }
            while (match == NONE) {
                if (!before.next()) {
                    return false;
                }
                for (int i = 0; i < key.length; i++) {
                    key[i] = row[columns[i]];
                }
                match = rows.first(key);
            }
            guard.step();
            for (int i = key.length; i < columns.length; i++) {
                row[columns[i]] = rows.get(match, i);
            }
            return true;
        }

        private RowTable collected() {
            RowTable collected = new RowTable(account, columns.length, key.length);
            int[] numbers = new int[columns.length];
            while (part.next()) {
                guard.step();
                for (int i = 0; i < columns.length; i++) {
                    numbers[i] = partRow[columns[i]];
                }
                collected.add(numbers);
            }
            table = collected;
            return collected;
        }
    }
}
