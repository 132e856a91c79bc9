package dev.packs.pack;

import dev.packs.version.VersionConstraint;
import java.util.Optional;

/**
 * A pack that a pack needs.
 *
 * @param optional nobody installs it for this pack's sake; where it is there all the same, the constraint holds
 * @param reason why, for the reader
 */
public record PackDependency(PackName name, VersionConstraint constraint, boolean optional, Optional<String> reason) {

    public static PackDependency of(PackName name, VersionConstraint constraint) {
        return new PackDependency(name, constraint, false, Optional.empty());
    }
}
