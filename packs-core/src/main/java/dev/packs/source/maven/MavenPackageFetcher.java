package dev.packs.source.maven;

import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.store.FetchedPackage;
import dev.packs.store.PackageFetcher;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;

/** Brings packages from Maven repositories, and knows their versions and what they need. Safe for use by several threads. */
public final class MavenPackageFetcher implements PackageFetcher {

    private final MavenRepositories repositories;

    public MavenPackageFetcher(MavenRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public FetchedPackage fetch(PackageCoordinates coordinates) {
        FetchedArtifact fetched = repositories.require(artifact(coordinates));
        return new FetchedPackage(fetched.file(), repositories.label());
    }

    /** The versions of the package, lowest first in Maven's order; none if nobody knows it. */
    public List<String> versions(PackageRequest request) {
        return repositories.versions(
                new DefaultArtifact(request.groupId(), request.artifactId(), request.classifier(), request.type(), ""));
    }

    /**
     * What the package needs at run time, itself left out, mediated as Maven does.
     *
     * @param managed versions that win over those in the graph
     */
    public List<PackageCoordinates> dependencies(PackageCoordinates coordinates, List<PackageCoordinates> managed) {
        List<Dependency> management = new ArrayList<>();
        for (PackageCoordinates one : managed) {
            management.add(new Dependency(artifact(one), "compile"));
        }
        List<PackageCoordinates> found = new ArrayList<>();
        for (Artifact artifact : repositories.dependencies(artifact(coordinates), management)) {
            found.add(new PackageCoordinates(
                    artifact.getGroupId(),
                    artifact.getArtifactId(),
                    artifact.getVersion(),
                    artifact.getExtension(),
                    artifact.getClassifier()));
        }
        return found;
    }

    private static Artifact artifact(PackageCoordinates coordinates) {
        return new DefaultArtifact(
                coordinates.groupId(),
                coordinates.artifactId(),
                coordinates.classifier(),
                coordinates.type(),
                coordinates.version());
    }
}
