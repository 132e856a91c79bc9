package dev.packs.operation;

import dev.packs.version.MavenVersion;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of archetypes: which is the newest, and what a pack made of one is called. */
final class ArchetypeVersions {

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?(.*)");
    private static final Pattern RELEASE = Pattern.compile("(?i)[-.](?:final|ga|release)");

    private ArchetypeVersions() {}

    /** The highest by Maven's order that is neither a snapshot nor an early one, else the highest that is no snapshot, else the highest. */
    static String newest(List<String> versions) {
        List<MavenVersion> sorted = new ArrayList<>();
        for (String version : versions) {
            sorted.add(MavenVersion.of(version));
        }
        sorted.sort(Comparator.reverseOrder());
        for (MavenVersion version : sorted) {
            if (!version.isPreRelease()) {
                return version.text();
            }
        }
        for (MavenVersion version : sorted) {
            if (!version.text().endsWith("SNAPSHOT")) {
                return version.text();
            }
        }
        return sorted.get(0).text();
    }

    /**
     * A version by SemVer for one of Maven's, which the pack keeps beside it: {@code 1.5} becomes {@code 1.5.0}, {@code 2.0.0.Final} {@code 2.0.0}, {@code 1.0-alpha-4}
     * {@code 1.0.0-alpha-4}.
     */
    static Version semantic(String version) {
        Matcher parts = NUMBERS.matcher(version);
        if (!parts.matches()) {
            return Version.parse("0.0.0-" + identifiers(version));
        }
        String numbers = number(parts.group(1)) + "." + number(parts.group(2)) + "." + number(parts.group(3));
        String rest = parts.group(4);
        if (rest.isEmpty() || RELEASE.matcher(rest).matches()) {
            return Version.parse(numbers);
        }
        return Version.parse(numbers + "-" + identifiers(rest));
    }

    private static String number(@Nullable String digits) {
        return digits == null ? "0" : String.valueOf(Long.parseLong(digits));
    }

    /** What SemVer calls a pre-release: identifiers without leading zeros, joined by dots. */
    private static String identifiers(String text) {
        StringBuilder identifiers = new StringBuilder();
        for (String part : text.split("[^0-9A-Za-z-]+", -1)) {
            String identifier = part.replaceAll("^-+|-+$", "");
            if (identifier.matches("[0-9]{1,18}")) {
                identifier = String.valueOf(Long.parseLong(identifier));
            }
            if (!identifier.isEmpty()) {
                identifiers.append(identifiers.length() == 0 ? "" : ".").append(identifier);
            }
        }
        return identifiers.length() == 0
                ? "0"
                : identifiers.toString().toLowerCase(Locale.ROOT).replace("snapshot", "SNAPSHOT");
    }
}
