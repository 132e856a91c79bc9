package dev.packs.resolution;

import dev.packs.version.MavenVersion;
import java.util.List;

/**
 * A package, its version and everybody who asked for it.
 *
 * @param managed whether the project's dependency management set the version
 * @param level the lowest level of an asking pack, which is when it is installed
 * @param askers the nearest first: the first one won, unless the version is managed
 */
public record ChosenPackage(
        PackageKey key, MavenVersion version, boolean managed, int level, List<PackageAsker> askers) {

    public ChosenPackage {
        askers = List.copyOf(askers);
    }

    /** Whether nobody insists on it. */
    public boolean isOptional() {
        return askers.stream().allMatch(asker -> asker.request().optional());
    }

    /** Whether somebody wants its own dependencies too. */
    public boolean isTransitive() {
        return askers.stream().anyMatch(asker -> asker.request().transitive());
    }

    /** Those whose constraint the version does not satisfy: Maven goes on, and so do we, with a warning. */
    public List<PackageAsker> unsatisfied() {
        return askers.stream()
                .filter(asker -> !asker.request().constraint().containsPackage(version))
                .toList();
    }
}
