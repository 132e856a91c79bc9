package dev.packs.variables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A covering array of strength two, made greedily: each row starts from a pair that no row has yet, and takes for every other column the value that adds the most of such pairs. The same rows on every
 * machine; not the fewest that there could be.
 */
final class PairCover {

    private static final int OPEN = -1;

    /** Looks at pairs that may be taken, a second or so: a manifest of 64 kB has room for options that would need hours. */
    private static final long MOST_STEPS = 300_000_000;

    /** What is missing takes a set for every two columns. */
    private static final int MOST_COLUMNS = 1000;

    private final int[] sizes;
    /** For two columns, the lower first, which pairs of values are still missing: {@code a * sizes[second] + b}. */
    private final BitSet[][] missing;
    /** How often rows have each value of each column; of equal ones the rarer is taken, since a value that is never taken leaves pairs for rows of their own. */
    private final int[][] uses;

    private long steps;

    private PairCover(int[] sizes) {
        this.sizes = sizes.clone();
        this.missing = new BitSet[sizes.length][sizes.length];
        this.uses = new int[sizes.length][];
        for (int i = 0; i < sizes.length; i++) {
            uses[i] = new int[sizes[i]];
            for (int j = i + 1; j < sizes.length; j++) {
                missing[i][j] = new BitSet();
                missing[i][j].set(0, sizes[i] * sizes[j]);
            }
        }
    }

    /** @param whole whether every two values of two columns stand together in one of them */
    record Rows(List<int[]> rows, boolean whole) {}

    /**
     * Rows in which every two values of two columns stand together at least once, as far as the bounds allow. The first has the first value of each column; of a single column each value has a row.
     *
     * @param sizes how many values each column has, at least one; at least one column
     * @param most rows
     */
    static Rows of(int[] sizes, int most) {
        if (sizes.length == 1 || sizes.length > MOST_COLUMNS) {
            return eachOnce(sizes, most);
        }
        PairCover cover = new PairCover(sizes);
        List<int[]> rows = new ArrayList<>();
        rows.add(new int[sizes.length]);
        cover.take(rows.get(0));
        for (int i = 0; i < sizes.length; i++) {
            for (int j = i + 1; j < sizes.length; j++) {
                for (int pair = cover.missing[i][j].nextSetBit(0);
                        pair >= 0;
                        pair = cover.missing[i][j].nextSetBit(pair)) {
                    if (rows.size() == most || cover.steps > MOST_STEPS) {
                        return new Rows(rows, false);
                    }
                    int[] row = cover.row(i, pair / sizes[j], j, pair % sizes[j]);
                    cover.take(row);
                    rows.add(row);
                }
            }
        }
        return new Rows(rows, true);
    }

    /** Each value beside the first ones of all other columns. */
    private static Rows eachOnce(int[] sizes, int most) {
        List<int[]> rows = new ArrayList<>();
        rows.add(new int[sizes.length]);
        for (int column = 0; column < sizes.length; column++) {
            for (int value = 1; value < sizes[column]; value++) {
                if (rows.size() == most) {
                    return new Rows(rows, false);
                }
                int[] row = new int[sizes.length];
                row[column] = value;
                rows.add(row);
            }
        }
        return new Rows(rows, sizes.length == 1);
    }

    private int[] row(int first, int a, int second, int b) {
        int[] row = new int[sizes.length];
        Arrays.fill(row, OPEN);
        row[first] = a;
        row[second] = b;
        for (int column = 0; column < sizes.length; column++) {
            if (row[column] == OPEN) {
                row[column] = best(row, column);
            }
        }
        return row;
    }

    private int best(int[] row, int column) {
        int best = 0;
        int most = OPEN;
        steps += (long) sizes[column] * row.length;
        for (int value = 0; value < sizes[column]; value++) {
            int gain = 0;
            for (int other = 0; other < row.length; other++) {
                if (row[other] != OPEN && isMissing(column, value, other, row[other])) {
                    gain++;
                }
            }
            if (gain > most || (gain == most && uses[column][value] < uses[column][best])) {
                most = gain;
                best = value;
            }
        }
        return best;
    }

    private boolean isMissing(int column, int value, int other, int otherValue) {
        return column < other
                ? missing[column][other].get(value * sizes[other] + otherValue)
                : missing[other][column].get(otherValue * sizes[column] + value);
    }

    private void take(int[] row) {
        for (int i = 0; i < row.length; i++) {
            uses[i][row[i]]++;
            for (int j = i + 1; j < row.length; j++) {
                missing[i][j].clear(row[i] * sizes[j] + row[j]);
            }
        }
    }
}
