package dev.packs.variables;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of several choices together: every combination while there are few, and otherwise so many that every two values of every two choices stand together in one of them.
 *
 * @param total how many there are
 * @param complete whether {@link #rows} has all of them
 * @param rows each by the choice's name
 */
public record Combinations(BigInteger total, boolean complete, List<Map<String, Object>> rows) {

    /** Up to here every combination is looked at. */
    public static final int MOST = 4096;

    public Combinations {
        rows = List.copyOf(rows);
    }

    /** The first has the first value of each. */
    public static Combinations of(List<Choice> choices) {
        BigInteger total = total(choices);
        boolean complete = total.compareTo(BigInteger.valueOf(MOST)) <= 0;
        int[] sizes =
                choices.stream().mapToInt(choice -> choice.values().size()).toArray();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int[] row : complete ? all(sizes, total.intValue()) : PairCover.of(sizes)) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
                values.put(choices.get(i).name(), choices.get(i).values().get(row[i]));
            }
            rows.add(values);
        }
        return new Combinations(total, complete, rows);
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
