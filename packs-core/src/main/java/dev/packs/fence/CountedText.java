package dev.packs.fence;

/**
 * A text whose every read of a character is counted, parts of it included, so that a matcher that goes back and forth without end can be stopped.
 *
 * @param steps told of each read
 */
public record CountedText(String text, Steps steps) implements CharSequence {

    /** Counts. */
    @FunctionalInterface
    public interface Steps {

        /** Counts one; what it throws ends the matcher. */
        void take();
    }

    /**
     * A text that may be read so often and no more.
     *
     * @param steps how many characters may be read, each as often as it is read; the next read throws {@link TooManySteps}
     */
    public static CountedText of(String text, int steps) {
        return new CountedText(text, new Countdown(steps));
    }

    @Override
    public char charAt(int index) {
        steps.take();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new CountedText(text.substring(start, end), steps);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Ends the matcher that would not end by itself. */
    public static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    private static final class Countdown implements Steps {

        private int left;

        Countdown(int left) {
            this.left = left;
        }

        @Override
        public void take() {
            if (left <= 0) {
                throw new TooManySteps();
            }
            left--;
        }
    }
}
