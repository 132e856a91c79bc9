package dev.packs.version;

/**
 * One primitive condition, as in {@code >=1.2.0}.
 *
 * @param version what is compared with
 */
record Comparison(Relation relation, Version version) {

    /** Below everything that carries these numbers, pre-releases included: node-semver's {@code <2.0.0-0}. */
    static Comparison below(Version version) {
        return new Comparison(Relation.LESS, version.leastPreRelease());
    }

    boolean holds(Version candidate) {
        return relation.holds(candidate.compareTo(version));
    }

    /** Whether this names a pre-release with the candidate's numbers: the one thing that lets pre-releases in. */
    boolean admits(Version candidate) {
        return version.isPreRelease() && version.hasNumbersOf(candidate);
    }
}
