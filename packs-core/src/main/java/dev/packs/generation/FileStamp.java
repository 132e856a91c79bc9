package dev.packs.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says about a file without reading it. Written for the fast path of a build: no class beyond the JDK's own file access.
 *
 * @param size in bytes; {@link #ABSENT} if there is no such file, {@link #DOUBTFUL} if a later look may be fooled by an equal stamp
 * @param modified nanoseconds since 1970
 * @param key tells a file from another one of equal size and time that took its place; 0 where the file system has no such thing
 */
public record FileStamp(long size, long modified, int key) {

    static final long ABSENT = -1;
    static final long DOUBTFUL = -2;

    /** File systems count time in ticks (4 ms on Linux); a file that changed twice within one looks as if it had changed once. */
    private static final long TICK = 10_000_000;

    private static final int MOST_WAITS = 3;

    /** The file's stamp; a link's own, not its target's. */
    public static FileStamp of(Path path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Object key = attributes.fileKey();
            return new FileStamp(
                    attributes.isSymbolicLink() ? DOUBTFUL : attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    key == null ? 0 : key.hashCode());
        } catch (IOException absent) {
            return new FileStamp(ABSENT, 0, 0);
        }
    }

    /**
     * The stamp of an input, to be taken <em>before</em> the input is read. One that changed just now may change again within the same tick of the clock, so that this waits for the tick to end, for
     * ten milliseconds; one that keeps changing, or is of the future, is doubtful.
     */
    public static FileStamp ofInput(Path path) {
        FileStamp stamp = of(path);
        for (int i = 0; i < MOST_WAITS && stamp.isYoung(); i++) {
            if (stamp.modified > now() + TICK || !hasWaited()) {
                break;
            }
            stamp = of(path);
        }
        return stamp.isYoung() ? new FileStamp(DOUBTFUL, stamp.modified, stamp.key) : stamp;
    }

    private boolean isYoung() {
        return size >= 0 && modified > now() - TICK;
    }

    private static long now() {
        return System.currentTimeMillis() * 1_000_000;
    }

    private static boolean hasWaited() {
        try {
            Thread.sleep(TICK / 1_000_000 + 1);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isSame(FileStamp other) {
        return size == other.size && modified == other.modified && key == other.key && size != DOUBTFUL;
    }
}
