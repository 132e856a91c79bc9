package dev.packs.rendering;

import java.time.Duration;

/**
 * How much one generation may ask of the machine, all its templates together unless said otherwise.
 *
 * @param steps operations: a name read, an operator, a function, a tag
 * @param iterations turns of all loops, and numbers made by {@code #numbers.sequence}
 * @param fileCharacters the longest text that one template, or one expression inside it, may make, in UTF-16 code units
 * @param totalCharacters of all files together
 * @param time spent in rendering
 * @param includeDepth how deep includes may be nested
 */
public record RenderLimits(
        long steps, long iterations, int fileCharacters, long totalCharacters, Duration time, int includeDepth) {

    /** Far above what generated projects need: 50 million steps, 2 million turns, 16 million characters a file, 512 million in all, 60 seconds, 16 levels. */
    public static RenderLimits standard() {
        return new RenderLimits(50_000_000, 2_000_000, 16_000_000, 512_000_000L, Duration.ofSeconds(60), 16);
    }
}
