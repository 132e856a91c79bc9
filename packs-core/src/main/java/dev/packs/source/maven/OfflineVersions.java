package dev.packs.source.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Lists what lies in the local repository.
 *
 * <p>Maven knows the versions of an artifact from lists that it fetched. Of something that was only ever asked for by its exact version it has no list, so that
 * offline it would seem not to exist.
 */
record OfflineVersions(RepositorySystemSession session, List<RemoteRepository> repositories) {

    /** In no order that means anything. */
    List<String> of(Artifact artifact) {
        LocalRepositoryManager local = session.getLocalRepositoryManager();
        Path example = local.getRepository()
                .getBasedir()
                .toPath()
                .resolve(local.getPathForLocalArtifact(artifact.setVersion("1")));
        List<String> versions = new ArrayList<>();
        for (String version : folders(example.resolve("../..").normalize())) {
            LocalArtifactRequest request =
                    new LocalArtifactRequest(artifact.setVersion(version), repositories, "packs");
            if (local.find(session, request).isAvailable()) {
                versions.add(version);
            }
        }
        Collections.sort(versions);
        return versions;
    }

    private static List<String> folders(Path parent) {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(parent)) {
            return names;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, Files::isDirectory)) {
            for (Path child : children) {
                names.add(child.getFileName().toString());
            }
        } catch (IOException unreadable) {
            // What cannot be listed cannot be used either, and Maven says so when it is asked for.
            return List.of();
        }
        return names;
    }
}
