package dev.packs.operation;

import dev.packs.pack.PackageCoordinates;
import dev.packs.resolution.PackageCatalog;
import dev.packs.store.PackageFetcher;
import java.util.List;
import java.util.Map;

/** Where packages come from: the Maven repositories of a project. */
public interface PackageRepository extends PackageCatalog, PackageFetcher {

    /**
     * What a package itself needs at run time, chosen by Maven's own mediation; the package itself left out.
     *
     * @param managed versions that the project manages: {@code group:artifact[:type[:classifier]]} to version
     */
    List<PackageCoordinates> dependencies(PackageCoordinates coordinates, Map<String, String> managed);
}
