package dev.packs.store;

import dev.packs.PacksException;
import dev.packs.io.DeletedTree;
import dev.packs.io.Disk;
import dev.packs.io.DiskFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The folder below {@code tmp/} in which one run unpacks. Beside it lies a file that the run keeps locked; when the process is gone, so is the lock, and the next run clears
 * both away.
 */
final class RunFolder implements AutoCloseable {

    private static final String LOCK_SUFFIX = ".lock";

    private final Path folder;
    private final Path lockFile;
    private final FileChannel channel;
    private final AtomicInteger next = new AtomicInteger();

    private RunFolder(Path folder, Path lockFile, FileChannel channel) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.channel = channel;
    }

    /** @throws dev.packs.PacksException {@link dev.packs.ProblemCode#STORE_UNUSABLE} if nothing can be written there */
    static RunFolder open(StoreLayout layout) {
        try {
            Disk.makeFolders(layout.requireNoLinks(layout.tmp()));
            while (true) {
                String name = ProcessHandle.current().pid() + "-"
                        + Long.toHexString(ThreadLocalRandom.current().nextLong());
                Path lockFile = layout.tmp().resolve(name + LOCK_SUFFIX);
                FileChannel channel = Disk.makeFile(lockFile);
                // Somebody who clears may have taken the file for a dead one before it was locked: then another name.
                if (channel.tryLock() != null && Files.exists(lockFile)) {
                    return make(layout.tmp().resolve(name), lockFile, channel);
                }
                channel.close();
            }
        } catch (IOException failed) {
            throw Store.unusable(layout.root(), "cannot be written", failed);
        }
    }

    private static RunFolder make(Path folder, Path lockFile, FileChannel channel) throws IOException {
        try {
            return new RunFolder(Disk.makeFolder(folder), lockFile, channel);
        } catch (IOException failed) {
            try (channel) {
                Disk.deleteIfExists(lockFile);
            }
            throw failed;
        }
    }

    /** A path in it that nobody else got. */
    Path fresh() {
        return folder.resolve(Integer.toString(next.getAndIncrement()));
    }

    /** What cannot be deleted is left, with its lock file, to the next run. */
    @Override
    public void close() {
        try (channel) {
            DeletedTree.delete(folder);
            Disk.deleteIfExists(lockFile);
        } catch (PacksException | IOException stuck) {
            // What this run was for is done, or has failed with a reason of its own.
        }
    }

    /** What killed runs left: the lock file of each, and its folder if there is one; folders that belong to nobody. Of this process only what is certain. */
    static List<Path> dead(StoreLayout layout) {
        List<Path> dead = new ArrayList<>();
        if (!Files.isDirectory(layout.tmp(), LinkOption.NOFOLLOW_LINKS)) {
            return dead;
        }
        for (Path entry : entries(layout.tmp())) {
            String name = entry.getFileName().toString();
            if (name.endsWith(LOCK_SUFFIX)) {
                if (!isOfThisProcess(entry) && isDead(entry)) {
                    dead.add(entry);
                    Path folder = layout.tmp().resolve(name.substring(0, name.length() - LOCK_SUFFIX.length()));
                    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                        dead.add(folder);
                    }
                }
            } else if (!Files.exists(layout.tmp().resolve(name + LOCK_SUFFIX))) {
                dead.add(entry);
            }
        }
        return dead;
    }

    private static boolean isDead(Path lockFile) {
        try (FileChannel channel = Disk.open(lockFile, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException | OverlappingFileLockException alive) {
            return false;
        }
    }

    /** Clears what killed runs left; returns how many there were. A store that cannot be written is left alone. */
    static int clearDead(StoreLayout layout) {
        if (!Files.isDirectory(layout.tmp(), LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(layout.tmp())) {
            return 0;
        }
        int cleared = 0;
        for (Path entry : entries(layout.tmp())) {
            String name = entry.getFileName().toString();
            if (name.endsWith(LOCK_SUFFIX)) {
                Path folder = layout.tmp().resolve(name.substring(0, name.length() - LOCK_SUFFIX.length()));
                cleared += !isOfThisProcess(entry) && clearIfDead(entry, folder) ? 1 : 0;
            } else if (!Files.exists(layout.tmp().resolve(name + LOCK_SUFFIX))) {
                // The lock file is made before the folder and deleted after it, so a folder alone belongs to nobody.
                DeletedTree.delete(entry);
            }
        }
        return cleared;
    }

    private static boolean clearIfDead(Path lockFile, Path folder) {
        try (FileChannel channel = Disk.open(lockFile, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                return false;
            }
            DeletedTree.delete(folder);
            Disk.deleteIfExists(lockFile);
            return true;
        } catch (IOException | OverlappingFileLockException alive) {
            return false;
        }
    }

    /** Our own lock files must not even be opened: closing them again would give up the lock (POSIX). Another container may have had the same process id, but earlier. */
    private static boolean isOfThisProcess(Path lockFile) {
        ProcessHandle self = ProcessHandle.current();
        if (!lockFile.getFileName().toString().startsWith(self.pid() + "-")) {
            return false;
        }
        try {
            Instant made = Files.getLastModifiedTime(lockFile).toInstant();
            return !made.plusSeconds(2).isBefore(self.info().startInstant().orElse(Instant.MIN));
        } catch (IOException gone) {
            return true;
        }
    }

    private static List<Path> entries(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                found.add(child);
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        return found;
    }
}
