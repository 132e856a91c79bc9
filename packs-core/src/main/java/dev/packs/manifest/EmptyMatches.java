package dev.packs.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound on what Java's matcher does between two characters that it reads: in how many ways neighbouring parts of a pattern can match nothing. Alternatives that can be empty add up, what stands side by
 * side multiplies until a part reads a character, and so do the turns that a repetition of something empty must have, and one more: {@code (a*)*} has two, {@code (|)(|)(|)} eight.
 */
final class EmptyMatches {

    /** What stands at the beginning of a group. */
    private static final Pattern HEAD =
            Pattern.compile("\\?(?:<?[=!]|>|<[A-Za-z][A-Za-z0-9]*>|([A-Za-z]*)(?:-([A-Za-z]*))?[:)])");

    /** Escapes that are anchors, boundaries or references to groups, which may all be empty. */
    private static final String MAY_BE_EMPTY = "bBAGzZk123456789";

    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";
    private static final char END = '\uFFFF';

    private final String pattern;
    private final boolean isAllSyntax;
    private boolean hasComments;
    private int at;
    private long parts = 1;

    private EmptyMatches(String pattern, boolean isAllSyntax) {
        this.pattern = pattern;
        this.isAllSyntax = isAllSyntax;
    }

    /**
     * A bound on the steps that read nothing, for each place of a text; may be infinite. The pattern is read twice, the second time as if it had no quotes and no character classes, and the worse counts:
     * nothing can hide in what only this class takes for text.
     *
     * @param pattern which {@link Pattern} accepts; of another one the bound means nothing
     */
    static double bound(String pattern) {
        return Math.max(new EmptyMatches(pattern, false).all(), new EmptyMatches(pattern, true).all());
    }

    /**
     * A piece of a pattern.
     *
     * @param empty in how many ways it matches nothing; 0 where it always reads a character
     * @param peak the most ways of anything between two characters inside of it, or before the first and behind the last one; at least 1
     */
    private record Part(double empty, double peak) {

        static final Part CHARACTER = new Part(0, 1);
        static final Part NOTHING = new Part(1, 1);

        double most() {
            return Math.max(empty, peak);
        }
    }

    private double all() {
        double most = 1;
        while (at < pattern.length()) {
            most *= alternatives().most();
            // A bracket that closes nothing.
            at++;
        }
        return most * parts;
    }

    private Part alternatives() {
        Part first = sequence();
        double empty = first.empty;
        double peak = first.peak;
        while (peek() == '|') {
            at++;
            Part next = sequence();
            empty += next.empty;
            // One that reads a character at once adds nothing: what is read is counted.
            peak += next.peak - 1;
        }
        return new Part(empty, Math.max(empty, peak));
    }

    private Part sequence() {
        double empty = 1;
        double peak = 1;
        double run = 1;
        skipIgnored();
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            Part part = repeated(one());
            parts++;
            empty *= part.empty;
            if (part.empty > 0) {
                run *= part.most();
            } else {
                peak = Math.max(peak, run * part.peak);
                run = part.peak;
            }
            skipIgnored();
        }
        return new Part(empty, Math.max(peak, run));
    }

    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : END;
    }

    /** What the comments mode, {@code (?x)}, reads over. */
    private void skipIgnored() {
        while (hasComments && at < pattern.length() && (isSpace(peek()) || peek() == '#')) {
            boolean isComment = peek() == '#';
            at++;
            while (isComment && at < pattern.length() && LINE_ENDS.indexOf(peek()) < 0) {
                at++;
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private Part one() {
        char first = peek();
        at++;
        return switch (first) {
            case '(' -> group();
            case '\\' -> escaped();
            case '[' -> isAllSyntax ? Part.CHARACTER : characterClass();
            case '^', '$' -> Part.NOTHING;
            default -> Part.CHARACTER;
        };
    }

    private Part group() {
        boolean outside = hasComments;
        String head = "";
        Matcher heads = HEAD.matcher(pattern).region(Math.min(at, pattern.length()), pattern.length());
        if (heads.lookingAt()) {
            head = heads.group();
            at = heads.end();
            hasComments |= heads.group(1) != null && heads.group(1).indexOf('x') >= 0;
            hasComments &= heads.group(2) == null || heads.group(2).indexOf('x') < 0;
        }
        if (head.endsWith(")")) {
            // Holds up to the end of the group around it.
            return Part.NOTHING;
        }
        Part inside = alternatives();
        at++;
        hasComments = outside;
        return head.endsWith("=") || head.endsWith("!") ? new Part(1, inside.most()) : inside;
    }

    private Part escaped() {
        char escaped = peek();
        at++;
        if (escaped == 'Q' && !isAllSyntax) {
            int end = pattern.indexOf("\\E", at);
            int quoted = (end < 0 ? pattern.length() : end) - at;
            at = end < 0 ? pattern.length() : end + 2;
            return quoted > 0 ? Part.CHARACTER : Part.NOTHING;
        }
        if (escaped == 'b' && pattern.startsWith("{g}", at)) {
            at += 3;
        } else if (escaped == 'k' && peek() == '<') {
            int end = pattern.indexOf('>', at);
            at = end < 0 ? pattern.length() : end + 1;
        }
        return MAY_BE_EMPTY.indexOf(escaped) < 0 ? Part.CHARACTER : Part.NOTHING;
    }

    private Part characterClass() {
        int depth = 1;
        int first = firstOfClass();
        while (at < pattern.length() && depth > 0) {
            int place = at;
            char next = peek();
            at++;
            if (next == '\\') {
                escaped();
            } else if (next == '[') {
                depth++;
                first = firstOfClass();
            } else if (next == ']' && place != first) {
                depth--;
            }
        }
        return Part.CHARACTER;
    }

    /** Where a closing bracket is a character of the class. */
    private int firstOfClass() {
        if (peek() == '^') {
            at++;
        }
        return at;
    }

    /** A part with what says how often. */
    private Part repeated(Part once) {
        Part part = once;
        skipIgnored();
        double least = turns();
        while (least >= 0) {
            part = times(part, least);
            if (peek() == '?' || peek() == '+') {
                // Reluctant or possessive, which Java reads right behind.
                at++;
            }
            skipIgnored();
            least = turns();
        }
        return part;
    }

    private static Part times(Part part, double least) {
        double between = part.peak * part.peak;
        if (part.empty == 0) {
            return new Part(least == 0 ? 1 : 0, between);
        }
        double ways = Math.max(least, Math.pow(part.most(), least) * (1 + part.most()));
        return new Part(ways, Math.max(ways, between));
    }

    /** The smallest number of turns; negative, with nothing read, where there is none. */
    private double turns() {
        char sign = peek();
        if (sign == '{') {
            return counted();
        }
        if (sign != '*' && sign != '?' && sign != '+') {
            return -1;
        }
        at++;
        return sign == '+' ? 1 : 0;
    }

    private double counted() {
        int start = at;
        at++;
        double least = 0;
        boolean isNumber = false;
        skipIgnored();
        while (peek() >= '0' && peek() <= '9') {
            least = 10 * least + (peek() - '0');
            isNumber = true;
            at++;
            skipIgnored();
        }
        int end = pattern.indexOf('}', at);
        if (!isNumber || end < 0) {
            at = start;
            return -1;
        }
        at = end + 1;
        return least;
    }
}
