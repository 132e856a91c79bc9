package dev.packs.store;

import dev.packs.io.DiskFailure;
import dev.packs.io.LastUse;
import dev.packs.io.RegularFile;
import dev.packs.pack.PackageCoordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds packages in the store. Takes no lock, as packages appear and go whole. */
public final class StoreReader {

    private final StoreLayout layout;

    StoreReader(StoreLayout layout) {
        this.layout = layout;
    }

    /**
     * The package if it is in the store; remembers that it was used.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#DIGEST_MISMATCH} if it is there without a record that can be read
     */
    public Optional<InstalledPackage> find(PackageCoordinates coordinates) {
        Path folder = layout.requireNoLinks(layout.folderOf(coordinates));
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Optional<PackageRecord> record = recordOf(folder);
        if (record.isEmpty() || !record.get().coordinates().equals(coordinates)) {
            throw InstalledPackage.damage(
                            coordinates, "`" + folder.resolve(PackageRecord.FILE_NAME) + "` is not its record")
                    .asException();
        }
        LastUse.remember(folder.resolve(PackageRecord.FILE_NAME));
        return Optional.of(new InstalledPackage(layout, record.get()));
    }

    /** Whether there is a folder for it, whatever is in it. */
    boolean hasFolder(PackageCoordinates coordinates) {
        return Files.isDirectory(layout.folderOf(coordinates), LinkOption.NOFOLLOW_LINKS);
    }

    /** Everything that is installed, by coordinates; a package without a readable record is left out. */
    public List<InstalledPackage> list() {
        List<InstalledPackage> found = new ArrayList<>();
        for (Path group : folders(layout.packages())) {
            for (Path name : folders(group)) {
                for (Path version : folders(name)) {
                    for (Path folder : folders(version)) {
                        Optional<PackageRecord> record = recordOf(folder);
                        if (record.isPresent()
                                && layout.folderOf(record.get().coordinates()).equals(folder)) {
                            found.add(new InstalledPackage(layout, record.get()));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** When the package was last used, to about an hour. */
    Instant lastUse(InstalledPackage installed) {
        try {
            return Files.getLastModifiedTime(installed.folder().resolve(PackageRecord.FILE_NAME))
                    .toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    static Optional<PackageRecord> recordOf(Path folder) {
        Path file = folder.resolve(PackageRecord.FILE_NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return PackageRecord.find(new String(RegularFile.read(file), StandardCharsets.UTF_8));
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent)) {
            for (Path child : children) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(child);
                }
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(parent, failed);
        }
        Collections.sort(found);
        return found;
    }
}
