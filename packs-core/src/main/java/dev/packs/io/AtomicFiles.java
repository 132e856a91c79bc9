package dev.packs.io;

import dev.packs.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes files so that whoever looks sees the old content or the new one and nothing between: beside their place, then moved in. What a killed process left is named
 * {@code .<name>.<random>.packs-tmp}. Safe for use by several threads and processes.
 */
public final class AtomicFiles {

    private static final String SUFFIX = ".packs-tmp";

    private static final Duration ABANDONED = Duration.ofMinutes(1);

    /** Leaves room for the dots, the random part and the suffix in a name of at most 255 bytes. */
    private static final int LONGEST_STEM = 50;

    private static final Set<PosixFilePermission> EXECUTE = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private final boolean isForced;

    private AtomicFiles(boolean isForced) {
        this.isForced = isForced;
    }

    /** For single files that cannot be made again: the content is on the disk before it gets its name. */
    public static AtomicFiles durable() {
        return new AtomicFiles(true);
    }

    /** For many files that can be made again: a crash of the machine, though not of the process, may lose them. */
    public static AtomicFiles fast() {
        return new AtomicFiles(false);
    }

    /** As {@link #write(Path, byte[], FileMode)}; an executable bit that the file already has is kept. */
    public boolean write(Path file, byte[] content) {
        return write(file, content, hasExecutableBit(file) ? FileMode.EXECUTABLE : FileMode.PLAIN);
    }

    /**
     * Writes a file and the folders above it. A link in the file's place is replaced, not followed.
     *
     * @return whether anything was written: a file with this content and mode is left untouched
     * @throws dev.packs.PacksException {@link ProblemCode#DISK_FULL} or {@link ProblemCode#WRITE_FAILED}; nothing is left behind
     */
    public boolean write(Path file, byte[] content, FileMode mode) {
        try {
            if (isEqual(file, content)) {
                return setMode(file, mode);
            }
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Disk.makeFolders(parent);
            }
            replace(file, content, mode);
            return true;
        } catch (IOException failed) {
            throw DiskFailure.writing(file, content.length, failed);
        }
    }

    /** Whether there is a file, not a link, with exactly this content. */
    public static boolean isEqual(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    private void replace(Path file, byte[] content, FileMode mode) throws IOException {
        Path beside = writeBeside(file, content);
        boolean isMoved = false;
        try {
            setMode(beside, mode);
            move(beside, file);
            isMoved = true;
        } finally {
            if (!isMoved) {
                Disk.deleteIfExists(beside);
            }
        }
    }

    private Path writeBeside(Path file, byte[] content) throws IOException {
        while (true) {
            Path beside = file.resolveSibling(temporaryName(file));
            try (FileChannel channel = Disk.makeFile(beside)) {
                try {
                    Disk.write(channel, beside, content);
                    if (isForced) {
                        Disk.force(channel, beside);
                    }
                    return beside;
                } catch (IOException failed) {
                    Disk.deleteIfExists(beside);
                    throw failed;
                }
            } catch (FileAlreadyExistsException taken) {
                // The random part was not random enough: another name.
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Disk.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Disk.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String temporaryName(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem =
                name.length() <= LONGEST_STEM ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_STEM / 2));
        return "." + stem + "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + SUFFIX;
    }

    private static boolean hasExecutableBit(Path file) {
        try {
            PosixFileAttributeView view = posix(file);
            return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Gives the executable bits to those who may read, or takes them; returns whether that changed anything. */
    private static boolean setMode(Path file, FileMode mode) throws IOException {
        PosixFileAttributeView view = posix(file);
        if (view == null) {
            return false;
        }
        Set<PosixFilePermission> before = view.readAttributes().permissions();
        Set<PosixFilePermission> after = EnumSet.noneOf(PosixFilePermission.class);
        after.addAll(before);
        after.removeAll(EXECUTE);
        if (mode == FileMode.EXECUTABLE) {
            for (PosixFilePermission permission : before) {
                switch (permission) {
                    case OWNER_READ -> after.add(PosixFilePermission.OWNER_EXECUTE);
                    case GROUP_READ -> after.add(PosixFilePermission.GROUP_EXECUTE);
                    case OTHERS_READ -> after.add(PosixFilePermission.OTHERS_EXECUTE);
                    default -> {}
                }
            }
        }
        if (after.equals(before)) {
            return false;
        }
        Disk.setPermissions(view, file, after);
        return true;
    }

    private static @Nullable PosixFileAttributeView posix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a file is one that is being written, or was left. */
    public static boolean isTemporary(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(SUFFIX);
    }

    /**
     * The temporary files of writes that never ended, in this folder alone; empty if there is no such folder. A file counts when nobody has written to it for a minute: others may be
     * at work, and one file is written in much less.
     */
    public static List<Path> leftOvers(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Instant before = Instant.now().minus(ABANDONED);
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*" + SUFFIX)) {
            for (Path file : files) {
                if (isOlder(file, before)) {
                    found.add(file);
                }
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        Collections.sort(found);
        return found;
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(before);
        } catch (IOException gone) {
            return false;
        }
    }
}
