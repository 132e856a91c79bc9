package dev.packs.store;

import dev.packs.pack.PackageCoordinates;
import java.util.List;

/**
 * What an installation did, each list in the order in which the packages were wanted.
 *
 * @param added fetched and unpacked by this run
 * @param present found in the store, whole
 * @param leftOut optional, and nobody has them
 */
public record InstallationResult(
        List<InstalledPackage> added, List<InstalledPackage> present, List<PackageCoordinates> leftOut) {

    public InstallationResult {
        added = List.copyOf(added);
        present = List.copyOf(present);
        leftOut = List.copyOf(leftOut);
    }
}
