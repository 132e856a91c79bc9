package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.algebra.evaluation.util.ValueComparator;
import org.jspecify.annotations.Nullable;

/** A sort of all rows, which are booked, by the ranks of the values that their numbers stand for. What is equal then is in the order that RDF4J gives it: by all columns. */
final class NumberedOrder implements NumberedRows {

    private static final int FIRST_ROWS = 64;

    private final QueriedTriples triples;
    private final Guard guard;
    private final Account account;
    private final NumberedRows rows;
    private final List<Key> keys;
    private final int[] columns;
    private final int[] row;
    private final ValueComparator order = new ValueComparator();
    private int[] kept;
    private int size;
    private Integer @Nullable [] sorted;
    private int next;

    /**
     * @param keys the first decides
     * @param columns the places of all columns in the row, sorted by the names of the columns
     * @param row where the rows are found, and put again
     */
    NumberedOrder(
            QueriedTriples triples,
            Guard guard,
            Account account,
            NumberedRows rows,
            List<Key> keys,
            int[] columns,
            int[] row) {
        this.triples = triples;
        this.guard = guard;
        this.account = account;
        this.rows = rows;
        this.keys = keys;
        this.columns = columns;
        this.row = row;
        kept = new int[FIRST_ROWS * columns.length];
    }

    /**
     * What rows are sorted by.
     *
     * @param column which of the columns
     */
    record Key(int column, boolean isAscending) {}

    @Override
    public boolean next() {
        Integer[] all = sorted == null ? sort() : sorted;
        if (next == all.length) {
            return false;
        }
        int from = all[next] * columns.length;
        for (int i = 0; i < columns.length; i++) {
            row[columns[i]] = kept[from + i];
        }
        next++;
        return true;
    }

    private Integer[] sort() {
        while (rows.next()) {
            guard.step();
            keep();
        }
        account.book(size * ((long) Integer.BYTES * keys.size() + 3L * Long.BYTES));
        int[][] ranks = new int[keys.size()][];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = ranks(keys.get(i));
        }
        Integer[] all = new Integer[size];
        for (int i = 0; i < size; i++) {
            all[i] = i;
        }
        Arrays.sort(all, (left, right) -> compare(ranks, left, right));
        sorted = all;
        return all;
    }

    private void keep() {
        int from = size * columns.length;
        if (from == kept.length && columns.length > 0) {
            account.book((long) Integer.BYTES * kept.length);
            kept = Arrays.copyOf(kept, 2 * kept.length);
        }
        for (int i = 0; i < columns.length; i++) {
            kept[from + i] = row[columns[i]];
        }
        size++;
    }

    /** The rank of each row. */
    private int[] ranks(Key key) {
        Map<Integer, Integer> places = new HashMap<>();
        List<@Nullable Value> values = new ArrayList<>();
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            int number = kept[i * columns.length + key.column()];
            Integer place = places.get(number);
            if (place == null) {
                place = values.size();
                account.book(64);
                places.put(number, place);
                values.add(value(number));
            }
            ranks[i] = place;
        }
        int[] byPlace = ValueRanks.of(guard, values, key.isAscending());
        for (int i = 0; i < size; i++) {
            ranks[i] = byPlace[ranks[i]];
        }
        return ranks;
    }

    private @Nullable Value value(int number) {
        return number == UNBOUND ? null : triples.value(number);
    }

    private int compare(int[][] ranks, int left, int right) {
        guard.step();
        for (int[] ofKey : ranks) {
            if (ofKey[left] != ofKey[right]) {
                return Integer.compare(ofKey[left], ofKey[right]);
            }
        }
        return ties(left * columns.length, right * columns.length);
    }

    /** Rows with more values come first, then those that have a value in an earlier column, then the values decide. */
    private int ties(int left, int right) {
        int more = values(right) - values(left);
        if (more != 0) {
            return more;
        }
        for (int i = 0; i < columns.length; i++) {
            boolean isThere = kept[left + i] != UNBOUND;
            if (isThere != (kept[right + i] != UNBOUND)) {
                return isThere ? -1 : 1;
            }
        }
        for (int i = 0; i < columns.length; i++) {
            if (kept[left + i] != kept[right + i]) {
                int compared = order.compare(value(kept[left + i]), value(kept[right + i]));
                if (compared != 0) {
                    return compared;
                }
            }
        }
        return 0;
    }

    private int values(int from) {
        int count = 0;
        for (int i = 0; i < columns.length; i++) {
            if (kept[from + i] != UNBOUND) {
                count++;
            }
        }
        return count;
    }
}
