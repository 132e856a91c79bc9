package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.AtomicFiles;
import dev.packs.io.DeletedTree;
import dev.packs.io.DiskFailure;
import dev.packs.lock.LockReader;
import dev.packs.lock.LockWriter;
import dev.packs.lock.LockedPack;
import dev.packs.lock.LockedPackage;
import dev.packs.lock.PackLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A {@code packs.lock} on disk.
 *
 * @param before what it said when it was read; empty if there is none
 */
public record LockFile(Path path, PackLock before) {

    /** What became of the file. */
    public enum Change {
        UNCHANGED,
        WRITTEN
    }

    /** @throws dev.packs.PacksException if it is there and cannot be understood */
    public static LockFile read(Path path) {
        if (!Files.exists(path)) {
            return new LockFile(path, PackLock.empty());
        }
        try {
            return new LockFile(path, LockReader.read(Files.readAllBytes(path), path.toString()));
        } catch (IOException failed) {
            throw DiskFailure.reading(path, failed);
        }
    }

    /**
     * Fails where the lock would change although the user said that it must not.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#LOCK_FROZEN}, with every difference
     */
    void requireUnchanged(PackLock after) {
        List<String> differences = differences(before, after);
        if (!differences.isEmpty()) {
            throw Problem.of(
                            ProblemCode.LOCK_FROZEN,
                            "`" + path + "` would change, and -Dpacks.frozen forbids it: "
                                    + String.join("; ", differences))
                    .help("run once without -Dpacks.frozen and commit the lock")
                    .asException();
        }
    }

    /** Makes the file say this, unless it does already. A project without packs needs no file. */
    Change write(PackLock after) {
        if (before.equals(after) && (after.isEmpty() || Files.exists(path))) {
            return Change.UNCHANGED;
        }
        leftOvers(path).forEach(DeletedTree::delete);
        return AtomicFiles.durable().write(path, LockWriter.write(after).getBytes(StandardCharsets.UTF_8))
                ? Change.WRITTEN
                : Change.UNCHANGED;
    }

    /** What killed runs left beside a lock file instead of moving it to its place. */
    static List<Path> leftOvers(Path lockFile) {
        Path folder = lockFile.toAbsolutePath().getParent();
        return folder == null
                ? List.of()
                : AtomicFiles.leftOvers(folder).stream()
                        .filter(left ->
                                String.valueOf(left.getFileName()).startsWith("." + lockFile.getFileName() + "."))
                        .toList();
    }

    /** What differs, one entry for each pack or package, sorted: {@code com.acme:model 1.0.0 -> 1.1.0}. */
    static List<String> differences(PackLock before, PackLock after) {
        SortedMap<String, String> old = entries(before);
        SortedMap<String, String> now = entries(after);
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, String> entry : now.entrySet()) {
            String was = old.remove(entry.getKey());
            if (was == null) {
                differences.add(entry.getKey() + " " + shown(entry.getValue()) + " is new");
            } else if (!was.equals(entry.getValue())) {
                differences.add(
                        shown(was).equals(shown(entry.getValue()))
                                ? entry.getKey() + " " + shown(was) + " has other content or is needed by others"
                                : entry.getKey() + " " + shown(was) + " -> " + shown(entry.getValue()));
            }
        }
        old.forEach((name, version) -> differences.add(name + " " + shown(version) + " is no longer needed"));
        return differences;
    }

    private static String shown(String entry) {
        return entry.substring(0, entry.indexOf(' '));
    }

    private static SortedMap<String, String> entries(PackLock lock) {
        SortedMap<String, String> entries = new TreeMap<>();
        for (LockedPack pack : lock.packs()) {
            entries.put(pack.name().toString(), pack.id().version() + " " + pack);
        }
        for (LockedPackage locked : lock.packages()) {
            entries.put("package " + locked.key(), locked.version() + " " + locked);
        }
        return entries;
    }
}
