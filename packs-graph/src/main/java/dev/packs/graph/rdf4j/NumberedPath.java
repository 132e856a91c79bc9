package dev.packs.graph.rdf4j;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a path reaches, nearest first, each once; what it has reached is booked. */
final class NumberedPath implements NumberedRows {

    private final Guard guard;
    private final Once start = new Once();
    private final NumberedRows steps;
    private final int[] inside;
    private final int near;
    private final int far;
    private final Outside source;
    private final Outside target;
    private final boolean withStart;
    private final int first;
    private final RowTable seen;
    private final int[] key = new int[1];
    private int found;
    private int walked;
    private int next;

    /**
     * A path.
     *
     * @param place where the columns of the path are
     * @param bound those of them that have values from outside, which rows have to agree with
     */
    NumberedPath(
            QueriedTriples triples,
            Guard guard,
            Account account,
            Shape.Reached reached,
            RowPlace place,
            Set<String> bound) {
        this.guard = guard;
        seen = new RowTable(account, 1, 1);
        Set<String> columns = new LinkedHashSet<>();
        for (Shape.Pattern pattern : reached.step()) {
            columns.addAll(pattern.columns());
        }
        columns.add(reached.near());
        columns.add(reached.column());
        RowPlace own = RowPlace.of(columns);
        steps = NumberedPattern.chain(triples, guard, start, reached.step(), own, Set.of(reached.near()));
        inside = own.row();
        near = own.at(reached.near());
        far = own.at(reached.column());
        source = new Outside(reached.start(), place, bound);
        target = new Outside(reached.column(), place, bound);
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
                if (source.take(first) && target.take(number)) {
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

    /** A column of the row, if there is one for it. */
    private static final class Outside {

        private static final int NOWHERE = -1;

        private final int[] row;
        private final int at;
        private final boolean isGiven;

        Outside(@Nullable String column, RowPlace place, Set<String> bound) {
            row = place.row();
            at = column == null ? NOWHERE : place.at(column);
            isGiven = column != null && bound.contains(column);
        }

        /** Whether the number fits what the row has there; the row has it afterwards. */
        boolean take(int number) {
            if (at != NOWHERE && !isGiven) {
                row[at] = number;
            }
            return at == NOWHERE || row[at] == number;
        }
    }
}
