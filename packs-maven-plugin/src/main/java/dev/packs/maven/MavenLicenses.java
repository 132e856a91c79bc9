package dev.packs.maven;

import dev.packs.operation.PackageLicenses;
import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.source.maven.MavenPackageFetcher;
import dev.packs.source.maven.PomLicenses;
import dev.packs.version.MavenVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Licences of packages, as the POMs in Maven repositories give them. */
final class MavenLicenses implements PackageLicenses {

    private final MavenPackageFetcher fetcher;
    private final PomLicenses poms;

    MavenLicenses(MavenPackageFetcher fetcher, PomLicenses poms) {
        this.fetcher = fetcher;
        this.poms = poms;
    }

    @Override
    public SortedMap<String, List<String>> of(PackageRequest request) {
        Optional<String> version = fetcher.versions(request).stream()
                .map(MavenVersion::of)
                .filter(request.constraint()::containsPackage)
                .max(Comparator.naturalOrder())
                .map(MavenVersion::toString);
        SortedMap<String, List<String>> licenses = new TreeMap<>();
        if (version.isEmpty()) {
            licenses.put(request.name(), List.of(NOT_KNOWN));
            return licenses;
        }
        PackageCoordinates chosen = new PackageCoordinates(
                request.groupId(), request.artifactId(), version.get(), request.type(), request.classifier());
        List<PackageCoordinates> all = new ArrayList<>(List.of(chosen));
        if (request.transitive()) {
            all.addAll(fetcher.dependencies(chosen, List.of()));
        }
        for (PackageCoordinates each : all) {
            licenses.put(
                    each.groupId() + ":" + each.artifactId() + ":" + each.version(),
                    poms.of(each.groupId(), each.artifactId(), each.version()).orElse(List.of(NOT_KNOWN)));
        }
        return licenses;
    }
}
