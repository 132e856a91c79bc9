package dev.packs.resolution;

import java.util.Arrays;

/**
 * Some of a pack's possible states: its listed versions by their index, and, as the last index, that it is absent.
 *
 * <p>With absence as a state, "b must be chosen within this set" and "b, if chosen, must be in it" are both plain sets, and the search needs no signs.
 */
final class VersionSet {

    private final long[] words;
    private final int size;

    private VersionSet(long[] words, int size) {
        this.words = words;
        this.size = size;
    }

    static VersionSet none(int size) {
        return new VersionSet(new long[(size + 63) / 64], size);
    }

    static VersionSet all(int size) {
        return none(size).complement();
    }

    static VersionSet of(int size, int index) {
        return none(size).with(index);
    }

    VersionSet with(int index) {
        long[] result = words.clone();
        result[index >> 6] |= 1L << index;
        return new VersionSet(result, size);
    }

    VersionSet without(int index) {
        long[] result = words.clone();
        result[index >> 6] &= ~(1L << index);
        return new VersionSet(result, size);
    }

    boolean has(int index) {
        return (words[index >> 6] & (1L << index)) != 0;
    }

    VersionSet complement() {
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ~words[i];
        }
        if ((size & 63) != 0) {
            result[result.length - 1] &= (1L << size) - 1;
        }
        return new VersionSet(result, size);
    }

    VersionSet and(VersionSet other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= other.words[i];
        }
        return new VersionSet(result, size);
    }

    VersionSet or(VersionSet other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] |= other.words[i];
        }
        return new VersionSet(result, size);
    }

    /** Whether everything in here is also in the other. */
    boolean isWithin(VersionSet other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & ~other.words[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean meets(VersionSet other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isAll() {
        return count() == size;
    }

    int size() {
        return size;
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The highest index below {@code limit}, or -1. */
    int highestBelow(int limit) {
        int index = limit - 1;
        while (index >= 0 && !has(index)) {
            index--;
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionSet set && size == set.size && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
