package dev.packs.io;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern for paths, the same on every platform: {@code *} and {@code ?} stay within a segment, {@code **} alone between slashes stands for any number of segments,
 * {@code {a,b}} for one of several, {@code [a-z]} and {@code [!a-z]} for one character. Upper and lower case differ.
 */
public final class Glob {

    private static final int MOST_ALTERNATIVES = 256;
    private static final int LONGEST = 1024;
    private static final String ANY_DEPTH = "**";

    private final String text;
    private final List<String[]> alternatives = new ArrayList<>();

    private Glob(String text) {
        this.text = text;
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("it is empty or longer than " + LONGEST + " characters");
        }
        for (String plain : expand(text)) {
            String[] segments = plain.split("/", -1);
            for (String segment : segments) {
                check(segment);
            }
            alternatives.add(segments);
        }
    }

    /** @throws PacksException {@link ProblemCode#PARAMETER_INVALID}, with the reason */
    public static Glob parse(String text) {
        try {
            return new Glob(text);
        } catch (IllegalArgumentException wrong) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "`" + text + "` is not a pattern for paths: " + wrong.getMessage())
                    .help("as in `files/**`, `*.{png,jpg}` or `images/icon-[0-9].svg`")
                    .asException();
        }
    }

    /** Why the text is no pattern; empty if it is one. */
    public static Optional<String> fault(String text) {
        try {
            Glob unused = new Glob(text);
            return unused.alternatives.isEmpty() ? Optional.of("it is empty") : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    public boolean matches(RelativePath path) {
        String[] segments = path.text().split("/");
        for (String[] pattern : alternatives) {
            if (matches(pattern, segments)) {
                return true;
            }
        }
        return false;
    }

    /** The folder that every match lies in: the leading segments without a wildcard. Nothing if the pattern starts with one. */
    public Optional<RelativePath> base() {
        StringBuilder base = new StringBuilder();
        String[] segments = text.split("/");
        for (int i = 0; i + 1 < segments.length && !isWild(segments[i]); i++) {
            base.append(i == 0 ? "" : "/").append(segments[i]);
        }
        return base.length() == 0 ? Optional.empty() : Optional.of(RelativePath.parse(base.toString()));
    }

    /** Whether this is a plain path, which matches itself alone. */
    public boolean isLiteral() {
        return !isWild(text);
    }

    private static boolean isWild(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Writes {@code a{b,c}d} out as {@code abd} and {@code acd}; braces may be nested. */
    private static List<String> expand(String pattern) {
        int open = indexOutsideClass(pattern, '{', 0);
        if (open < 0) {
            if (indexOutsideClass(pattern, '}', 0) >= 0) {
                throw new IllegalArgumentException("a `}` closes nothing");
            }
            return List.of(pattern);
        }
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        int close = -1;
        for (int i = open; i < pattern.length() && close < 0; i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
            if (depth == 0 || (depth == 1 && c == ',')) {
                choices.add(pattern.substring(start, i));
                start = i + 1;
                close = depth == 0 ? i : -1;
            }
        }
        if (close < 0) {
            throw new IllegalArgumentException("a `{` is not closed");
        }
        List<String> expanded = new ArrayList<>();
        for (String choice : choices) {
            expanded.addAll(expand(pattern.substring(0, open) + choice + pattern.substring(close + 1)));
            if (expanded.size() > MOST_ALTERNATIVES) {
                throw new IllegalArgumentException("it stands for more than " + MOST_ALTERNATIVES + " patterns");
            }
        }
        return expanded;
    }

    private static int indexOutsideClass(String pattern, char wanted, int from) {
        boolean isInClass = false;
        for (int i = from; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (!isInClass && c == wanted) {
                return i;
            }
            isInClass = isInClass ? c != ']' : c == '[';
        }
        return -1;
    }

    private static void check(String segment) {
        if (segment.isEmpty()) {
            throw new IllegalArgumentException("it starts or ends with `/` or has `//` in it");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("it has the segment `" + segment + "`");
        }
        if (segment.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("it has a `\\`; folders are separated by `/`");
        }
        if (segment.contains(ANY_DEPTH) && !segment.equals(ANY_DEPTH)) {
            throw new IllegalArgumentException("`**` has to stand alone between slashes");
        }
        int at = 0;
        while (at < segment.length()) {
            at = endOfToken(segment, at);
        }
    }

    /** Whether the segments match, found row by row, so that no pattern takes more than patterns times segments steps. */
    private static boolean matches(String[] pattern, String[] segments) {
        boolean[] reached = new boolean[segments.length + 1];
        reached[0] = true;
        for (int p = 0; p < pattern.length; p++) {
            boolean[] next = new boolean[segments.length + 1];
            boolean isLast = p + 1 == pattern.length;
            for (int s = 0; s <= segments.length; s++) {
                if (pattern[p].equals(ANY_DEPTH)) {
                    // At the end it asks for a file below, so it takes at least one segment.
                    next[s] = isLast ? s > 0 && (next[s - 1] || reached[s - 1]) : reached[s] || (s > 0 && next[s - 1]);
                } else {
                    next[s] = s > 0 && reached[s - 1] && matchesSegment(pattern[p], segments[s - 1]);
                }
            }
            reached = next;
        }
        return reached[segments.length];
    }

    private static int[] codePoints(String text) {
        int[] points = new int[text.codePointCount(0, text.length())];
        for (int i = 0, at = 0; i < points.length; i++) {
            points[i] = text.codePointAt(at);
            at += Character.charCount(points[i]);
        }
        return points;
    }

    private static boolean matchesSegment(String pattern, String segment) {
        int[] characters = codePoints(segment);
        boolean[] reached = new boolean[characters.length + 1];
        reached[0] = true;
        for (int p = 0; p < pattern.length(); p = endOfToken(pattern, p)) {
            boolean[] next = new boolean[characters.length + 1];
            boolean isStar = pattern.charAt(p) == '*';
            for (int c = 0; c <= characters.length; c++) {
                next[c] = isStar
                        ? reached[c] || (c > 0 && next[c - 1])
                        : c > 0 && reached[c - 1] && matchesCharacter(pattern, p, characters[c - 1]);
            }
            reached = next;
        }
        return reached[characters.length];
    }

    private static boolean matchesCharacter(String pattern, int at, int character) {
        int token = pattern.codePointAt(at);
        if (token == '?') {
            return true;
        }
        if (token != '[') {
            return token == character;
        }
        int end = endOfToken(pattern, at) - 1;
        boolean isNegated = pattern.charAt(at + 1) == '!';
        int i = isNegated ? at + 2 : at + 1;
        boolean isIn = false;
        while (i < end) {
            int low = pattern.codePointAt(i);
            i += Character.charCount(low);
            int high = low;
            if (i + 1 < end && pattern.charAt(i) == '-') {
                high = pattern.codePointAt(i + 1);
                i += 1 + Character.charCount(high);
            }
            isIn |= low <= character && character <= high;
        }
        return isIn != isNegated;
    }

    private static int endOfToken(String pattern, int at) {
        if (pattern.charAt(at) == '[') {
            int close = pattern.indexOf(']', at + 1);
            if (close < 0 || close == at + 1 || (close == at + 2 && pattern.charAt(at + 1) == '!')) {
                throw new IllegalArgumentException("a `[` is not closed, or there is nothing in it");
            }
            return close + 1;
        }
        return at + Character.charCount(pattern.codePointAt(at));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && text.equals(glob.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
