package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problems;
import dev.packs.catalog.CatalogEntry;
import dev.packs.integrity.Digest;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileTree;
import dev.packs.io.RegularFile;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ParsedManifest;
import dev.packs.source.LocalPacks;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The packs below a folder: every {@code pack.toml}, whose project's pom may say who it is, every manifest where a Maven repository has it, {@code <id>/<version>/<id>-<version>.toml}, and the jars outside of such places that
 * have a manifest. Hidden folders are left out, links are not followed.
 */
final class FolderPacks {

    private static final String MANIFEST = "pack.toml";
    private static final String TOML = ".toml";
    private static final String JAR = ".jar";

    private final Problems problems;
    private final Found found;

    /** Is told of each pack. */
    @FunctionalInterface
    interface Found {

        /** @param place the pack's folder or jar, or its manifest where there is nothing else */
        void add(ParsedManifest manifest, CatalogEntry entry, Path place);

        /** Where a manifest was read, and the digest of its jar if there is one. */
        record Origin(Optional<Digest> archive, Path place) {}
    }

    /** @param problems gets what is wrong with single packs */
    FolderPacks(Problems problems, Found found) {
        this.problems = problems;
        this.found = found;
    }

    void read(Path folder) {
        for (Path file : files(folder)) {
            try {
                read(file, name(file));
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        }
    }

    private static SortedSet<Path> files(Path folder) {
        SortedSet<Path> files = new TreeSet<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                    return !inside.equals(folder) && name(inside).startsWith(".")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && (name(file).endsWith(TOML) || name(file).endsWith(JAR))) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        return files;
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private void read(Path file, String name) {
        if (name.equals(MANIFEST)) {
            Path folder = file.getParent();
            manifest(file, Optional.empty(), folder == null ? file : folder);
        } else if (name.endsWith(TOML) && isInRepository(file, TOML)) {
            Path jar = file.resolveSibling(name.substring(0, name.length() - TOML.length()) + JAR);
            boolean hasJar = Files.isRegularFile(jar);
            manifest(
                    file,
                    hasJar ? Optional.of(Digest.of(RegularFile.read(jar))) : Optional.empty(),
                    hasJar ? jar : file);
        } else if (name.endsWith(JAR) && !isInRepository(file, JAR)) {
            jar(file);
        }
    }

    private static boolean isInRepository(Path file, String suffix) {
        Path version = file.getParent();
        if (version == null) {
            return false;
        }
        Path id = version.getParent();
        return id != null && name(file).equals(name(id) + "-" + name(version) + suffix);
    }

    private void manifest(Path file, Optional<Digest> archive, Path place) {
        add(RegularFile.read(file), file, file.toString(), new Found.Origin(archive, place));
    }

    private void jar(Path file) {
        FileTree files = LocalPacks.files(file);
        files.read(RelativePath.parse(MANIFEST))
                .ifPresent(bytes -> add(
                        bytes,
                        file,
                        file + "!/" + MANIFEST,
                        new Found.Origin(Optional.of(Digest.of(RegularFile.read(file))), file)));
    }

    private void add(byte[] bytes, Path file, String name, Found.Origin origin) {
        ParsedManifest parsed = LocalPacks.manifest(bytes, file.resolveSibling(""), name);
        found.add(parsed, new CatalogEntry(parsed.manifest().id(), Digest.of(bytes), origin.archive()), origin.place());
    }
}
