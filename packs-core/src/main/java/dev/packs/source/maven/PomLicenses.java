package dev.packs.source.maven;

import dev.packs.pack.PackageCoordinates;
import dev.packs.source.PomTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * The names of the licences, or the address of one that has no name; none where nobody gives any, and nothing where a POM that might is not to be had or cannot be read.
     *
     * @throws dev.packs.PacksException if a repository failed
     */
    public Optional<List<String>> of(PackageCoordinates coordinates) {
        Optional<Artifact> next = Optional.of(
                new DefaultArtifact(coordinates.groupId(), coordinates.artifactId(), "", "pom", coordinates.version()));
        for (int i = 0; i < MOST_PARENTS && next.isPresent(); i++) {
            Optional<PomTexts> texts = repositories.findIfInReach(next.get()).flatMap(pom -> PomTexts.read(pom.file()));
            if (texts.isEmpty()) {
                return Optional.empty();
            }
            List<Map<String, String>> licenses = texts.get().each("project/licenses/license");
            if (!licenses.isEmpty()) {
                return Optional.of(names(licenses));
            }
            next = parent(texts.get());
        }
        return Optional.of(List.of());
    }

    /** One that says neither its name nor where it can be read says nothing; Maven inherits none in its place. */
    private static List<String> names(List<Map<String, String>> licenses) {
        List<String> names = new ArrayList<>();
        for (Map<String, String> license : licenses) {
            String name = license.getOrDefault("name", "").replaceAll("\\s+", " ");
            String shown = name.isEmpty() ? license.getOrDefault("url", "") : name;
            if (!shown.isEmpty()) {
                names.add(shown);
            }
        }
        return names;
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
