package dev.packs.source.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveLimits;
import dev.packs.io.ArchiveTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.source.ManifestText;
import dev.packs.source.PackContent;
import dev.packs.source.PackOrigin;
import dev.packs.source.PackSource;
import dev.packs.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The packs in Maven repositories, the local one included.
 *
 * <p>Versions are listed with the coordinates of the jar, because a list asked for with another extension leaves out the modules of the build. The manifest is
 * then fetched alone, and only where it was not published so, taken out of the jar, as it is where Maven is offline and has the jar alone. Safe for use by several threads.
 */
public final class MavenPackSource implements PackSource {

    private static final RelativePath MANIFEST = RelativePath.parse("pack.toml");

    private final MavenRepositories repositories;
    private final Map<PackName, List<Version>> versions = new ConcurrentHashMap<>();

    public MavenPackSource(MavenRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public String label() {
        return repositories.label();
    }

    /** Those that are versions by SemVer; Maven's others cannot be packs. */
    @Override
    public List<Version> versions(PackName name) {
        List<Version> known = versions.get(name);
        if (known == null) {
            known = list(name);
            versions.put(name, known);
        }
        return known;
    }

    private List<Version> list(PackName name) {
        List<Version> found = new ArrayList<>();
        for (String text : repositories.versions(new DefaultArtifact(name.group(), name.id(), "", "jar", ""))) {
            Optional<Version> version = Version.find(text);
            if (version.isPresent()) {
                found.add(version.get());
            }
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<ManifestText> manifest(PackId id) {
        Optional<FetchedArtifact> alone = repositories.findIfInReach(artifact(id, "toml"));
        if (alone.isPresent()) {
            Path file = alone.get().file();
            return Optional.of(new ManifestText(
                    alone.get().fromWorkspace() ? file.toString() : id + "!/pack.toml", read(id, file)));
        }
        Optional<PackContent> pack = content(id);
        if (pack.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> content = pack.get().files().read(MANIFEST);
        if (content.isEmpty()) {
            throw missing(id).asException();
        }
        return Optional.of(new ManifestText(id + "!/pack.toml", content.get()));
    }

    private static Problem missing(PackId id) {
        return Problem.of(
                        ProblemCode.MANIFEST_MISSING,
                        "the jar that is published as " + id + " has no `pack.toml` at its root, so it is no pack")
                .help("look at the spelling; an ordinary jar is no pack, but a pack can install it: see [[packages]]");
    }

    @Override
    public Optional<PackContent> content(PackId id) {
        Optional<FetchedArtifact> fetched = repositories.find(artifact(id, "jar"));
        return fetched.isPresent() && Files.isRegularFile(fetched.get().file())
                ? Optional.of(content(id, fetched.get()))
                : Optional.empty();
    }

    private PackContent content(PackId id, FetchedArtifact fetched) {
        byte[] bytes = read(id, fetched.file());
        PackOrigin origin = fetched.fromWorkspace()
                ? PackOrigin.WORKSPACE
                : id.version().isSnapshot() ? PackOrigin.SNAPSHOT : PackOrigin.REPOSITORY;
        try (Step step = repositories.activity().start(Work.VERIFY, Subject.of(id.toString()))) {
            ArchiveTree files = ArchiveTree.read(id.toString(), bytes, ArchiveLimits.ofPacks());
            Optional<Digest> digest =
                    origin == PackOrigin.REPOSITORY ? Optional.of(Digest.of(bytes)) : Optional.empty();
            step.made(bytes.length, files.paths().size());
            return new PackContent(id, origin, files, digest, Optional.of(fetched.file()));
        }
    }

    private static Artifact artifact(PackId id, String extension) {
        return new DefaultArtifact(
                id.name().group(), id.name().id(), "", extension, id.version().toString());
    }

    private static byte[] read(PackId id, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new PacksException(
                    Problem.of(
                                    ProblemCode.READ_FAILED,
                                    "`" + file + "`, which Maven has for `" + id + "`, cannot be read")
                            .help("make it readable, or delete it and run again"),
                    failed);
        }
    }
}
