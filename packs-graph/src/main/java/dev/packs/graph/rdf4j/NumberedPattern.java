package dev.packs.graph.rdf4j;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The triples that match a pattern, for each row before. */
final class NumberedPattern implements NumberedRows {

    private final QueriedTriples triples;
    private final Guard guard;
    private final NumberedRows before;
    private final int[] row;
    private final Position subject;
    private final Position predicate;
    private final Position object;
    private QueriedTriples.@Nullable Cursor cursor;

    /** @param bound the columns that rows before have a value in */
    NumberedPattern(
            QueriedTriples triples,
            Guard guard,
            NumberedRows before,
            Shape.Pattern pattern,
            RowPlace place,
            Set<String> bound) {
        this.triples = triples;
        this.guard = guard;
        this.before = before;
        row = place.row();
        Set<String> known = new HashSet<>(bound);
        subject = new Position(triples, pattern.subject(), place, bound, known);
        predicate = new Position(triples, pattern.predicate(), place, bound, known);
        object = new Position(triples, pattern.object(), place, bound, known);
    }

    /** Several patterns, each for the rows of the one before. */
    static NumberedRows chain(
            QueriedTriples triples,
            Guard guard,
            NumberedRows before,
            List<Shape.Pattern> patterns,
            RowPlace place,
            Set<String> bound) {
        Set<String> known = new HashSet<>(bound);
        NumberedRows chain = before;
        for (Shape.Pattern pattern : patterns) {
            chain = new NumberedPattern(triples, guard, chain, pattern, place, known);
            known.addAll(pattern.columns());
        }
        return chain;
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

    /** One place of a pattern: what it asks for, and where what is found goes. */
    private static final class Position {

        private static final int NOWHERE = -1;

        private final int fixed;
        private final int at;
        private final boolean isGiven;
        private final boolean isFirst;

        /** @param known the columns that have values; those that this place gives one are added */
        Position(QueriedTriples triples, Shape.Slot slot, RowPlace place, Set<String> bound, Set<String> known) {
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
}
