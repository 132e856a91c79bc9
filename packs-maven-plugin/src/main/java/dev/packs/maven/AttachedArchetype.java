package dev.packs.maven;

import java.io.File;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * An archetype that goes where its pack's project goes. {@code archetype:generate} asks for a group, an artifact and a version and knows no classifiers, so the archetype and its pom are
 * attached under coordinates of their own; whoever installs and deploys takes attached artifacts as they are.
 */
record AttachedArchetype(String group, String artifact, String version, File jar, File pom) {

    private static final String MADE = "packs.archetype";
    private static final String POM = "pom";

    /** What Maven 4 calls the pom that is published; on its way it loses this classifier, and every other pom gets one. */
    private static final String PUBLISHED = "consumer";

    /** Kept with the project until it is attached. */
    void keep(MavenProject project) {
        project.setContextValue(MADE, this);
    }

    static @Nullable AttachedArchetype madeFor(MavenProject project) {
        return (AttachedArchetype) project.getContextValue(MADE);
    }

    void attach(MavenProject project) {
        boolean hasPublished = project.getAttachedArtifacts().stream()
                .anyMatch(attached -> POM.equals(attached.getType()) && PUBLISHED.equals(attached.getClassifier()));
        attach("jar", null, jar, project);
        attach(POM, hasPublished ? PUBLISHED : null, pom, project);
    }

    private void attach(String extension, @Nullable String classifier, File file, MavenProject project) {
        DefaultArtifact attached = new DefaultArtifact(
                group, artifact, version, null, extension, classifier, new DefaultArtifactHandler(extension));
        attached.setFile(file);
        project.addAttachedArtifact(attached);
    }
}
