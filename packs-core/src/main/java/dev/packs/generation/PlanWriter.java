package dev.packs.generation;

import dev.packs.io.DiskFailure;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Carries out the plan of a scaffold: all of it or nothing. */
public final class PlanWriter {

    private static final String STAGING = ".packs-staging";

    /**
     * Writes what the plan says. A folder that does not exist yet is put together aside and appears whole.
     *
     * @throws dev.packs.PacksException the plan's own problems, or {@link dev.packs.ProblemCode#DISK_FULL}, {@link dev.packs.ProblemCode#WRITE_FAILED}; then the folder is as it was
     */
    public void write(GenerationPlan plan) {
        plan.orThrow();
        Path root = plan.root().toAbsolutePath().normalize();
        Path parent = root.getParent();
        if (parent == null || Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            writeInto(root, plan);
        } else {
            writeAside(root, parent, plan);
        }
    }

    /** The folders above are made too, and taken away again if it comes to nothing. */
    private static void writeAside(Path root, Path parent, GenerationPlan plan) {
        List<Path> made = new ArrayList<>();
        for (Path folder = parent; folder != null && !Files.exists(folder); folder = folder.getParent()) {
            made.add(folder);
        }
        boolean isWritten = false;
        try {
            Files.createDirectories(parent);
            String name = String.valueOf(root.getFileName());
            try (StagedChanges staged = StagedChanges.open(parent, STAGING + "-" + name)) {
                staged.fresh(name);
                for (FileChange change : plan.changes()) {
                    if (change instanceof FileChange.Create create) {
                        put(staged, name + "/" + create.path(), create.file());
                    }
                }
                staged.commit();
                isWritten = true;
            }
        } catch (IOException failed) {
            throw DiskFailure.writing(root, 0, failed);
        } finally {
            if (!isWritten) {
                removeEmpty(made);
            }
        }
    }

    private static void removeEmpty(List<Path> folders) {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException inUse) {
                return;
            }
        }
    }

    private static void writeInto(Path root, GenerationPlan plan) {
        try (StagedChanges staged = StagedChanges.open(root, STAGING)) {
            for (String folder : missingFolders(root, plan)) {
                staged.createFolder(folder);
            }
            for (FileChange change : plan.changes()) {
                if (change instanceof FileChange.Create create) {
                    put(staged, create.path().text(), create.file());
                } else if (change instanceof FileChange.Replace replace) {
                    put(staged, replace.path().text(), replace.file());
                } else if (change instanceof FileChange.Delete delete) {
                    staged.delete(delete.path().text());
                }
            }
            staged.commit();
        } catch (IOException failed) {
            throw DiskFailure.writing(root, 0, failed);
        }
    }

    private static void put(StagedChanges staged, String path, RenderedFile file) throws IOException {
        byte[] bytes = file.content().bytes();
        try {
            staged.put(path, bytes, file.mode());
        } catch (IOException failed) {
            throw DiskFailure.writing(Path.of(path), bytes.length, failed);
        }
    }

    private static Iterable<String> missingFolders(Path root, GenerationPlan plan) {
        TreeSet<String> folders = new TreeSet<>();
        for (FileChange change : plan.changes()) {
            if (change instanceof FileChange.Create) {
                addMissing(root, change.path(), folders);
            }
        }
        return folders;
    }

    /** Adds the folders above a path that are not there yet; sorted, a parent comes before its children. */
    static void addMissing(Path root, RelativePath path, Set<String> folders) {
        String text = path.text();
        for (int slash = text.lastIndexOf('/'); slash > 0; slash = text.lastIndexOf('/', slash - 1)) {
            String folder = text.substring(0, slash);
            if (folders.contains(folder) || Files.isDirectory(root.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            folders.add(folder);
        }
    }

    /** Undoes what a killed scaffold left behind; to be called before a plan is made, so that it sees the folder as it was. */
    public static void recover(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        StagedChanges.recover(absolute, STAGING);
        Path parent = absolute.getParent();
        if (parent != null) {
            StagedChanges.recover(parent, STAGING + "-" + absolute.getFileName());
        }
    }
}
