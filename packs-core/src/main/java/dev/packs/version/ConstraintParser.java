package dev.packs.version;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a constraint: node-semver's grammar, or Maven's where the text starts with a bracket. For one use. */
final class ConstraintParser {

    private static final int LONGEST = 256;
    /** Longer ones first, so that {@code >=} is not read as {@code >}. */
    private static final List<String> OPERATORS = List.of("~>", ">=", "<=", "~", "^", ">", "<", "=");

    private final String text;
    private final Dialect dialect;
    private int at;

    ConstraintParser(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    static boolean isMavenForm(String text) {
        String start = text.strip();
        return start.startsWith("[") || start.startsWith("(");
    }

    /** The alternatives, at least one. */
    List<VersionRange> parse() {
        if (text.length() > LONGEST) {
            throw new PacksException(Problem.of(
                            ProblemCode.CONSTRAINT_INVALID,
                            "a constraint of " + text.length() + " characters is too long; it starts with `"
                                    + text.substring(0, 40) + "`")
                    .help("use at most " + LONGEST + " characters"));
        }
        if (isMavenForm(text)) {
            return mavenRanges();
        }
        List<VersionRange> alternatives = new ArrayList<>();
        alternatives.add(alternative());
        while (at < text.length()) {
            at += 2;
            alternatives.add(alternative());
        }
        return alternatives;
    }

    /** Up to the next {@code ||} or the end. */
    private VersionRange alternative() {
        List<Comparison> comparisons = new ArrayList<>();
        skipSpace();
        while (at < text.length() && !text.startsWith("||", at)) {
            String operator = operator();
            skipSpace();
            PartialVersion version = version();
            int behind = at;
            skipSpace();
            if (operator.isEmpty() && isHyphen()) {
                at++;
                skipSpace();
                hyphen(version, version(), comparisons);
                skipSpace();
            } else if (at == behind && at < text.length() && !text.startsWith("||", at)) {
                throw wrong("`" + text.substring(at) + "` is not expected here", at);
            } else {
                compare(operator, version, comparisons);
            }
        }
        return new VersionRange(comparisons);
    }

    private boolean isHyphen() {
        return text.startsWith("-", at)
                && at > 0
                && isSpace(text.charAt(at - 1))
                && at + 1 < text.length()
                && isSpace(text.charAt(at + 1));
    }

    private String operator() {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return operator;
            }
        }
        return "";
    }

    private PartialVersion version() {
        int start = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && "|<>=~^,[]()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw wrong(
                    start == text.length()
                            ? "a version is missing"
                            : "`" + text.charAt(start) + "` stands where a version is expected",
                    start);
        }
        String token = text.substring(start, at);
        Optional<PartialVersion> version = dialect.findVersion(token);
        if (version.isEmpty()) {
            throw wrong("`" + token + "` is not a version", start);
        }
        return version.get();
    }

    private static void compare(String operator, PartialVersion version, List<Comparison> into) {
        switch (operator) {
            case "^" -> between(version, version.isOpen() ? version.least() : version.nextIncompatible(), into);
            case "~", "~>" -> between(version, version.parts() == 1 ? version.nextMajor() : version.nextMinor(), into);
            case ">=" -> {
                if (!version.isOpen()) {
                    into.add(Comparison.of(Relation.AT_LEAST, version));
                }
            }
            case "<=" -> atMost(version, into);
            case ">" -> {
                if (version.isOpen()) {
                    into.add(nothing());
                } else if (version.isWhole()) {
                    into.add(Comparison.of(Relation.MORE, version));
                } else {
                    into.add(Comparison.of(Relation.AT_LEAST, version.next()));
                }
            }
            case "<" ->
                into.add(version.isWhole() ? Comparison.of(Relation.LESS, version) : Comparison.below(version.least()));
            default -> {
                if (version.isWhole()) {
                    into.add(Comparison.of(Relation.EXACTLY, version));
                } else {
                    between(version, version.next(), into);
                }
            }
        }
    }

    private static void between(PartialVersion version, Version end, List<Comparison> into) {
        if (!version.isOpen()) {
            into.add(Comparison.of(Relation.AT_LEAST, version));
            into.add(Comparison.below(end));
        }
    }

    private static void atMost(PartialVersion version, List<Comparison> into) {
        if (version.isWhole()) {
            into.add(Comparison.of(Relation.AT_MOST, version));
        } else if (!version.isOpen()) {
            into.add(Comparison.below(version.next()));
        }
    }

    private static void hyphen(PartialVersion first, PartialVersion last, List<Comparison> into) {
        if (!first.isOpen()) {
            into.add(Comparison.of(Relation.AT_LEAST, first));
        }
        atMost(last, into);
    }

    private static Comparison nothing() {
        return Comparison.below(Version.of(0, 0, 0));
    }

    private List<VersionRange> mavenRanges() {
        List<VersionRange> ranges = new ArrayList<>();
        skipSpace();
        while (true) {
            ranges.add(mavenRange());
            skipSpace();
            if (at == text.length()) {
                return ranges;
            }
            if (text.charAt(at) != ',') {
                throw wrong("`" + text.substring(at) + "` stands where `,` is expected between two ranges", at);
            }
            at++;
            skipSpace();
        }
    }

    private VersionRange mavenRange() {
        int start = at;
        if (at == text.length() || (text.charAt(at) != '[' && text.charAt(at) != '(')) {
            throw wrong("a range starts with `[` or `(`", at);
        }
        boolean lowerInclusive = text.charAt(at) == '[';
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != ']' && text.charAt(end) != ')') {
            end++;
        }
        if (end == text.length()) {
            throw wrong("the range that starts here has no `]` or `)`", start);
        }
        boolean upperInclusive = text.charAt(end) == ']';
        String inside = text.substring(start + 1, end);
        int comma = inside.indexOf(',');
        at = end + 1;
        if (comma < 0) {
            if (!lowerInclusive || !upperInclusive || inside.isBlank()) {
                throw wrong("a range without `,` names one version, as in `[1.2.0]`", start);
            }
            return new VersionRange(List.of(Comparison.of(Relation.EXACTLY, bound(inside, start + 1))));
        }
        List<Comparison> comparisons = new ArrayList<>();
        String lower = inside.substring(0, comma);
        String upper = inside.substring(comma + 1);
        if (!lower.isBlank()) {
            comparisons.add(Comparison.of(lowerInclusive ? Relation.AT_LEAST : Relation.MORE, bound(lower, start + 1)));
        }
        if (!upper.isBlank()) {
            comparisons.add(
                    Comparison.of(upperInclusive ? Relation.AT_MOST : Relation.LESS, bound(upper, start + comma + 2)));
        }
        if (comparisons.size() == 2 && isAbove(comparisons.get(0), comparisons.get(1))) {
            throw wrong("the range starts above its end", start);
        }
        return new VersionRange(comparisons);
    }

    private boolean isAbove(Comparison lower, Comparison upper) {
        if (dialect == Dialect.PACKAGES) {
            return lower.maven().compareTo(upper.maven()) > 0;
        }
        return lower.version().orElseThrow().compareTo(upper.version().orElseThrow()) > 0;
    }

    private PartialVersion bound(String token, int start) {
        int leading = token.length() - token.stripLeading().length();
        Optional<PartialVersion> version = dialect.findBound(token.strip());
        if (version.isEmpty()) {
            throw wrong("`" + token.strip() + "` is not a version", start + leading);
        }
        return version.get();
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private PacksException wrong(String what, int position) {
        return Problem.of(
                        ProblemCode.CONSTRAINT_INVALID,
                        "`" + text + "` is not a version constraint: " + what + ", at character " + (position + 1))
                .help("write one as in `1.2.0`, `^1.2`, `~1.2.3`, `>=1.0 <2.0`, `1.x`, `*` or `[1.0,2.0)`")
                .asException();
    }
}
