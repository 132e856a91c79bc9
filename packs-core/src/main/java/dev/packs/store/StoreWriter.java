package dev.packs.store;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.Disk;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackageCoordinates;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings packages into the store and takes them out. They are unpacked out of sight and appear by one rename each. */
final class StoreWriter {

    private final StoreLayout layout;
    private final StoreLock lock;

    StoreWriter(StoreLayout layout, StoreLock lock) {
        this.layout = layout;
        this.lock = lock;
    }

    /**
     * Unpacks into the run's folder.
     *
     * @param archive the digest of the bytes that the files come from
     * @throws dev.packs.PacksException {@link ProblemCode#DISK_FULL}, {@link ProblemCode#WRITE_FAILED}, or {@link ProblemCode#ARCHIVE_REFUSED} if a file has the record's
     *     name
     */
    StagedPackage stage(RunFolder run, PackageCoordinates coordinates, Digest archive, FileTree files) {
        Path folder = run.fresh();
        SortedMap<RelativePath, PackageRecord.Entry> entries = new TreeMap<>();
        Set<Path> made = new HashSet<>();
        for (RelativePath path : files.paths()) {
            if (path.collisionKey().equals(PackageRecord.FILE_NAME)) {
                throw Problem.of(
                                ProblemCode.ARCHIVE_REFUSED,
                                "the package `" + coordinates + "` has a file `" + path
                                        + "`, the name of the store's own record")
                        .asException();
            }
            byte[] content = files.read(path).orElseThrow();
            boolean isExecutable = files.isExecutable(path);
            write(path.under(folder), content, isExecutable, made);
            entries.put(path, new PackageRecord.Entry(Digest.of(content), content.length, isExecutable));
        }
        PackageRecord record = new PackageRecord(coordinates, archive, entries);
        write(folder.resolve(PackageRecord.FILE_NAME), record.text().getBytes(StandardCharsets.UTF_8), false, made);
        return new StagedPackage(record, folder);
    }

    /** @param made the folders that this run has made already: asking for one again costs an exception in the JDK */
    private static void write(Path file, byte[] content, boolean isExecutable, Set<Path> made) {
        try {
            Path parent = file.getParent();
            if (parent != null && made.add(parent)) {
                Disk.makeFolders(parent);
            }
            try (FileChannel channel = Disk.makeFile(file)) {
                Disk.write(channel, file, content);
            }
            if (isExecutable) {
                makeExecutable(file);
            }
        } catch (IOException failed) {
            throw DiskFailure.writing(file, content.length, failed);
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_EXECUTE);
            permissions.addAll(view.readAttributes().permissions());
            Disk.setPermissions(view, file, permissions);
        }
    }

    /**
     * Lets the staged packages appear, all or none, unless something that the run relies on has gone meanwhile.
     *
     * @param relied packages that the run found in the store and did not fetch
     * @return those of them that are gone; if there are any, nothing has appeared
     */
    List<PackageCoordinates> publish(RunFolder run, List<StagedPackage> staged, Collection<PackageCoordinates> relied) {
        List<PackageCoordinates> gone = new ArrayList<>();
        lock.hold(() -> {
            for (PackageCoordinates coordinates : relied) {
                if (!new StoreReader(layout).hasFolder(coordinates)) {
                    gone.add(coordinates);
                }
            }
            if (gone.isEmpty()) {
                publish(run, staged);
            }
        });
        return gone;
    }

    private void publish(RunFolder run, List<StagedPackage> staged) {
        Deque<Path[]> undo = new ArrayDeque<>();
        boolean isDone = false;
        try {
            for (StagedPackage each : staged) {
                Path target =
                        layout.requireNoLinks(layout.folderOf(each.record().coordinates()));
                if (!isAlreadyThere(each)) {
                    replace(run, each.folder(), target, undo);
                }
            }
            isDone = true;
        } finally {
            if (!isDone) {
                undo(undo);
            }
        }
    }

    /** Another build may have installed the same while this one was unpacking. */
    private boolean isAlreadyThere(StagedPackage staged) {
        PackageCoordinates coordinates = staged.record().coordinates();
        try {
            return new StoreReader(layout)
                    .find(coordinates)
                    .filter(found -> found.digest().equals(staged.record().archive()))
                    .filter(found -> found.verify().isEmpty())
                    .isPresent();
        } catch (PacksException damaged) {
            return false;
        }
    }

    private void replace(RunFolder run, Path from, Path target, Deque<Path[]> undo) {
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Path aside = run.fresh();
                move(target, aside);
                undo.push(new Path[] {aside, target});
            }
            Disk.makeFoldersAbove(target);
            move(from, target);
            undo.push(new Path[] {target, from});
        } catch (IOException failed) {
            pruneAbove(target);
            throw DiskFailure.writing(target, 0, failed);
        }
    }

    private void move(Path from, Path to) throws IOException {
        Disk.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts back as much as can be put back; the failure that led here is the one to be reported. */
    private void undo(Deque<Path[]> moves) {
        for (Path[] move : moves) {
            try {
                Disk.makeFoldersAbove(move[1]);
                Disk.move(move[0], move[1], StandardCopyOption.ATOMIC_MOVE);
                pruneAbove(move[0]);
            } catch (IOException failed) {
                // What stays is a whole package that nobody asked for; the size limit takes it some day.
            }
        }
    }

    /** Takes packages out: each goes by one rename, then its files are deleted. */
    void remove(List<InstalledPackage> packages) {
        List<Path> folders = new ArrayList<>();
        for (InstalledPackage each : packages) {
            folders.add(each.folder());
        }
        takeOut(folders);
    }

    /** The same by the folders of packages, whole or not. */
    void takeOut(List<Path> folders) {
        if (folders.isEmpty()) {
            return;
        }
        try (RunFolder run = RunFolder.open(layout)) {
            lock.hold(() -> {
                for (Path each : folders) {
                    Path folder = layout.requireNoLinks(each);
                    try {
                        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                            move(folder, run.fresh());
                            pruneAbove(folder);
                        }
                    } catch (IOException failed) {
                        throw DiskFailure.writing(folder, 0, failed);
                    }
                }
            });
        }
    }

    /** Deletes the folders above that have become empty. */
    private void pruneAbove(Path folder) {
        Path above = folder.getParent();
        if (above != null) {
            LeftOvers.deleteUpwards(above, layout.packages());
        }
    }
}
