package dev.packs.maven;

import dev.packs.operation.PackageRepository;
import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.source.maven.MavenPackageFetcher;
import dev.packs.store.FetchedPackage;
import dev.packs.version.MavenVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Maven repositories, as operations ask for packages. */
final class MavenPackages implements PackageRepository {

    private final MavenPackageFetcher fetcher;

    MavenPackages(MavenPackageFetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public List<MavenVersion> versions(PackageRequest request) {
        return fetcher.versions(request).stream().map(MavenVersion::of).toList();
    }

    @Override
    public FetchedPackage fetch(PackageCoordinates coordinates) {
        return fetcher.fetch(coordinates);
    }

    @Override
    public List<PackageCoordinates> dependencies(PackageCoordinates coordinates, Map<String, String> managed) {
        List<PackageCoordinates> versions = new ArrayList<>();
        managed.forEach((key, version) -> {
            String[] parts = key.split(":");
            versions.add(new PackageCoordinates(
                    parts[0],
                    parts[1],
                    version,
                    parts.length > 2 ? parts[2] : "jar",
                    parts.length > 3 ? parts[3] : ""));
        });
        return fetcher.dependencies(coordinates, versions);
    }
}
