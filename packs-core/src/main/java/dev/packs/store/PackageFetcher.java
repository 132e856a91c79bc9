package dev.packs.store;

import dev.packs.pack.PackageCoordinates;

/** Brings the archive of a package from wherever packages come from. Called by several threads at once. */
@FunctionalInterface
public interface PackageFetcher {

    /** @throws dev.packs.PacksException {@link dev.packs.ProblemCode#PACKAGE_NOT_FOUND} if nobody has it, or why it could not be brought */
    FetchedPackage fetch(PackageCoordinates coordinates);
}
