package dev.packs.operation;

import dev.packs.pack.PackageCoordinates;
import java.util.List;
import java.util.Optional;

/** Under which licences packages come. */
public interface PackageLicenses {

    /**
     * The names that the package's POM, or a parent of that, gives: none where nobody gives any, and nothing where a POM that might is not to be had.
     *
     * @throws dev.packs.PacksException if a repository failed
     */
    Optional<List<String>> of(PackageCoordinates coordinates);
}
