package dev.packs.source.maven;

import java.nio.file.Path;
import org.eclipse.aether.artifact.Artifact;

/**
 * A file that Maven handed out.
 *
 * @param fromWorkspace whether a module of the same build made it
 */
public record FetchedArtifact(Artifact artifact, Path file, boolean fromWorkspace) {}
