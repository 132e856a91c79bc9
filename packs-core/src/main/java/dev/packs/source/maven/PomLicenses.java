package dev.packs.source.maven;

import dev.packs.source.PomTexts;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** The licences that POMs give, read without Maven's model: those of the POM itself, or else of its nearest parent that gives any, as Maven inherits them. */
public final class PomLicenses {

    private static final int MOST_PARENTS = 16;

    private final MavenRepositories repositories;

    public PomLicenses(MavenRepositories repositories) {
        this.repositories = repositories;
    }

    /**
     * The names of the licences; none where nobody gives any, and nothing where a POM that might is not to be had.
     *
     * @throws dev.packs.PacksException if a repository failed
     */
    public Optional<List<String>> of(String group, String artifact, String version) {
        Optional<Artifact> next = Optional.of(new DefaultArtifact(group, artifact, "", "pom", version));
        for (int i = 0; i < MOST_PARENTS && next.isPresent(); i++) {
            Optional<FetchedArtifact> pom = repositories.findIfInReach(next.get());
            if (pom.isEmpty()) {
                return Optional.empty();
            }
            Optional<PomTexts> texts = PomTexts.read(pom.get().file());
            if (texts.isEmpty()) {
                return Optional.of(List.of());
            }
            List<String> licenses = texts.get().all("project/licenses/license/name").stream()
                    .map(name -> name.replaceAll("\\s+", " "))
                    .toList();
            if (!licenses.isEmpty()) {
                return Optional.of(licenses);
            }
            next = parent(texts.get());
        }
        return Optional.of(List.of());
    }

    private static Optional<Artifact> parent(PomTexts texts) {
        String group = texts.first("project/parent/groupId");
        String artifact = texts.first("project/parent/artifactId");
        String version = texts.first("project/parent/version");
        return group.isEmpty() || artifact.isEmpty() || version.isEmpty()
                ? Optional.empty()
                : Optional.of(new DefaultArtifact(group, artifact, "", "pom", version));
    }
}
