package dev.packs.manifest;

import dev.packs.fence.CountedText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Matches a pattern that a pack brought, with a bound on the work: Java's engine backtracks without end on some. */
public final class BoundedPattern {

    /** Steps of all kinds, those that read a character and those that read nothing. */
    private static final double MOST_WORK = 200_000_000;

    private static final int FEWEST_STEPS = 100;

    private BoundedPattern() {}

    /**
     * Whether the whole text matches; empty where finding out takes too many steps or too deep a stack. What the matcher does without reading a character, as for {@code (){2000000000}} or
     * {@code (|)(|)(|)}, cannot be counted while it happens: by its {@linkplain EmptyMatches bound} the steps are lessened.
     *
     * @param pattern which the manifest's reader has accepted
     * @param steps characters that the matcher may read, each as often as it reads it
     */
    public static Optional<Boolean> matches(String pattern, String text, int steps) {
        double allowed = Math.min(steps, MOST_WORK / EmptyMatches.bound(pattern));
        if (allowed < Math.min(steps, FEWEST_STEPS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern)
                    .matcher(CountedText.of(text, (int) allowed))
                    .matches());
        } catch (CountedText.TooManySteps | StackOverflowError hopeless) {
            return Optional.empty();
        }
    }
}
