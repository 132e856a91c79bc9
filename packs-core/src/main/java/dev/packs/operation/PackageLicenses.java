package dev.packs.operation;

import dev.packs.pack.PackageRequest;
import java.util.List;
import java.util.SortedMap;

/** Under which licences packages come. */
public interface PackageLicenses {

    /** In the place of a licence: nobody can say, because the POM is not at hand. */
    String NOT_KNOWN = "not known";

    /**
     * The licences of the package that would be installed, and of what it brings where it is transitive.
     *
     * @return {@code group:name:version} to the names that its POM, or a parent of that, gives; an empty list where none does, and {@link #NOT_KNOWN} where a POM is not at hand
     * @throws dev.packs.PacksException if a POM cannot be had
     */
    SortedMap<String, List<String>> of(PackageRequest request);
}
