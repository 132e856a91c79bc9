package dev.packs.variables;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of several choices together: every combination while there are few, otherwise so many that every two values of every two choices stand together in one of them, and where even those are too
 * many, some.
 *
 * @param total how many there are
 * @param rows each by the choice's name; at most {@link #MOST}
 */
public record Combinations(BigInteger total, Coverage coverage, List<Map<String, Object>> rows) {

    /** Up to here every combination is looked at; never more than so many are. */
    public static final int MOST = 4096;

    /** Values in all rows together. */
    private static final int MOST_VALUES = 1_000_000;

    public Combinations {
        rows = List.copyOf(rows);
    }

    /** What of all combinations is there. */
    public enum Coverage {
        /** Each. */
        ALL,
        /** Not each, but every two values of every two choices. */
        PAIRS,
        /** Not even that. */
        PART
    }

    /** The first has the first value of each. */
    public static Combinations of(List<Choice> choices) {
        BigInteger total = total(choices);
        int[] sizes =
                choices.stream().mapToInt(choice -> choice.values().size()).toArray();
        if (total.compareTo(BigInteger.valueOf(MOST)) <= 0) {
            return new Combinations(total, Coverage.ALL, named(all(sizes, total.intValue()), choices));
        }
        PairCover.Rows cover = PairCover.of(sizes, most(sizes.length));
        return new Combinations(total, cover.whole() ? Coverage.PAIRS : Coverage.PART, named(cover.rows(), choices));
    }

    /** How many rows of so many choices there may be. */
    public static int most(int choices) {
        return Math.max(2, Math.min(MOST, MOST_VALUES / Math.max(1, choices)));
    }

    private static List<Map<String, Object>> named(List<int[]> rows, List<Choice> choices) {
        List<Map<String, Object>> named = new ArrayList<>();
        for (int[] row : rows) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
                values.put(choices.get(i).name(), choices.get(i).values().get(row[i]));
            }
            named.add(values);
        }
        return named;
    }

    /** How many combinations there are. */
    public static BigInteger total(List<Choice> choices) {
        BigInteger total = BigInteger.ONE;
        for (Choice choice : choices) {
            total = total.multiply(BigInteger.valueOf(choice.values().size()));
        }
        return total;
    }

    private static List<int[]> all(int[] sizes, int total) {
        List<int[]> rows = new ArrayList<>(total);
        int[] row = new int[sizes.length];
        for (int count = 0; count < total; count++) {
            rows.add(row.clone());
            for (int i = sizes.length - 1; i >= 0; i--) {
                row[i]++;
                if (row[i] < sizes[i]) {
                    break;
                }
                row[i] = 0;
            }
        }
        return rows;
    }
}
