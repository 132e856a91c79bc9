package dev.packs.maven;

import dev.packs.archetype.ArchetypeId;
import dev.packs.operation.ArchetypeRepository;
import dev.packs.source.maven.FetchedArtifact;
import dev.packs.source.maven.MavenRepositories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.aether.artifact.DefaultArtifact;

/** The Maven repositories, as operations ask for archetypes. */
final class MavenArchetypes implements ArchetypeRepository {

    private static final String CATALOG = "archetype-catalog.xml";

    /** Those that the archetype plugin asks for its remote catalogue. */
    private static final List<String> CATALOG_REPOSITORIES = List.of("archetype", "central");

    private final Supplier<MavenRepositories> repositories;

    MavenArchetypes(Supplier<MavenRepositories> repositories) {
        this.repositories = repositories;
    }

    @Override
    public String label() {
        return repositories.get().label();
    }

    @Override
    public List<String> versions(String group, String artifact) {
        return repositories.get().versions(new DefaultArtifact(group, artifact, "", "jar", ""));
    }

    @Override
    public Optional<Path> jar(ArchetypeId id) {
        return repositories
                .get()
                .find(new DefaultArtifact(id.group(), id.artifact(), "", "jar", id.version()))
                .map(FetchedArtifact::file)
                .filter(Files::isRegularFile);
    }

    @Override
    public Optional<Path> localCatalog() {
        return Optional.of(repositories.get().localRepository().resolve(CATALOG))
                .filter(Files::isRegularFile);
    }

    @Override
    public Optional<Path> remoteCatalog() {
        return repositories.get().findAtRoot(CATALOG, CATALOG_REPOSITORIES);
    }
}
