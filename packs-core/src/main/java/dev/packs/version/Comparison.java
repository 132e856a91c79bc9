package dev.packs.version;

import java.util.Optional;

/**
 * One primitive condition, as in {@code >=1.2.0}.
 *
 * @param version what is compared with; empty where the text is a version to Maven only
 * @param maven the same as Maven reads it
 */
record Comparison(Relation relation, Optional<Version> version, MavenVersion maven) {

    static Comparison of(Relation relation, Version version) {
        return new Comparison(relation, Optional.of(version), MavenVersion.of(version.toString()));
    }

    static Comparison of(Relation relation, PartialVersion version) {
        return new Comparison(relation, version.semantic(), MavenVersion.of(version.text()));
    }

    /** Below everything that carries these numbers, pre-releases included: node-semver's {@code <2.0.0-0}. */
    static Comparison below(Version version) {
        return new Comparison(
                Relation.LESS, Optional.of(version.leastPreRelease()), MavenVersion.of(version.toString()));
    }

    boolean holds(Version candidate) {
        return version.isPresent() && relation.holds(candidate.compareTo(version.get()));
    }

    boolean holds(MavenVersion candidate) {
        return relation.holds(candidate.compareTo(maven));
    }

    /** Whether this names a pre-release with the candidate's numbers: the one thing that lets pre-releases in. */
    boolean admits(Version candidate) {
        return version.isPresent()
                && version.get().isPreRelease()
                && version.get().hasNumbersOf(candidate);
    }

    /** The same for Maven's pre-releases. */
    boolean admits(MavenVersion candidate) {
        return maven.isPreRelease() && maven.hasNumbersOf(candidate);
    }
}
