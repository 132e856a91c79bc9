package dev.packs.maven;

import dev.packs.operation.PublishedFile;
import dev.packs.operation.PublishingRepository;
import dev.packs.source.maven.MavenDeployment;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** A Maven repository, as operations publish to it. */
final class MavenTarget implements PublishingRepository {

    private final MavenDeployment deployment;
    private final Path scratch;

    /** @param scratch a folder that goes afterwards */
    MavenTarget(MavenDeployment deployment, Path scratch) {
        this.deployment = deployment;
        this.scratch = scratch;
    }

    @Override
    public String label() {
        return deployment.label();
    }

    @Override
    public boolean has(PublishedFile file) {
        return deployment.has(artifact(file), scratch);
    }

    @Override
    public void publish(List<PublishedFile> files) {
        deployment.deploy(files.stream()
                .map(file -> artifact(file).setFile(file.file().toFile()))
                .toList());
    }

    private static Artifact artifact(PublishedFile file) {
        return new DefaultArtifact(file.group(), file.artifact(), file.classifier(), file.extension(), file.version());
    }
}
