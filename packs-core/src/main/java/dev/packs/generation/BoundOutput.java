package dev.packs.generation;

import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import dev.packs.io.Disk;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes a build-bound output and its ledger in one go: either both are new or both are as they were. */
final class BoundOutput {

    private final Path root;
    private final Path parent;
    private final String name;
    private final Activity activity;

    /** @param activity told of each file that is written */
    BoundOutput(Path root, Activity activity) {
        this.activity = activity;
        this.root = root;
        this.parent = parent(root);
        this.name = String.valueOf(root.getFileName());
    }

    static Path parent(Path root) {
        Path parent = root.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("`" + root + "` is no folder for outputs");
        }
        return parent;
    }

    /**
     * Changes the disk.
     *
     * @param entries get the stamps of what was written
     * @param ledger makes the ledger from the folders that are ours
     */
    void write(
            Map<RelativePath, RenderedFile> writes,
            List<RelativePath> deletes,
            Map<RelativePath, LedgerEntry> entries,
            Function<List<RelativePath>, Ledger> ledger,
            List<RelativePath> foldersBefore) {
        try {
            Disk.makeFolders(parent);
            try (StagedChanges staged = StagedChanges.open(parent, BoundGeneration.stagingOf(root))) {
                TreeSet<String> folders = new TreeSet<>();
                if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                    staged.fresh(name);
                    for (RelativePath path : writes.keySet()) {
                        addFolders(path, folders);
                    }
                } else {
                    for (RelativePath path : deletes) {
                        staged.delete(name + "/" + path);
                    }
                    folders.addAll(keptFolders(staged, foldersBefore, entries.keySet()));
                    createFolders(staged, writes.keySet(), folders);
                }
                activity.expect(Work.WRITE, writes.size());
                for (Map.Entry<RelativePath, RenderedFile> write : writes.entrySet()) {
                    FileStamp stamp = put(staged, write.getKey(), write.getValue());
                    entries.computeIfPresent(write.getKey(), (path, entry) -> entry.withStamp(stamp));
                }
                List<RelativePath> ours = new ArrayList<>();
                for (String folder : folders) {
                    ours.add(RelativePath.parse(folder));
                }
                staged.put(name + ".ledger", ledger.apply(ours).bytes(), FileMode.PLAIN);
                commit(staged);
            }
        } catch (IOException failed) {
            throw DiskFailure.writing(root, 0, failed);
        }
    }

    private FileStamp put(StagedChanges staged, RelativePath path, RenderedFile file) throws IOException {
        try (Step step = activity.start(Work.WRITE, new Subject("", name, path.text()))) {
            byte[] bytes = file.content().bytes();
            FileStamp stamp = FileStamp.of(staged.put(name + "/" + path, bytes, file.mode()));
            step.made(bytes.length, 1);
            return stamp;
        } finally {
            activity.reach(Work.WRITE);
        }
    }

    private void commit(StagedChanges staged) {
        try (Step step = activity.start(Work.WRITE, Subject.of("", name))) {
            staged.commit();
            step.made(0, 0);
        }
    }

    private static void addFolders(RelativePath path, Set<String> folders) {
        String text = path.text();
        for (int slash = text.lastIndexOf('/'); slash > 0; slash = text.lastIndexOf('/', slash - 1)) {
            if (!folders.add(text.substring(0, slash))) {
                return;
            }
        }
    }

    /** Folders that a generation created and that still hold something stay ours; the others go, the deepest first, if nobody else uses them. */
    private Set<String> keptFolders(StagedChanges staged, List<RelativePath> before, Set<RelativePath> files) {
        Set<String> needed = new TreeSet<>();
        for (RelativePath file : files) {
            addFolders(file, needed);
        }
        Set<String> kept = new TreeSet<>();
        for (RelativePath folder : new TreeSet<>(before).descendingSet()) {
            if (needed.contains(folder.text())) {
                kept.add(folder.text());
            } else {
                staged.deleteFolder(name + "/" + folder);
            }
        }
        return kept;
    }

    private void createFolders(StagedChanges staged, Set<RelativePath> files, Set<String> folders) {
        TreeSet<String> missing = new TreeSet<>();
        for (RelativePath file : files) {
            ScaffoldWriter.addMissing(root, file, missing);
        }
        for (String folder : missing) {
            staged.createFolder(name + "/" + folder);
            folders.add(folder);
        }
    }

    static List<Path> forget(Path folder, Set<String> ids) {
        List<Path> deleted = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return deleted;
        }
        List<Path> ledgers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.ledger")) {
            for (Path file : files) {
                ledgers.add(file);
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        for (Path ledger : ledgers) {
            String file = String.valueOf(ledger.getFileName());
            String id = file.substring(0, file.length() - ".ledger".length());
            if (!ids.contains(id)) {
                new BoundOutput(folder.toAbsolutePath().normalize().resolve(id), Activity.none()).remove(deleted);
            }
        }
        if (!deleted.isEmpty() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            deleteIfEmpty(folder);
        }
        return deleted;
    }

    /** Nothing is lost where somebody else was quicker, or has put something there. */
    private static void deleteIfEmpty(Path folder) {
        try {
            Disk.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException notOurs) {
            return;
        } catch (IOException failed) {
            throw DiskFailure.writing(folder, 0, failed);
        }
    }

    private void remove(List<Path> deleted) {
        StagedChanges.recover(parent, BoundGeneration.stagingOf(root));
        Path file = BoundGeneration.ledgerOf(root);
        Ledger ledger = Ledger.read(file).orElse(Ledger.empty());
        TargetFolder target = new TargetFolder(root);
        Map<RelativePath, LedgerEntry> gone = new LinkedHashMap<>();
        try (StagedChanges staged = StagedChanges.open(parent, BoundGeneration.stagingOf(root))) {
            for (LedgerEntry entry : ledger.entries()) {
                if (target.kind(entry.path()) == TargetFolder.Kind.FILE) {
                    staged.delete(name + "/" + entry.path());
                    gone.put(entry.path(), entry);
                }
            }
            keptFolders(staged, ledger.folders(), Set.of());
            staged.deleteFolder(name);
            staged.delete(name + ".ledger");
            staged.commit();
        }
        for (RelativePath path : gone.keySet()) {
            deleted.add(path.under(root));
        }
    }
}
