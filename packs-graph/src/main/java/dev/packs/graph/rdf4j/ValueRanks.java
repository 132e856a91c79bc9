package dev.packs.graph.rdf4j;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.algebra.evaluation.util.ValueComparator;
import org.jspecify.annotations.Nullable;

/** Numbers that compare as values do: so each value of a sort is compared with others once, and not once for each row. */
final class ValueRanks {

    private ValueRanks() {}

    /**
     * The rank of each value, in SPARQL's order.
     *
     * @param values null is no value, which comes first
     * @param isAscending else ranks fall
     */
    static int[] of(Guard guard, List<? extends @Nullable Value> values, boolean isAscending) {
        int[] ranks = of(guard, values, new ValueComparator());
        for (int i = 0; i < ranks.length && !isAscending; i++) {
            ranks[i] = -ranks[i];
        }
        return ranks;
    }

    /** The rank of each value, from 0; values that compare as equal share one. */
    static <T extends @Nullable Object> int[] of(Guard guard, List<T> values, Comparator<? super T> order) {
        Integer[] byValue = new Integer[values.size()];
        for (int i = 0; i < byValue.length; i++) {
            byValue[i] = i;
        }
        Arrays.sort(byValue, (left, right) -> {
            guard.step();
            return order.compare(values.get(left), values.get(right));
        });
        int[] ranks = new int[byValue.length];
        int rank = 0;
        for (int i = 0; i < byValue.length; i++) {
            if (i > 0 && order.compare(values.get(byValue[i - 1]), values.get(byValue[i])) != 0) {
                rank++;
            }
            ranks[byValue[i]] = rank;
        }
        return ranks;
    }
}
