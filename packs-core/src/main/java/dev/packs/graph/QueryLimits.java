package dev.packs.graph;

import java.time.Duration;

/**
 * How much one query may ask of the machine.
 *
 * @param bytes of its text in UTF-8
 * @param depth how deep groups, expressions and paths may be nested in it
 * @param time from the first step to the last row
 * @param rows of the answer; triples for {@code CONSTRUCT} and {@code DESCRIBE}
 * @param memory in bytes, roughly: what sorting, grouping and paths hold at once, and the answer itself
 * @param valueCharacters the longest text that an expression may make, in UTF-16 code units
 */
public record QueryLimits(int bytes, int depth, Duration time, int rows, long memory, int valueCharacters) {

    /** 16 kB, 64 levels, 30 seconds, 100,000 rows, 256 MB, 1 million characters. */
    public static QueryLimits standard() {
        return new QueryLimits(16_384, 64, Duration.ofSeconds(30), 100_000, 256L << 20, 1_000_000);
    }
}
