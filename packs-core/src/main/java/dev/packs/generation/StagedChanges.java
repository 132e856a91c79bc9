package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.DeletedTree;
import dev.packs.io.Disk;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileMode;
import dev.packs.io.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the files below a folder that happen all or not at all, whatever is killed in between: new content lies in a staging folder beside, a journal says what is to
 * be moved, and only then are files moved. The next one that opens the same staging folder undoes what a killed process left. For one use by one thread.
 */
final class StagedChanges implements AutoCloseable {

    private final Path base;
    private final Path staging;
    private final FileChannel lockFile;
    private final List<StagedMove> moves = new ArrayList<>();
    private final Set<Path> folders = new HashSet<>();
    private @Nullable Path freshFolder;
    private String freshPrefix = "";

    private StagedChanges(Path base, Path staging, FileChannel lockFile) {
        this.base = base;
        this.staging = staging;
        this.lockFile = lockFile;
    }

    /**
     * Makes the staging folder, after whatever an earlier process left there is undone.
     *
     * @param base an existing folder that every path lies below
     * @param name of the staging folder in it
     * @throws PacksException {@link ProblemCode#LOCK_BUSY} if another process is at it, {@link ProblemCode#WRITE_FAILED}, {@link ProblemCode#DISK_FULL}
     */
    static StagedChanges open(Path base, String name) {
        Path staging = base.resolve(name);
        try {
            if (Files.isSymbolicLink(staging)) {
                throw Problem.of(ProblemCode.LINK_REFUSED, "`" + staging + "` is a link")
                        .help("delete it")
                        .asException();
            }
            Disk.makeFolders(staging);
            FileChannel lockFile =
                    Disk.open(staging.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lockFile)) {
                lockFile.close();
                throw Problem.of(ProblemCode.LOCK_BUSY, "another process is writing below `" + base + "`")
                        .help("wait until it has ended and try again")
                        .asException();
            }
            Journal.recover(base, staging);
            Disk.makeFolders(staging.resolve("new"));
            Disk.makeFolders(staging.resolve("old"));
            return new StagedChanges(base, staging, lockFile);
        } catch (IOException failed) {
            throw DiskFailure.writing(staging, 0, failed);
        }
    }

    private static boolean isLocked(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /** Undoes what a killed process left in a staging folder, if there is one. */
    static void recover(Path base, String name) {
        if (Files.isDirectory(base.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            open(base, name).close();
        }
    }

    /** Everything below this folder, which does not exist yet, is put together aside and moved in by one rename. */
    void fresh(String folder) throws IOException {
        moves.add(new StagedMove(StagedMove.Kind.CREATE, folder));
        Path fresh = staged(0);
        Disk.makeFolders(fresh);
        folders.add(fresh);
        freshPrefix = folder + "/";
        freshFolder = fresh;
    }

    /**
     * The {@link #fresh} folder, in which nothing is yet, becomes one that lies ready and that nobody else needs.
     *
     * @return whether it did: not where it lies on another file system
     */
    boolean takeFresh(Path ready) throws IOException {
        Path fresh = freshFolder;
        if (fresh == null || Files.isSymbolicLink(ready)) {
            return false;
        }
        Disk.delete(fresh);
        try {
            Disk.move(ready, fresh, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException elsewhere) {
            Disk.makeFolders(fresh);
            return false;
        }
    }

    /** A folder below the {@link #fresh} one. */
    void createFreshFolder(String path) throws IOException {
        Path fresh = freshFolder;
        if (fresh == null || !path.startsWith(freshPrefix)) {
            throw new IllegalArgumentException("not below the fresh folder: " + path);
        }
        Path folder = fresh.resolve(path.substring(freshPrefix.length()));
        if (folders.add(folder)) {
            Disk.makeFolders(folder);
        }
    }

    /** Stages a new file, or one that takes another's place; returns where it lies until then, with the stamp that it will have there. */
    Path put(String path, byte[] content, FileMode mode) throws IOException {
        return write(place(path), content, mode);
    }

    /**
     * As {@link #put}, with a file that lies ready and that nobody else needs: it is moved, with its mode, or copied where it lies on another file system.
     *
     * @throws PacksException {@link ProblemCode#LINK_REFUSED}
     */
    Path take(String path, Path ready, FileMode mode) throws IOException {
        if (Files.isSymbolicLink(ready)) {
            throw Problem.of(ProblemCode.LINK_REFUSED, "`" + ready + "` is a link where a file was expected")
                    .help("remove the link")
                    .asException();
        }
        Path file = place(path);
        try {
            return Disk.move(ready, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            return write(file, RegularFile.read(ready), mode);
        }
    }

    private Path place(String path) throws IOException {
        Path fresh = freshFolder;
        if (fresh != null && path.startsWith(freshPrefix)) {
            Path file = fresh.resolve(path.substring(freshPrefix.length()));
            Path parent = file.getParent();
            if (parent != null && folders.add(parent)) {
                Disk.makeFolders(parent);
            }
            return file;
        }
        boolean replaces = Files.isRegularFile(base.resolve(path), LinkOption.NOFOLLOW_LINKS);
        Path file = staged(moves.size());
        moves.add(new StagedMove(replaces ? StagedMove.Kind.REPLACE : StagedMove.Kind.CREATE, path));
        return file;
    }

    private static Path write(Path file, byte[] content, FileMode mode) throws IOException {
        try (FileChannel channel = Disk.makeFile(file)) {
            Disk.write(channel, file, content);
        }
        if (mode == FileMode.EXECUTABLE) {
            makeExecutable(file);
        }
        return file;
    }

    /** A file is taken away. */
    void delete(String path) {
        moves.add(new StagedMove(StagedMove.Kind.DELETE, path));
    }

    /** A folder is taken away, if it is empty by then. */
    void deleteFolder(String path) {
        moves.add(new StagedMove(StagedMove.Kind.DELETE_FOLDER, path));
    }

    /** A folder that {@link #put} needs; parents before children. */
    void createFolder(String path) {
        moves.add(new StagedMove(StagedMove.Kind.CREATE_FOLDER, path));
    }

    /** How many bytes lie in the staging folder does not matter: they are on the right file system already, so that from here on only names change. */
    void commit() {
        if (moves.isEmpty()) {
            return;
        }
        Journal journal = new Journal(base, staging, moves);
        journal.write();
        journal.run();
        journal.forget();
    }

    /** Removes the staging folder, and with it whatever was not committed; but never what is still needed to undo a half-done commit. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException ignored) {
            // The lock goes with the process at the latest.
        }
        if (!Journal.isOpen(staging)) {
            DeletedTree.delete(staging);
        }
    }

    private Path staged(int number) {
        return staging.resolve("new").resolve(String.valueOf(number));
    }

    private static void makeExecutable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(view.readAttributes().permissions());
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Disk.setPermissions(view, file, permissions);
    }

    /** Whether the owner may run the file; nothing where the file system has no such bit. */
    static Optional<Boolean> isExecutable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null
                ? Optional.empty()
                : Optional.of(view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE));
    }
}
