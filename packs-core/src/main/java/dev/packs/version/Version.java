package dev.packs.version;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by SemVer 2.0.0. Ordered by its section 11; the build metadata takes part in neither order nor equality.
 *
 * @param preRelease the identifiers after the hyphen; empty for a release
 * @param build the text after the plus, empty if there is none
 */
public record Version(long major, long minor, long patch, List<String> preRelease, String build)
        implements Comparable<Version> {

    /** SemVer 2.0.0, 2 and 9 and 10; numbers are bounded so that they fit a {@code long}. */
    private static final Pattern SYNTAX =
            Pattern.compile("(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})"
                    + "(?:-((?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(?:\\.(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*))?"
                    + "(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");

    private static final int LONGEST = 128;

    public Version {
        preRelease = List.copyOf(preRelease);
    }

    public static Version of(long major, long minor, long patch) {
        return new Version(major, minor, patch, List.of(), "");
    }

    /** @throws PacksException {@link ProblemCode#VERSION_INVALID} */
    public static Version parse(String text) {
        Optional<Version> version = find(text);
        if (version.isEmpty()) {
            throw new PacksException(
                    Problem.of(ProblemCode.VERSION_INVALID, "`" + text + "` is not a version by SemVer 2.0.0")
                            .help("three numbers, as in `1.2.0`, then perhaps a pre-release, as in `1.2.0-rc.1`"));
        }
        return version.get();
    }

    /** The version if the text is one. */
    public static Optional<Version> find(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String preRelease = parts.group(4);
        String build = parts.group(5);
        return Optional.of(new Version(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                preRelease == null ? List.of() : List.of(preRelease.split("\\.")),
                build == null ? "" : build));
    }

    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /** Whether this is Maven's kind of moving version: its last pre-release identifier is {@code SNAPSHOT}. */
    public boolean isSnapshot() {
        return isPreRelease() && preRelease.get(preRelease.size() - 1).endsWith("SNAPSHOT");
    }

    /** {@code 1.2.0-SNAPSHOT} as {@code 1.2.0}; any other version as it is. */
    public Version withoutSnapshot() {
        if (!isSnapshot()) {
            return this;
        }
        return parse(toString().replaceFirst("[-.]?SNAPSHOT(?:\\+.*)?\\z", ""));
    }

    /** The least version by order that has these numbers. */
    Version leastPreRelease() {
        return new Version(major, minor, patch, List.of("0"), "");
    }

    boolean hasNumbersOf(Version other) {
        return major == other.major && minor == other.minor && patch == other.patch;
    }

    @Override
    public int compareTo(Version other) {
        int order = Long.compare(major, other.major);
        order = order != 0 ? order : Long.compare(minor, other.minor);
        order = order != 0 ? order : Long.compare(patch, other.patch);
        return order != 0 ? order : comparePreRelease(preRelease, other.preRelease);
    }

    private static int comparePreRelease(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compareIdentifier(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareIdentifier(String left, String right) {
        boolean leftIsNumber = isNumber(left);
        if (leftIsNumber != isNumber(right)) {
            return leftIsNumber ? -1 : 1;
        }
        if (leftIsNumber && left.length() != right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        return Integer.signum(left.compareTo(right));
    }

    private static boolean isNumber(String identifier) {
        for (int i = 0; i < identifier.length(); i++) {
            if (identifier.charAt(i) < '0' || identifier.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return (int) (31 * (31 * (31 * major + minor) + patch)) + preRelease.hashCode();
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch
                + (preRelease.isEmpty() ? "" : "-" + String.join(".", preRelease))
                + (build.isEmpty() ? "" : "+" + build);
    }
}
