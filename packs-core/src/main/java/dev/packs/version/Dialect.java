package dev.packs.version;

import java.util.Optional;

/** Whose versions a constraint may name. */
enum Dialect {
    /** SemVer alone, so that a slip of the pen is an error. */
    PACKS,
    /** Also what only Maven takes for a version, as in {@code 5.3.8.Final} and {@code 31.1-jre}. */
    PACKAGES;

    /** What stands behind an operator. */
    Optional<PartialVersion> findVersion(String token) {
        Optional<PartialVersion> version = PartialVersion.find(token);
        return version.isPresent() || this == PACKS ? version : PartialVersion.findMaven(token);
    }

    /** What stands in a Maven range. */
    Optional<PartialVersion> findBound(String token) {
        Optional<PartialVersion> bound = PartialVersion.findBound(token);
        return bound.isPresent() || this == PACKS ? bound : PartialVersion.findMaven(token);
    }
}
