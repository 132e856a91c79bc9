package dev.packs.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one port through which the store, lock files and generations change the file system. Each change is a step that may be watched, so that a test can end the process, or let the
 * step fail, before any of them. One for the whole process, as its file system is; where nobody watches, a step costs the reading of a field. Safe for use by several threads.
 */
public final class Disk {

    private static final Set<StandardOpenOption> NEW_FILE =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static volatile @Nullable Watcher watcher;

    private Disk() {}

    /** Is told of each step before it is taken. */
    @FunctionalInterface
    interface Watcher {

        /**
         * May not return.
         *
         * @param what a verb: make, open, write, force, move, delete, set
         * @throws IOException in the place of the step
         */
        void before(String what, Path path) throws IOException;
    }

    /** For tests. */
    static void watch(@Nullable Watcher next) {
        watcher = next;
    }

    private static void step(String what, Path path) throws IOException {
        Watcher watching = watcher;
        if (watching != null) {
            watching.before(what, path);
        }
    }

    /** As {@link Files#createDirectories}. */
    public static Path makeFolders(Path folder) throws IOException {
        step("make", folder);
        return Files.createDirectories(folder);
    }

    /** The folders that a file or folder needs above it. */
    public static void makeFoldersAbove(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            makeFolders(parent);
        }
    }

    /** As {@link Files#createDirectory}. */
    public static Path makeFolder(Path folder) throws IOException {
        step("make", folder);
        return Files.createDirectory(folder);
    }

    /** A folder that nobody else may enter, from its first moment; if there is one already, it is left as it is. */
    public static void makeOwnFolder(Path folder) throws IOException {
        step("make", folder);
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException somebodyWasQuicker) {
            if (!Files.isDirectory(folder)) {
                throw somebodyWasQuicker;
            }
        }
    }

    /** A file that is not there yet, open for writing. */
    public static FileChannel makeFile(Path file) throws IOException {
        step("make", file);
        return FileChannel.open(file, NEW_FILE);
    }

    /** As {@link FileChannel#open(Path, OpenOption...)}. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        step("open", file);
        return FileChannel.open(file, options);
    }

    /** Writes all of it. Where somebody watches, in two steps, so that a process can end with half of it written. */
    public static void write(SeekableByteChannel channel, Path file, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        if (watcher != null) {
            step("write", file);
            rest.limit(content.length / 2);
            writeAll(channel, rest);
            rest.limit(content.length);
            step("write", file);
        }
        writeAll(channel, rest);
    }

    private static void writeAll(SeekableByteChannel channel, ByteBuffer rest) throws IOException {
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** What was written is on the disk before this returns. */
    public static void force(FileChannel channel, Path file) throws IOException {
        step("force", file);
        channel.force(true);
    }

    /** As {@link Files#move}. */
    public static Path move(Path from, Path to, CopyOption... options) throws IOException {
        step("move", to);
        return Files.move(from, to, options);
    }

    /** As {@link Files#delete}. */
    public static void delete(Path path) throws IOException {
        step("delete", path);
        Files.delete(path);
    }

    /** As {@link Files#deleteIfExists}. */
    public static boolean deleteIfExists(Path path) throws IOException {
        step("delete", path);
        return Files.deleteIfExists(path);
    }

    /** Who may do what with a file. */
    public static void setPermissions(PosixFileAttributeView view, Path file, Set<PosixFilePermission> permissions)
            throws IOException {
        step("set", file);
        view.setPermissions(permissions);
    }

    /** When it was last changed. */
    public static void setTime(Path file, FileTime time) throws IOException {
        step("set", file);
        Files.setLastModifiedTime(file, time);
    }
}
