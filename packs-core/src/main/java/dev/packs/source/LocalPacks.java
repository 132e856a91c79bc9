package dev.packs.source;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveLimits;
import dev.packs.io.ArchiveTree;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileTree;
import dev.packs.io.FolderTree;
import dev.packs.io.Neighbours;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens packs that lie on disk: a folder, or a jar. */
public final class LocalPacks {

    private static final RelativePath MANIFEST = RelativePath.parse("pack.toml");

    /** Of a pack, in the project that builds it. */
    private static final Path SOURCES = Path.of("src", "main", "pack");

    private LocalPacks() {}

    /**
     * The files of a pack.
     *
     * @param place a folder or a jar
     * @throws dev.packs.PacksException if it is neither, or cannot be read
     */
    public static FileTree files(Path place) {
        if (Files.isDirectory(place)) {
            return FolderTree.read(place);
        }
        if (!Files.isRegularFile(place)) {
            throw Problem.of(ProblemCode.PACK_NOT_FOUND, "`" + place + "` is neither a folder nor a file")
                    .help(Neighbours.question(place, Files::exists)
                            + "name a folder that has a `pack.toml`, or a pack's jar")
                    .asException();
        }
        return ArchiveTree.read(place.toString(), bytes(place), ArchiveLimits.ofPacks());
    }

    /** Of a project that builds a pack, what it is built of. */
    private static Path sources(Path place) {
        Path sources = place.resolve(SOURCES);
        return Files.isDirectory(place)
                        && !Files.exists(place.resolve("pack.toml"))
                        && Files.isRegularFile(sources.resolve("pack.toml"))
                ? sources
                : place;
    }

    /**
     * A pack that the user named by its place: a folder, the project that builds it, or a jar. Its manifest must say who it is; in a project the {@code pom.xml} may.
     *
     * @throws dev.packs.PacksException with everything that is wrong with its manifest
     */
    public static PackContent open(Path named) {
        Path place = sources(named);
        PackId id = manifest(text(place), place, file(place)).manifest().id();
        Optional<Digest> digest = Files.isDirectory(place) ? Optional.empty() : Optional.of(Digest.of(bytes(place)));
        return new PackContent(id, PackOrigin.FOLDER, files(place), digest, Optional.of(place));
    }

    /** What the project that is built of these sources calls the pack, where its {@code pom.xml} says that without Maven's help. */
    private static Optional<PackId> inPom(Path sources) {
        Path project = sources.toAbsolutePath().normalize().resolve("../../..").normalize();
        return project.resolve(SOURCES).equals(sources.toAbsolutePath().normalize())
                ? PomCoordinates.read(project.resolve("pom.xml")).flatMap(PomCoordinates::pack)
                : Optional.empty();
    }

    /**
     * A manifest that lies somewhere, and must say who it is; in the sources of a project the {@code pom.xml} may.
     *
     * @param place where it lies, or would
     * @param file as the user would name it
     * @throws dev.packs.PacksException with everything that is wrong with it
     */
    public static ParsedManifest manifest(byte[] manifest, Path place, String file) {
        try {
            return ManifestReader.read(manifest, file);
        } catch (PacksException incomplete) {
            return ManifestReader.read(manifest, file, Optional.of(inPom(place).orElseThrow(() -> incomplete)));
        }
    }

    /**
     * The manifest of a pack that lies at a place.
     *
     * @param pom what the project that builds the pack calls it; without that, the manifest must say
     * @throws dev.packs.PacksException with everything that is wrong with it
     */
    public static ParsedManifest manifest(Path place, Optional<PackId> pom) {
        return ManifestReader.read(text(place), file(place), pom);
    }

    private static byte[] text(Path place) {
        return files(place)
                .read(MANIFEST)
                .orElseThrow(() -> Problem.of(ProblemCode.MANIFEST_MISSING, "`" + place + "` has no `pack.toml`")
                        .help("a pack's manifest lies at its root; in a `pack` project that is `src/main/pack`")
                        .asException());
    }

    private static String file(Path place) {
        return place.resolve("pack.toml").toString();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw DiskFailure.reading(file, failed);
        }
    }
}
