package dev.packs.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may stand behind an operator: a version of which parts are left open, as in {@code 1.2}, {@code 1.x} or {@code *}.
 *
 * @param least the version with zeros for what is open
 * @param parts how many of the three numbers are given
 * @param text as it was written, without a leading {@code v}
 * @param semantic {@code least}, unless the text is a version to Maven only
 */
record PartialVersion(Version least, int parts, String text, Optional<Version> semantic) {

    /** The partial version if the text is one by node-semver's {@code XRANGEPLAIN}; a leading {@code v} is ignored. */
    static Optional<PartialVersion> find(String text) {
        String plain = text.startsWith("v") || text.startsWith("V") ? text.substring(1) : text;
        int end = endOfNumbers(plain);
        List<String> given = split(plain.substring(0, end));
        if (given.size() > 3) {
            return Optional.empty();
        }
        String qualifier = plain.substring(end);
        if (!qualifier.isEmpty() && given.size() < 3) {
            return Optional.empty();
        }
        int parts = parts(given);
        StringBuilder version = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            // What follows an open part is checked and then means nothing, as in `1.x.3`.
            if (i < given.size()
                    && !isWild(given.get(i))
                    && Version.find(given.get(i) + ".0.0").isEmpty()) {
                return Optional.empty();
            }
            version.append(i == 0 ? "" : ".").append(i < parts ? given.get(i) : "0");
        }
        if (Version.find(version + qualifier).isEmpty()) {
            return Optional.empty();
        }
        Optional<Version> least = Version.find(parts == 3 ? version + qualifier : version.toString());
        return least.isPresent()
                ? Optional.of(new PartialVersion(
                        least.get(), parts, parts == 3 ? plain : least.get().toString(), least))
                : Optional.empty();
    }

    /** A bound of a Maven range: one to three numbers, none of them open, and a qualifier behind any of them. */
    static Optional<PartialVersion> findBound(String text) {
        int end = endOfNumbers(text);
        List<String> given = split(text.substring(0, end));
        if (given.size() > 3) {
            return Optional.empty();
        }
        StringBuilder version = new StringBuilder(text.substring(0, end));
        for (int i = given.size(); i < 3; i++) {
            version.append(".0");
        }
        Optional<Version> whole = Version.find(version + text.substring(end));
        return whole.isPresent() ? Optional.of(new PartialVersion(whole.get(), 3, text, whole)) : Optional.empty();
    }

    /** Any text with a digit that could be a version in a POM; its leading numbers serve {@code ^} and {@code ~}. */
    static Optional<PartialVersion> findMaven(String text) {
        boolean hasDigit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            if (!isDigit && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && "._-+".indexOf(c) < 0) {
                return Optional.empty();
            }
            hasDigit |= isDigit;
        }
        long[] numbers = new long[3];
        int at = 0;
        for (int i = 0; i < 3 && at < text.length(); i++) {
            int end = at;
            while (end < text.length() && end - at < 18 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end == at) {
                break;
            }
            numbers[i] = Long.parseLong(text.substring(at, end));
            at = end < text.length() && text.charAt(end) == '.' ? end + 1 : text.length();
        }
        Version least = Version.of(numbers[0], numbers[1], numbers[2]);
        return hasDigit ? Optional.of(new PartialVersion(least, 3, text, Optional.empty())) : Optional.empty();
    }

    private static int parts(List<String> given) {
        int parts = 0;
        while (parts < given.size() && !isWild(given.get(parts))) {
            parts++;
        }
        return parts;
    }

    private static int endOfNumbers(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '-' && text.charAt(end) != '+') {
            end++;
        }
        return end;
    }

    private static List<String> split(String numbers) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int dot = numbers.indexOf('.'); dot >= 0; dot = numbers.indexOf('.', start)) {
            parts.add(numbers.substring(start, dot));
            start = dot + 1;
        }
        parts.add(numbers.substring(start));
        return parts;
    }

    private static boolean isWild(String part) {
        return part.equals("x") || part.equals("X") || part.equals("*");
    }

    boolean isWhole() {
        return parts == 3;
    }

    boolean isOpen() {
        return parts == 0;
    }

    /** The first version behind everything that this covers: {@code 1.2} gives {@code 1.3.0}, {@code 1} gives {@code 2.0.0}. */
    Version next() {
        return parts == 1 ? nextMajor() : nextMinor();
    }

    Version nextMajor() {
        return Version.of(least.major() + 1, 0, 0);
    }

    Version nextMinor() {
        return Version.of(least.major(), least.minor() + 1, 0);
    }

    /** The first version that is not compatible: the leftmost number that is not zero has changed. */
    Version nextIncompatible() {
        if (least.major() > 0 || parts == 1) {
            return nextMajor();
        }
        return least.minor() > 0 || parts == 2 ? nextMinor() : Version.of(0, 0, least.patch() + 1);
    }
}
