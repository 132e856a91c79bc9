package dev.packs.manifest;

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
                    .matcher(new Counted(text, new Steps(steps)))
                    .matches());
        } catch (TooManySteps | StackOverflowError hopeless) {
            return Optional.empty();
        }
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    private static final class Steps {

        private int left;

        Steps(int left) {
            this.left = left;
        }

        void take() {
            if (left-- == 0) {
                throw new TooManySteps();
            }
        }
    }

    /** A text that counts how often it, or a part of it, is looked at. */
    private record Counted(String text, Steps left) implements CharSequence {

        @Override
        public char charAt(int index) {
            left.take();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), left);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
