package dev.packs.store;

import dev.packs.integrity.Digest;
import dev.packs.io.AtomicFiles;
import dev.packs.io.DeletedTree;
import dev.packs.io.DiskFailure;
import dev.packs.io.RegularFile;
import dev.packs.pack.PackageCoordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Remembers which lock files used the store: a file for each, holding its path, so that cleaning knows what projects need. */
public final class ProjectRegistry {

    private final StoreLayout layout;

    ProjectRegistry(StoreLayout layout) {
        this.layout = layout;
    }

    /** Remembers a lock file; does nothing if it is already known. */
    public void register(Path lockFile) {
        String path = pathOf(lockFile);
        AtomicFiles.fast()
                .write(
                        layout.requireNoLinks(layout.projects().resolve(nameOf(path))),
                        (path + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A known project.
     *
     * @param entry the file that remembers it
     * @param lockFile what it says; empty where the entry is damaged
     */
    public record Registered(Path entry, Optional<Path> lockFile) {}

    /** Every known project; forgets none. */
    List<Registered> registered() {
        List<Registered> known = new ArrayList<>();
        for (Path entry : entries()) {
            Optional<Path> lockFile = lockFileOf(entry)
                    .filter(path -> String.valueOf(entry.getFileName()).equals(nameOf(path.toString())));
            known.add(new Registered(entry, lockFile));
        }
        known.sort(Comparator.comparing(Registered::entry));
        return known;
    }

    /** The name of the entry that remembers a lock file. */
    public String nameOf(Path lockFile) {
        return nameOf(pathOf(lockFile));
    }

    private static String pathOf(Path lockFile) {
        return lockFile.toAbsolutePath().normalize().toString();
    }

    private static String nameOf(String lockFile) {
        return Digest.of(lockFile.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** The known lock files that still exist, in order. Forgets the others. */
    public List<Path> lockFiles() {
        if (!Files.isDirectory(layout.projects(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        for (Path entry : entries()) {
            Optional<Path> lockFile = lockFileOf(entry);
            if (lockFile.isPresent() && Files.exists(lockFile.get())) {
                found.add(lockFile.get());
            } else {
                DeletedTree.delete(entry);
            }
        }
        Collections.sort(found);
        return found;
    }

    /**
     * What any known project needs.
     *
     * @param packagesOf reads a lock file; what it throws is thrown on, as nothing may be cleaned while it is not known what is used
     */
    public SortedSet<PackageCoordinates> used(Function<Path, ? extends Collection<PackageCoordinates>> packagesOf) {
        SortedSet<PackageCoordinates> used = new TreeSet<>();
        for (Path lockFile : lockFiles()) {
            used.addAll(packagesOf.apply(lockFile));
        }
        return used;
    }

    private List<Path> entries() {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(layout.projects(), "[0-9a-f]*")) {
            for (Path file : files) {
                entries.add(file);
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(layout.projects(), failed);
        }
        return entries;
    }

    private static Optional<Path> lockFileOf(Path entry) {
        try {
            return Optional.of(Path.of(new String(RegularFile.read(entry), StandardCharsets.UTF_8).strip()));
        } catch (InvalidPathException damaged) {
            return Optional.empty();
        }
    }
}
