package dev.packs.graph;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;

/** Sorts triples of numbers by counting: one pass over them for each of the three, without comparing any two. */
final class TripleSort {

    private static final int WIDTH = 3;

    private TripleSort() {}

    /** As {@link TripleTable#columns()} has them. */
    static List<IntBuffer> columns(int terms, int[] rows) {
        int[] once = isSorted(rows) ? rows : once(by(terms, 0, by(terms, 1, by(terms, 2, rows))));
        int size = once.length / WIDTH;
        int[] subjectStarts = new int[terms + 1];
        for (int i = 0; i < size; i++) {
            subjectStarts[once[WIDTH * i] + 1]++;
        }
        for (int i = 0; i < terms; i++) {
            subjectStarts[i + 1] += subjectStarts[i];
        }
        int[] byPredicate = by(terms, 1, by(terms, 2, once));
        int[] used = used(terms, byPredicate);
        return List.of(
                IntBuffer.wrap(subjectStarts),
                IntBuffer.wrap(column(once, 1)),
                IntBuffer.wrap(column(once, 2)),
                IntBuffer.wrap(used),
                IntBuffer.wrap(starts(byPredicate, used)),
                IntBuffer.wrap(column(byPredicate, 2)),
                IntBuffer.wrap(column(byPredicate, 0)));
    }

    /** Whether nothing has to be moved or left out. */
    private static boolean isSorted(int[] rows) {
        for (int i = WIDTH; i < rows.length; i += WIDTH) {
            if (compare(rows, i - WIDTH, i) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(int[] rows, int left, int right) {
        for (int i = 0; i < WIDTH; i++) {
            int order = Integer.compare(rows[left + i], rows[right + i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Those of equal keys stay in their order. */
    private static int[] by(int terms, int column, int[] rows) {
        int[] places = new int[terms + 1];
        for (int i = column; i < rows.length; i += WIDTH) {
            places[rows[i] + 1]++;
        }
        for (int i = 0; i < terms; i++) {
            places[i + 1] += places[i];
        }
        int[] sorted = new int[rows.length];
        for (int i = 0; i < rows.length; i += WIDTH) {
            int place = WIDTH * places[rows[i + column]]++;
            sorted[place] = rows[i];
            sorted[place + 1] = rows[i + 1];
            sorted[place + 2] = rows[i + 2];
        }
        return sorted;
    }

    private static int[] once(int[] sorted) {
        int[] once = new int[sorted.length];
        int kept = 0;
        for (int i = 0; i < sorted.length; i += WIDTH) {
            if (i == 0 || compare(sorted, i - WIDTH, i) != 0) {
                System.arraycopy(sorted, i, once, kept, WIDTH);
                kept += WIDTH;
            }
        }
        return Arrays.copyOf(once, kept);
    }

    private static int[] column(int[] rows, int column) {
        int[] values = new int[rows.length / WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[WIDTH * i + column];
        }
        return values;
    }

    /** Without a stream, because a catalogue has millions. */
    private static int[] used(int terms, int[] byPredicate) {
        int[] used = new int[terms];
        int count = 0;
        for (int i = 1; i < byPredicate.length; i += WIDTH) {
            if (count == 0 || used[count - 1] != byPredicate[i]) {
                used[count] = byPredicate[i];
                count++;
            }
        }
        return Arrays.copyOf(used, count);
    }

    private static int[] starts(int[] byPredicate, int[] used) {
        int[] starts = new int[used.length + 1];
        int k = 0;
        for (int i = 0; i < byPredicate.length; i += WIDTH) {
            while (byPredicate[i + 1] != used[k]) {
                k++;
                starts[k] = i / WIDTH;
            }
        }
        starts[used.length] = byPredicate.length / WIDTH;
        return starts;
    }
}
