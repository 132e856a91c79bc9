package dev.packs.archetype.bridge;

/** A text that may be looked at so often and no more, parts of it counted. */
final class CountedText implements CharSequence {

    private final String text;
    private final int[] left;

    private CountedText(String text, int[] left) {
        this.text = text;
        this.left = left;
    }

    /** @param steps how many characters may be read, each as often as it is read */
    static CharSequence of(String text, int steps) {
        return new CountedText(text, new int[] {steps});
    }

    /** Ends the matcher that would not end by itself. */
    static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (left[0]-- <= 0) {
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
        return new CountedText(text.substring(start, end), left);
    }

    @Override
    public String toString() {
        return text;
    }
}
