package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeCatalogReader;
import dev.packs.archetype.ArchetypeId;
import dev.packs.pack.PackRef;
import dev.packs.source.PackContent;
import dev.packs.version.MavenVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the archetypes that references name: in Maven's repositories, in catalogues, on disk. */
public final class ArchetypeFinder {

    private static final int LISTED = 10;

    private final ArchetypeRepository repository;
    private final ArchetypeCatalogs catalogs;
    private final ArchetypeAccess archetypes;
    private final Path folder;

    /** @param folder where the user stands */
    public ArchetypeFinder(
            ArchetypeRepository repository, ArchetypeCatalogs catalogs, ArchetypeAccess archetypes, Path folder) {
        this.repository = repository;
        this.catalogs = catalogs;
        this.archetypes = archetypes;
        this.folder = folder;
    }

    /**
     * An archetype as a pack that lies nowhere.
     *
     * @param ref a {@link PackRef.Archetype} or a {@link PackRef.LocalArchetype}
     * @param served groups whose packs come from one place alone
     * @throws PacksException if there is none, or it is none
     */
    public PackContent pack(PackRef ref, Set<String> served) {
        FoundArchetype found = find(ref);
        return imported(found, served).content(found.place());
    }

    ArchetypePack imported(FoundArchetype found, Set<String> served) {
        return found.pack(archetypes.engine()).beside(served);
    }

    ArchetypeCatalogs catalogs() {
        return catalogs;
    }

    FoundArchetype find(PackRef ref) {
        if (ref instanceof PackRef.LocalArchetype local) {
            return LocalArchetypes.open(folder.resolve(local.path()).normalize());
        }
        if (ref instanceof PackRef.Archetype archetype) {
            return fetch(new ArchetypeId(
                    archetype.group(), archetype.artifact(), archetype.version().orElseGet(() -> newest(archetype))));
        }
        throw Problem.of(ProblemCode.REFERENCE_INVALID, "`" + ref.text() + "` is not a reference to an archetype")
                .help("as in `-Dpack=archetype:org.apache.maven.archetypes:maven-archetype-quickstart:1.5`")
                .asException();
    }

    /** @throws PacksException if nobody has it */
    FoundArchetype fetch(ArchetypeId id) {
        Optional<Path> jar = repository.jar(id);
        if (jar.isEmpty()) {
            throw notFound(id);
        }
        return new FoundArchetype.OnDisk(id, jar.get());
    }

    private String newest(PackRef.Archetype ref) {
        Set<String> versions = new LinkedHashSet<>(repository.versions(ref.group(), ref.artifact()));
        for (ArchetypeId entry : catalogs.entries()) {
            if (entry.group().equals(ref.group()) && entry.artifact().equals(ref.artifact())) {
                versions.add(entry.version());
            }
        }
        if (versions.isEmpty()) {
            throw unknown(ref.group(), ref.artifact());
        }
        return ArchetypeVersions.newest(List.copyOf(versions));
    }

    private PacksException notFound(ArchetypeId id) {
        List<MavenVersion> versions = new ArrayList<>();
        for (String version : repository.versions(id.group(), id.artifact())) {
            versions.add(MavenVersion.of(version));
        }
        if (versions.isEmpty()) {
            return unknown(id.group(), id.artifact());
        }
        versions.sort(Comparator.reverseOrder());
        List<String> texts = new ArrayList<>();
        for (MavenVersion version : versions) {
            texts.add(version.text());
        }
        return Problem.of(ProblemCode.VERSION_NOT_FOUND, "there is no archetype `" + id + "` in " + repository.label())
                .help(Nearest.question(id.version(), texts)
                                .map(question -> question + "\n")
                                .orElse("")
                        + "it has the versions " + String.join(", ", texts.subList(0, Math.min(LISTED, texts.size())))
                        + (texts.size() > LISTED ? " and " + (texts.size() - LISTED) + " older" : ""))
                .asException();
    }

    private PacksException unknown(String group, String artifact) {
        String wanted = group + ":" + artifact;
        Set<String> names = new LinkedHashSet<>();
        for (ArchetypeId entry : known()) {
            names.add(entry.group() + ":" + entry.artifact());
        }
        List<String> sameArtifact = new ArrayList<>();
        for (String name : names) {
            if (name.endsWith(":" + artifact)) {
                sameArtifact.add(name);
            }
        }
        Optional<String> near = sameArtifact.isEmpty()
                ? Nearest.question(wanted, names)
                : Optional.of("did you mean `" + sameArtifact.get(0) + "`?");
        return Problem.of(ProblemCode.PACK_NOT_FOUND, "there is no archetype `" + wanted + "` in " + repository.label())
                .help(near.map(question -> question + "\n").orElse("")
                        + "a repository of your own is asked if your settings or your pom name it; catalogues are looked"
                        + " through with -Dpacks.archetypeCatalog=remote")
                .asException();
    }

    /** For nearest names: the catalogues that were named, else that of the local repository if it has one. A broken one is no reason to hide that something was not found. */
    private List<ArchetypeId> known() {
        try {
            if (!catalogs.isEmpty()) {
                return catalogs.entries();
            }
            Optional<Path> local = repository.localCatalog();
            return local.isPresent() ? ArchetypeCatalogReader.read(local.get()) : List.of();
        } catch (PacksException broken) {
            return List.of();
        }
    }
}
