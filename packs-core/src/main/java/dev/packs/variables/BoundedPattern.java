package dev.packs.variables;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.regex.Pattern;

/** A regular expression from a pack, which is untrusted: it is matched against bounded text in a bounded number of steps. */
final class BoundedPattern {

    static final int LONGEST = 10_000;
    private static final int STEPS = 2_000_000;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws java.util.regex.PatternSyntaxException which the manifest's reader has ruled out */
    static BoundedPattern of(String regex) {
        return new BoundedPattern(Pattern.compile(regex));
    }

    /**
     * Whether the whole text matches.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#LIMIT_EXCEEDED} when that takes too long to find out
     */
    boolean matches(String text) {
        if (text.length() > LONGEST) {
            throw Problem.of(
                            ProblemCode.LIMIT_EXCEEDED,
                            "a text of " + text.length() + " characters is too long to be matched against a pattern")
                    .help("at most " + LONGEST + " characters are")
                    .asException();
        }
        try {
            return pattern.matcher(new Counted(text, new Steps(STEPS))).matches();
        } catch (StepsExceeded | StackOverflowError tooMuch) {
            throw Problem.of(ProblemCode.LIMIT_EXCEEDED, "the pattern `" + pattern + "` takes too many steps")
                    .help("a repetition inside a repetition, as in `(a+)+`, is the usual reason: write it as one")
                    .asException();
        }
    }

    /** Every step of the matcher reads a character, so that counting these bounds it. */
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

    private static final class Steps {

        private int left;

        Steps(int left) {
            this.left = left;
        }

        void take() {
            if (left-- == 0) {
                throw new StepsExceeded();
            }
        }
    }

    private static final class StepsExceeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        StepsExceeded() {
            super(null, null, false, false);
        }
    }
}
