package dev.packs.resolution;

import dev.packs.pack.PackageRequest;
import dev.packs.version.MavenVersion;
import java.util.List;

/** What mediation knows about packages. It may throw {@link dev.packs.PacksException}. */
@FunctionalInterface
public interface PackageCatalog {

    /** All versions, in any order; none if there is no such package. Asked only where a constraint does not name one exactly. */
    List<MavenVersion> versions(PackageRequest request);
}
