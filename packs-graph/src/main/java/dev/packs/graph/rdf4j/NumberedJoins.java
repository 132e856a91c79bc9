package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers a {@link Shape} with numbers: no object is made for a row before somebody outside wants it. A pattern is looked up for each row that came before it, everything else is
 * collected once and found by its shared columns.
 */
final class NumberedJoins {

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
        return open(shape, new RowPlace(columns, row), bound);
    }

    private NumberedRows open(Shape shape, RowPlace place, Set<String> bound) {
        if (shape instanceof Shape.Pattern pattern) {
            return new NumberedPattern(triples, guard, new NumberedRows.Once(), pattern, place, bound);
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
            return new NumberedPath(triples, guard, account, reached, place, bound);
        }
        if (shape instanceof Shape.Sorted sorted) {
            return sorted(sorted, place, bound);
        }
        Shape rows = ((Shape.Unique) shape).rows();
        return new First(open(rows, place, bound), place.at(new ArrayList<>(rows.columns())), place);
    }

    private NumberedRows sorted(Shape.Sorted sorted, RowPlace place, Set<String> bound) {
        List<String> names = sorted.columns().stream().sorted().toList();
        List<NumberedOrder.Key> keys = sorted.keys().stream()
                .map(key -> new NumberedOrder.Key(names.indexOf(key.column()), key.isAscending()))
                .toList();
        return new NumberedOrder(
                triples, guard, account, open(sorted.rows(), place, bound), keys, place.at(names), place.row());
    }

    private NumberedRows joined(Shape.Joined joined, RowPlace place, Set<String> bound) {
        Shape first = joined.parts().get(0);
        NumberedRows rows = open(first, place, bound);
        Set<String> known = new HashSet<>(bound);
        known.addAll(first.assured());
        Set<String> columns = new HashSet<>(bound);
        columns.addAll(first.columns());
        for (Shape part : joined.parts().subList(1, joined.parts().size())) {
            if (part instanceof Shape.Pattern pattern) {
                rows = new NumberedPattern(triples, guard, rows, pattern, place, known);
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

    /** Each row, with what some patterns match if anything does. */
    private final class Optionally implements NumberedRows {

        private final NumberedRows rows;
        private final Once start = new NumberedRows.Once();
        private final NumberedRows matches;
        private final RowPlace place;
        private final int[] added;
        private boolean isInside;

        Optionally(NumberedRows rows, List<Shape.Pattern> patterns, RowPlace place, Set<String> bound) {
            this.rows = rows;
            this.place = place;
            Set<String> known = new HashSet<>(bound);
            for (Shape.Pattern pattern : patterns) {
                known.addAll(pattern.columns());
            }
            matches = NumberedPattern.chain(triples, guard, start, patterns, place, bound);
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

    /** The rows of two, one after the other. */
    private static final class OneThenOther implements NumberedRows {

        private final NumberedRows one;
        private final NumberedRows other;
        private final RowPlace place;
        private final int[] columns;
        private boolean isFirst = true;

        OneThenOther(NumberedRows one, NumberedRows other, RowPlace place, int[] columns) {
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

        Picked(Shape.Chosen chosen, RowPlace place) {
            RowPlace own = RowPlace.of(chosen.rows().columns());
            rows = open(chosen.rows(), own, Set.of());
            inside = own.row();
            sources = own.at(chosen.sources());
            outside = place.row();
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

        First(NumberedRows rows, int[] columns, RowPlace place) {
            this.rows = rows;
            this.columns = columns;
            row = place.row();
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

        Hashed(NumberedRows before, Shape shape, List<String> shared, RowPlace place, Set<String> bound) {
            this.before = before;
            RowPlace own = place.copy();
            part = open(shape, own, bound);
            row = place.row();
            partRow = own.row();
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
