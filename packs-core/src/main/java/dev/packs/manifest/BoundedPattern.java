package dev.packs.manifest;

import java.util.regex.Pattern;

/** Matches a pattern that a pack brought, with a bound on the work: Java's engine backtracks without end on some. */
public final class BoundedPattern {

    private static final int MOST_STEPS = 1_000_000;

    private BoundedPattern() {}

    /** Whether the whole text matches; false also where finding out takes too many steps or too deep a stack. */
    public static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new Counted(text)).matches();
        } catch (TooManySteps | StackOverflowError hopeless) {
            return false;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
