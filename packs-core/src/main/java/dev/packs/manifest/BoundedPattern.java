package dev.packs.manifest;

import dev.packs.fence.CountedText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Matches a pattern that a pack brought, with a bound on the work: Java's engine backtracks without end on some. */
public final class BoundedPattern {

    private BoundedPattern() {}

    /**
     * Whether the whole text matches; empty where finding out takes too many steps or too deep a stack.
     *
     * @param pattern which the manifest's reader has accepted
     * @param steps characters that the matcher may read, each as often as it reads it
     */
    public static Optional<Boolean> matches(String pattern, String text, int steps) {
        try {
            return Optional.of(Pattern.compile(pattern)
                    .matcher(CountedText.of(text, steps))
                    .matches());
        } catch (CountedText.TooManySteps | StackOverflowError hopeless) {
            return Optional.empty();
        }
    }
}
