package dev.packs.manifest;

import dev.packs.fence.CountedText;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matches a pattern that a pack brought, with a bound on the work: Java's engine backtracks without end on some. */
public final class BoundedPattern {

    /** The smallest number of turns of a counted repetition: {@code {3}}, {@code {3,}}, {@code {3,5}}. */
    private static final Pattern TURNS = Pattern.compile("\\{(\\d+)");

    /** What the comments mode, {@code (?x)}, reads over, between digits as well. */
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*\\n?|\\s");

    private static final BigInteger MOST_TURNS = BigInteger.valueOf(1_000_000);

    private BoundedPattern() {}

    /**
     * Whether the whole text matches; empty where finding out takes too many steps or too deep a stack. Turns of a counted repetition are limited too, to a million of all together: one of nothing, as in
     * {@code (){2000000000}}, reads no character that could be counted.
     *
     * @param pattern which the manifest's reader has accepted
     * @param steps characters that the matcher may read, each as often as it reads it
     */
    public static Optional<Boolean> matches(String pattern, String text, int steps) {
        if (hasTooManyTurns(pattern) || hasTooManyTurns(COMMENT.matcher(pattern).replaceAll(""))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern)
                    .matcher(CountedText.of(text, steps))
                    .matches());
        } catch (CountedText.TooManySteps | StackOverflowError hopeless) {
            return Optional.empty();
        }
    }

    private static boolean hasTooManyTurns(String pattern) {
        BigInteger turns = BigInteger.ONE;
        Matcher counted = TURNS.matcher(pattern);
        while (counted.find()) {
            turns = turns.multiply(new BigInteger(counted.group(1)).max(BigInteger.ONE));
        }
        return turns.compareTo(MOST_TURNS) > 0;
    }
}
