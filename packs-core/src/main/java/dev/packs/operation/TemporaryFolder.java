package dev.packs.operation;

import dev.packs.io.DeletedTree;
import dev.packs.io.DiskFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A folder that only this user can read, and that goes when it is closed. */
final class TemporaryFolder implements AutoCloseable {

    private static final String PREFIX = ".packs-aside-";
    private static final String LOCK = "lock";
    private static final String TAKEN = "taken";
    private static final String TAKEN_NAME = "taken-name";

    /** A folder whose process made it, and has not locked it yet, is younger. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** Those of this process. To look at the lock of one would free it: a process that closes a file gives up all its locks on it. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final @Nullable FileChannel lock;
    private @Nullable Path taken;

    private TemporaryFolder(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * One of the machine's temporary ones.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#WRITE_FAILED}, {@link dev.packs.ProblemCode#DISK_FULL}
     */
    static TemporaryFolder open() {
        try {
            // Its real path: where the temporary folder is itself a link, nothing below it has to follow one.
            return new TemporaryFolder(Files.createTempDirectory("packs-").toRealPath(), null);
        } catch (IOException failed) {
            throw DiskFailure.writing(Path.of(System.getProperty("java.io.tmpdir")), 0, failed);
        }
    }

    /**
     * One beside what will be made of its files, so that these only have to get another name: in a folder, or in the nearest above it that exists. What a killed process left there goes. Where
     * nothing can be written, it is one of the machine's.
     *
     * @throws dev.packs.PacksException as {@link #open}
     */
    static TemporaryFolder beside(Path folder) {
        Path place = folder;
        while (!Files.isDirectory(place)) {
            Path above = place.getParent();
            if (above == null) {
                return open();
            }
            place = above;
        }
        try {
            deleteStale(place);
            return locked(Files.createTempDirectory(place, PREFIX).toRealPath());
        } catch (IOException notHere) {
            return open();
        }
    }

    private static TemporaryFolder locked(Path path) throws IOException {
        try {
            FileChannel lock =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            OWN.add(path);
            return new TemporaryFolder(path, lock);
        } catch (IOException noLocks) {
            DeletedTree.delete(path);
            throw noLocks;
        }
    }

    /**
     * Moves a folder into this one, which lies beside it. If this process is killed before the folder has something else in its place, {@link #putBack} does what its name says.
     *
     * @throws IOException if it cannot be moved; it is where it was then
     */
    void take(Path neighbour) throws IOException {
        write(TAKEN_NAME, String.valueOf(neighbour.getFileName()).getBytes(StandardCharsets.UTF_8));
        Files.move(neighbour, path.resolve(TAKEN), StandardCopyOption.ATOMIC_MOVE);
        taken = neighbour;
    }

    /** Moves the folder that was taken to where it was. */
    void giveBack() throws IOException {
        if (taken != null) {
            Files.move(path.resolve(TAKEN), taken, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Puts back a folder that a killed process had taken, where nothing came in its place since.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#WRITE_FAILED}
     */
    static void putBack(Path neighbour) {
        Path place = neighbour.getParent();
        try {
            for (Path folder : place == null ? List.<Path>of() : left(place)) {
                if (neighbour.equals(missing(folder).orElse(null)) && !isInUse(folder)) {
                    Files.move(folder.resolve(TAKEN), neighbour, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException failed) {
            throw DiskFailure.writing(neighbour, 0, failed);
        }
    }

    /** What was taken into one of these folders and is not where it was. */
    private static Optional<Path> missing(Path folder) throws IOException {
        Path name = folder.resolve(TAKEN_NAME);
        if (!Files.isDirectory(folder.resolve(TAKEN), LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            Path there = folder.resolveSibling(Files.readString(name));
            return Files.exists(there, LinkOption.NOFOLLOW_LINKS) ? Optional.empty() : Optional.of(there);
        } catch (InvalidPathException ofSomebodyElse) {
            return Optional.empty();
        }
    }

    /** Those of all processes, the living ones too. */
    private static List<Path> left(Path place) throws IOException {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place)) {
            for (Path folder : folders) {
                if (String.valueOf(folder.getFileName()).startsWith(PREFIX)
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    left.add(folder);
                }
            }
        }
        return left;
    }

    private static void deleteStale(Path place) throws IOException {
        for (Path folder : left(place)) {
            // What is missing elsewhere is all that there is of it: who made it puts it back.
            if (isStale(folder) && missing(folder).isEmpty()) {
                DeletedTree.delete(folder);
            }
        }
    }

    private static boolean isStale(Path folder) throws IOException {
        Instant made = Files.getLastModifiedTime(folder).toInstant();
        return made.isBefore(Instant.now().minus(STALE)) && !isInUse(folder);
    }

    private static boolean isInUse(Path folder) {
        try {
            if (OWN.contains(folder.toRealPath())) {
                return true;
            }
        } catch (IOException gone) {
            return true;
        }
        try (FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return lock.tryLock() == null;
        } catch (IOException | OverlappingFileLockException inUse) {
            return true;
        }
    }

    Path path() {
        return path;
    }

    /** A file in it. */
    Path write(String name, byte[] content) {
        Path file = path.resolve(name);
        try {
            Files.write(file, content);
            return file;
        } catch (IOException failed) {
            throw DiskFailure.writing(file, content.length, failed);
        }
    }

    /** A folder in it. */
    Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw DiskFailure.writing(folder, 0, failed);
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.close();
                OWN.remove(path);
            } catch (IOException ignored) {
                // It goes with the process at the latest.
            }
        }
        // What could not be given back is not deleted: it is all that there is.
        if (taken == null || Files.exists(taken, LinkOption.NOFOLLOW_LINKS)) {
            DeletedTree.delete(path);
        }
    }
}
