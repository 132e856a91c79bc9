package dev.packs.graph.rdf4j;

import java.util.Arrays;

/** Rows of numbers that are found again by some of their columns. What it holds is booked. */
final class RowTable {

    private static final int FIRST_ROWS = 64;
    private static final int NONE = -1;

    private final Account account;
    private final int width;
    private final int keys;
    private int[] rows;
    private int[] nextOfSame = new int[FIRST_ROWS];
    private int[] heads = new int[2 * FIRST_ROWS];
    private int size;

    /**
     * @param width how many numbers a row has
     * @param keys by how many of them, the first ones, rows are found
     */
    RowTable(Account account, int width, int keys) {
        this.account = account;
        this.width = width;
        this.keys = keys;
        rows = new int[FIRST_ROWS * width];
        Arrays.fill(heads, NONE);
    }

    /** @param row the columns of the row, in the order of the table */
    void add(int[] row) {
        if (size == nextOfSame.length) {
            grow();
        }
        System.arraycopy(row, 0, rows, size * width, width);
        link(size);
        size++;
    }

    private void grow() {
        int more = 2 * size;
        account.book(Integer.BYTES * (long) size * (width + 3));
        rows = Arrays.copyOf(rows, more * width);
        nextOfSame = Arrays.copyOf(nextOfSame, more);
        heads = new int[2 * more];
        Arrays.fill(heads, NONE);
        for (int i = 0; i < size; i++) {
            link(i);
        }
    }

    private void link(int at) {
        int head = hash(rows, at * width) & (heads.length - 1);
        nextOfSame[at] = heads[head];
        heads[head] = at;
    }

    private int hash(int[] numbers, int from) {
        int hash = 0;
        for (int i = 0; i < keys; i++) {
            hash = (hash ^ numbers[from + i]) * 0x9E3779B1;
        }
        return hash ^ (hash >>> 15);
    }

    /** The first row with these keys, or -1. */
    int first(int[] key) {
        return matching(heads[hash(key, 0) & (heads.length - 1)], key);
    }

    /** The next row with the same keys, or -1. */
    int next(int at, int[] key) {
        return matching(nextOfSame[at], key);
    }

    private int matching(int start, int[] key) {
        int at = start;
        while (at != NONE && !isEqual(at, key)) {
            at = nextOfSame[at];
        }
        return at;
    }

    private boolean isEqual(int at, int[] key) {
        for (int i = 0; i < keys; i++) {
            if (rows[at * width + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    int get(int at, int column) {
        return rows[at * width + column];
    }
}
