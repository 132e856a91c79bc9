package dev.packs.pack;

import dev.packs.version.VersionConstraint;
import java.util.Optional;

/** What a pack needs of the machine that it is used on. */
public record PackRequirements(
        Optional<VersionConstraint> packs, Optional<VersionConstraint> java, Optional<VersionConstraint> maven) {

    public static PackRequirements none() {
        return new PackRequirements(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
