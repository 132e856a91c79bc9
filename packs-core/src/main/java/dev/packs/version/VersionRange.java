package dev.packs.version;

import java.util.List;
import java.util.Optional;

/**
 * Conditions that hold together: what stands between two {@code ||}.
 *
 * @param comparisons empty for any version
 */
record VersionRange(List<Comparison> comparisons) {

    VersionRange {
        comparisons = List.copyOf(comparisons);
    }

    /** By node-semver's rule, a pre-release is inside only if one of the conditions names a pre-release with the same numbers. */
    boolean contains(Version version) {
        boolean admitted = !version.isPreRelease();
        for (Comparison comparison : comparisons) {
            if (!comparison.holds(version)) {
                return false;
            }
            admitted |= comparison.admits(version);
        }
        return admitted;
    }

    /** The same rule in Maven's order. */
    boolean containsPackage(MavenVersion version) {
        boolean admitted = !version.isPreRelease();
        for (Comparison comparison : comparisons) {
            admitted |= comparison.admits(version);
        }
        return admitted && spans(version);
    }

    /** Maven's own reading of a range: nothing but order. */
    boolean spans(MavenVersion version) {
        for (Comparison comparison : comparisons) {
            if (!comparison.holds(version)) {
                return false;
            }
        }
        return true;
    }

    boolean names(Version version) {
        for (Comparison comparison : comparisons) {
            if (comparison.version().equals(Optional.of(version))) {
                return true;
            }
        }
        return false;
    }

    /** The version, if exactly one is meant. */
    Optional<Version> exact() {
        return comparisons.size() == 1 && comparisons.get(0).relation() == Relation.EXACTLY
                ? comparisons.get(0).version()
                : Optional.empty();
    }

    Optional<MavenVersion> exactPackage() {
        return comparisons.size() == 1 && comparisons.get(0).relation() == Relation.EXACTLY
                ? Optional.of(comparisons.get(0).maven())
                : Optional.empty();
    }
}
