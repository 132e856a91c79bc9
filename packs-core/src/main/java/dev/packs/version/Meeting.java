package dev.packs.version;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two constraints have a version in common. What satisfies both is made of stretches, and the least version of a stretch is one that is named, or the next one
 * after it; so a few versions, tried one by one, decide.
 */
final class Meeting {

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");

    private Meeting() {}

    static boolean ofVersions(VersionConstraint first, VersionConstraint second) {
        return tried(first, second).stream().anyMatch(version -> first.contains(version) && second.contains(version));
    }

    /** What satisfies the second alone is made of such stretches, too. */
    static boolean includes(VersionConstraint first, VersionConstraint second) {
        return tried(first, second).stream().allMatch(version -> first.contains(version) || !second.contains(version));
    }

    private static Set<Version> tried(VersionConstraint first, VersionConstraint second) {
        Set<Version> tried = new LinkedHashSet<>();
        tried.add(Version.of(0, 0, 0));
        for (Comparison comparison : named(first, second)) {
            comparison.version().ifPresent(version -> {
                tried.add(version);
                tried.add(version.leastPreRelease());
                tried.add(Version.of(version.major(), version.minor(), version.patch()));
                tried.add(Version.of(version.major(), version.minor(), version.patch() + 1));
                if (version.isPreRelease()) {
                    List<String> next = new ArrayList<>(version.preRelease());
                    next.add("0");
                    tried.add(new Version(version.major(), version.minor(), version.patch(), next, ""));
                }
            });
        }
        return tried;
    }

    /** Between any two versions of Maven's order there are more; the next after one is taken to be that one with a small last number. */
    static boolean ofPackages(VersionConstraint first, VersionConstraint second) {
        Set<String> tried = new LinkedHashSet<>();
        tried.add("0");
        for (Comparison comparison : named(first, second)) {
            String text = comparison.maven().text();
            add(tried, text);
            Matcher numbers = NUMBERS.matcher(text);
            if (numbers.lookingAt()) {
                add(tried, numbers.group());
            }
        }
        return tried.stream()
                .map(MavenVersion::of)
                .anyMatch(version -> first.containsPackage(version) && second.containsPackage(version));
    }

    private static void add(Set<String> tried, String text) {
        tried.add(text);
        tried.add(text + ".0.0.0.1");
    }

    private static List<Comparison> named(VersionConstraint first, VersionConstraint second) {
        List<Comparison> named = new ArrayList<>(first.comparisons());
        named.addAll(second.comparisons());
        return named;
    }
}
