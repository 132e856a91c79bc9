package dev.packs.archetype;

import java.time.Duration;

/**
 * How much one generation may do.
 *
 * @param time from start to end; a run that takes longer is left behind
 * @param files how many files and folders may be made
 * @param fileCharacters the length of one rendered file, in UTF-16 code units
 * @param totalBytes of all files together; rendered ones count their characters
 * @param iterations of all loops together
 */
public record ArchetypeLimits(Duration time, int files, int fileCharacters, long totalBytes, int iterations) {

    public ArchetypeLimits {
        if (time.isNegative() || time.isZero() || files < 1 || fileCharacters < 1 || totalBytes < 1 || iterations < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** Far above what archetypes do. */
    public static ArchetypeLimits standard() {
        return new ArchetypeLimits(Duration.ofSeconds(60), 50_000, 16 << 20, 512L << 20, 1_000_000);
    }
}
