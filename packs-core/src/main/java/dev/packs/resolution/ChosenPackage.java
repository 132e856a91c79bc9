package dev.packs.resolution;

import dev.packs.version.MavenVersion;
import java.util.ArrayList;
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
        for (PackageAsker asker : askers) {
            if (!asker.request().optional()) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody wants its own dependencies too. */
    public boolean isTransitive() {
        for (PackageAsker asker : askers) {
            if (asker.request().transitive()) {
                return true;
            }
        }
        return false;
    }

    /** Those whose constraint the version does not satisfy: Maven goes on, and so do we, with a warning. */
    public List<PackageAsker> unsatisfied() {
        List<PackageAsker> unsatisfied = new ArrayList<>();
        for (PackageAsker asker : askers) {
            if (!asker.request().constraint().containsPackage(version)) {
                unsatisfied.add(asker);
            }
        }
        return unsatisfied;
    }
}
