package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryValueEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.ValueExprEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * A sort of all rows, each booked. What rows are sorted by is computed once for each row and compared once for each pair of different values that the sort of these values alone
 * needs; rows then compare by small numbers.
 */
final class RankedOrder implements CloseableIteration<BindingSet> {

    private final Guard guard;
    private final Account account;
    private final CloseableIteration<BindingSet> rows;
    private final List<Key> keys;
    private final Comparator<BindingSet> ties;
    private @Nullable Iterator<Ranked> sorted;

    /** @param ties decides between rows whose keys are equal */
    RankedOrder(Guard guard, CloseableIteration<BindingSet> rows, List<Key> keys, Comparator<BindingSet> ties) {
        this.guard = guard;
        this.rows = rows;
        this.keys = keys;
        this.ties = ties;
        account = new Account(guard);
    }

    /** What rows are sorted by. */
    record Key(QueryValueEvaluationStep value, boolean isAscending) {

        private @Nullable Value of(BindingSet row) {
            try {
                return value.evaluate(row);
            } catch (ValueExprEvaluationException error) {
                // SPARQL 1.1, 15.1: what has no value comes first.
                return null;
            }
        }
    }

    @Override
    public boolean hasNext() {
        return sorted().hasNext();
    }

    @Override
    public BindingSet next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return sorted().next().row;
    }

    private Iterator<Ranked> sorted() {
        Iterator<Ranked> known = sorted;
        if (known == null) {
            known = sort().iterator();
            sorted = known;
        }
        return known;
    }

    private List<Ranked> sort() {
        List<Ranked> all = new ArrayList<>();
        List<Ranking> rankings = new ArrayList<>();
        keys.forEach(key -> rankings.add(new Ranking(key)));
        while (rows.hasNext()) {
            BindingSet row = rows.next();
            account.book(64 + Account.weight(row) + (long) Integer.BYTES * keys.size());
            int[] ranks = new int[keys.size()];
            for (int i = 0; i < ranks.length; i++) {
                ranks[i] = rankings.get(i).number(row);
            }
            all.add(new Ranked(row, ranks));
        }
        for (int i = 0; i < rankings.size(); i++) {
            int[] ranks = rankings.get(i).ranks();
            for (Ranked row : all) {
                row.ranks[i] = ranks[row.ranks[i]];
            }
        }
        all.sort(this::compare);
        return all;
    }

    private int compare(Ranked left, Ranked right) {
        guard.step();
        int compared = Arrays.compare(left.ranks, right.ranks);
        return compared != 0 || left.row.equals(right.row) ? compared : ties.compare(left.row, right.row);
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } finally {
            account.close();
        }
    }

    /** A row, with the ranks of its keys; while rows still come, with the numbers of their values. */
    private static final class Ranked {

        private final BindingSet row;
        private final int[] ranks;

        Ranked(BindingSet row, int[] ranks) {
            this.row = row;
            this.ranks = ranks;
        }
    }

    /** The different values of one key. */
    private final class Ranking {

        private final Key key;
        private final Map<Value, Integer> numbers = new HashMap<>();
        private final List<@Nullable Value> values = new ArrayList<>();

        Ranking(Key key) {
            this.key = key;
            values.add(null);
        }

        /** 0 for no value. */
        int number(BindingSet row) {
            Value value = key.of(row);
            if (value == null) {
                return 0;
            }
            Integer known = numbers.get(value);
            if (known == null) {
                known = values.size();
                account.book(64 + Account.weight(value));
                numbers.put(value, known);
                values.add(value);
            }
            return known;
        }

        /** The rank of each number. */
        int[] ranks() {
            return ValueRanks.of(guard, values, key.isAscending());
        }
    }
}
