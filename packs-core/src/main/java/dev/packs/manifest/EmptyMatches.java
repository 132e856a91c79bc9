package dev.packs.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound on what Java's matcher does between two characters that it reads: in how many ways the parts of a pattern can match nothing. Alternatives add up, what stands side by side multiplies, and so do the
 * turns that a repetition of something empty must have, and one more: {@code (a*)*} has two, {@code (|)(|)(|)} eight.
 */
final class EmptyMatches {

    /** What stands at the beginning of a group. */
    private static final Pattern HEAD =
            Pattern.compile("\\?(?:<?[=!]|>|<[A-Za-z][A-Za-z0-9]*>|[A-Za-z]*(?:-[A-Za-z]*)?[:)])");

    private static final Pattern TURNS = Pattern.compile("(?:[*?]|(\\+)|\\{(\\d+)(?:,\\d*)?\\})[+?]?");

    /** What the comments mode, {@code (?x)}, reads over, between digits as well. */
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*\\n?|\\s");

    /** Escapes that are anchors, boundaries or references to groups, which may all be empty. */
    private static final String MAY_BE_EMPTY = "bBAGzZk123456789";

    private final String pattern;
    private final boolean isAllSyntax;
    private int at;
    private long parts = 1;

    private EmptyMatches(String pattern, boolean isAllSyntax) {
        this.pattern = pattern;
        this.isAllSyntax = isAllSyntax;
    }

    /**
     * A bound on the steps that read nothing, for each place of a text; may be infinite. The pattern is read in several ways, with and without quotes, character classes and comments, and the worst
     * counts: nothing can hide in what only this class takes for text.
     *
     * @param pattern which {@link Pattern} accepts
     */
    static double bound(String pattern) {
        String withoutComments = COMMENT.matcher(pattern).replaceAll("");
        return Math.max(
                Math.max(new EmptyMatches(pattern, false).all(), new EmptyMatches(pattern, true).all()),
                Math.max(
                        new EmptyMatches(withoutComments, false).all(), new EmptyMatches(withoutComments, true).all()));
    }

    /** @param ways at least one: what reads a character is tried for each way of what is empty in it */
    private record Part(boolean canBeEmpty, double ways) {

        static final Part CHARACTER = new Part(false, 1);
        static final Part NOTHING = new Part(true, 1);
    }

    private double all() {
        double ways = 1;
        while (at < pattern.length()) {
            ways *= alternatives().ways;
            // A bracket that closes nothing.
            at++;
        }
        return ways * parts;
    }

    private Part alternatives() {
        Part all = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            Part next = sequence();
            all = new Part(all.canBeEmpty || next.canBeEmpty, all.ways + next.ways);
        }
        return all;
    }

    private Part sequence() {
        Part all = Part.NOTHING;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            Part part = one();
            Matcher turns = ahead(TURNS);
            while (turns.lookingAt()) {
                part = repeated(part, turns);
                at = turns.end();
                turns = ahead(TURNS);
            }
            parts++;
            all = new Part(all.canBeEmpty && part.canBeEmpty, all.ways * part.ways);
        }
        return all;
    }

    private Matcher ahead(Pattern expected) {
        return expected.matcher(pattern).region(at, pattern.length());
    }

    private Part one() {
        char first = pattern.charAt(at);
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
        String head = "";
        Matcher heads = ahead(HEAD);
        if (heads.lookingAt()) {
            head = heads.group();
            at = heads.end();
        }
        if (head.endsWith(")")) {
            return Part.NOTHING;
        }
        Part inside = alternatives();
        at++;
        return head.endsWith("=") || head.endsWith("!") ? new Part(true, inside.ways) : inside;
    }

    private Part escaped() {
        char escaped = at < pattern.length() ? pattern.charAt(at) : '\\';
        at++;
        if (escaped == 'Q' && !isAllSyntax) {
            int end = pattern.indexOf("\\E", at);
            at = end < 0 ? pattern.length() : end + 2;
        }
        return MAY_BE_EMPTY.indexOf(escaped) < 0 ? Part.CHARACTER : Part.NOTHING;
    }

    private Part characterClass() {
        int depth = 1;
        boolean isFirst = true;
        while (at < pattern.length() && depth > 0) {
            char next = pattern.charAt(at);
            at++;
            if (next == '\\') {
                escaped();
            } else if (next == '[') {
                depth++;
            } else if (next == ']' && !isFirst) {
                depth--;
            }
            isFirst = next == '[' || (isFirst && next == '^');
        }
        return Part.CHARACTER;
    }

    private static Part repeated(Part part, Matcher turns) {
        String least = turns.group(1) != null ? "1" : turns.group(2) == null ? "0" : turns.group(2);
        double times = Double.parseDouble(least);
        boolean canBeEmpty = part.canBeEmpty || times == 0;
        if (!part.canBeEmpty) {
            return new Part(canBeEmpty, part.ways);
        }
        double ways = Math.pow(part.ways, times) * (1 + part.ways);
        return new Part(true, Math.max(times, ways));
    }
}
