package dev.packs.generation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import dev.packs.io.Disk;
import dev.packs.io.DiskFailure;
import dev.packs.io.RelativePath;
import dev.packs.pack.Overwrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out for one file after the other what becomes of it in the folder of a scaffold, and lays what is to be written aside at once, so that ten thousand files are never
 * in memory together. {@link #commit} then moves all of it in, or nothing. For one use by one thread.
 */
public final class ScaffoldWriter implements Consumer<RenderedFile>, AutoCloseable {

    private static final String STAGING = ".packs-staging";

    private final Path root;
    private final Existing existing;
    private final Activity activity;
    private final TargetFolder target;
    private final boolean isEmpty;
    private final boolean isBlocked;
    private final boolean stages;
    private final List<FileChange> changes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> folders = new HashSet<>();
    private final List<Path> foldersAbove = new ArrayList<>();
    private @Nullable StagedChanges staged;
    private @Nullable Path taken;
    private String prefix = "";
    private boolean isCommitted;

    /** What happens to files that are there already and differ. */
    public enum Existing {
        /** They stay, and if there is anything at all in the folder, nothing is written. */
        KEEP,
        /** The folder is known to hold others. Those that the pack may overwrite are; if any other differs, nothing is written. */
        ADD,
        /** The user said {@code -Dpacks.force}. */
        REPLACE
    }

    private ScaffoldWriter(Path root, Existing existing, Activity activity, boolean dryRun) {
        this.activity = activity;
        this.root = root.toAbsolutePath().normalize();
        this.existing = existing;
        this.target = new TargetFolder(this.root);
        this.isEmpty = target.isEmpty();
        Optional<Path> file = TargetFolder.fileInTheWay(this.root);
        this.isBlocked = file.isPresent();
        if (file.isPresent()) {
            problems.add(Problem.of(
                            ProblemCode.OUTPUT_EXISTS, "`" + file.get() + "` is a file, and a folder has to be there")
                    .help("move the file out of the way, or write to another folder"));
        }
        this.stages = !dryRun && !isBlocked && (isEmpty || existing != Existing.KEEP);
    }

    /** @param root the folder that becomes the project; one that does not exist yet is put together aside and appears whole */
    public static ScaffoldWriter open(Path root, Existing existing) {
        return open(root, existing, Activity.none());
    }

    /** @param activity told of each file that is laid aside, and of the moment in which all move in */
    public static ScaffoldWriter open(Path root, Existing existing, Activity activity) {
        return new ScaffoldWriter(root, existing, activity, false);
    }

    /** Finds out the same, and writes nothing at all. */
    public static ScaffoldWriter dryRun(Path root, Existing existing) {
        return new ScaffoldWriter(root, existing, Activity.none(), true);
    }

    /**
     * The next file.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#DISK_FULL}, {@link ProblemCode#WRITE_FAILED}, {@link ProblemCode#LOCK_BUSY}
     */
    @Override
    public void accept(RenderedFile file) {
        if (isBlocked) {
            changes.add(new FileChange.Conflict(file.path(), TargetFolder.conflict(TargetFolder.Kind.BLOCKED)));
            return;
        }
        TargetFolder.Kind kind = isEmpty ? TargetFolder.Kind.NOTHING : target.kind(file.path());
        switch (kind) {
            case NOTHING -> {
                changes.add(new FileChange.Create(file.path()));
                stage(file, true);
            }
            case FILE -> addOverFile(file);
            case LINK -> problems.add(TargetFolder.link(root, file.path()));
            case FOLDER, BLOCKED -> {
                changes.add(new FileChange.Conflict(file.path(), TargetFolder.conflict(kind)));
                problems.add(Problem.of(
                                ProblemCode.OUTPUT_EXISTS,
                                "`" + file.path() + "` cannot be written in `" + root + "`: "
                                        + TargetFolder.conflict(kind))
                        .help("move what is there out of the way"));
            }
        }
    }

    /**
     * A folder that lies ready aside, and that becomes the project as a whole if there is no such folder yet: its files need not be moved one by one. Every one of them has to be
     * {@link #accept accepted} all the same, after this, as a {@link ReadyFile} that lies where it lay; nothing else may be in it but folders.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#DISK_FULL}, {@link ProblemCode#WRITE_FAILED}, {@link ProblemCode#LOCK_BUSY}
     */
    public void take(Path folder) {
        if (!stages || staged != null || Files.exists(root, LinkOption.NOFOLLOW_LINKS) || !Files.isDirectory(folder)) {
            return;
        }
        try {
            StagedChanges changing = begin();
            if (!prefix.isEmpty() && changing.takeFresh(folder)) {
                taken = folder;
            }
        } catch (IOException failed) {
            throw DiskFailure.writing(root, 0, failed);
        }
    }

    /** Whether the file came with the folder that was taken, to the place where it belongs. */
    private boolean isTaken(RenderedFile file) {
        return taken != null
                && file.content() instanceof ReadyFile ready
                && ready.file().equals(taken.resolve(file.path().text()));
    }

    /**
     * A folder that there has to be although no file is in it.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#DISK_FULL}, {@link ProblemCode#WRITE_FAILED}, {@link ProblemCode#LOCK_BUSY}
     */
    public void acceptFolder(RelativePath path) {
        if (isBlocked) {
            return;
        }
        TargetFolder.Kind kind = isEmpty ? TargetFolder.Kind.NOTHING : target.kind(path);
        switch (kind) {
            case NOTHING -> {
                changes.add(new FileChange.CreateFolder(path));
                stageFolder(path);
            }
            case LINK -> problems.add(TargetFolder.link(root, path));
            case FILE, BLOCKED -> {
                changes.add(new FileChange.Conflict(path, "a file stands in its place"));
                problems.add(Problem.of(
                                ProblemCode.OUTPUT_EXISTS,
                                "the folder `" + path + "` cannot be made in `" + root
                                        + "`: a file stands in its place")
                        .help("move what is there out of the way"));
            }
            case FOLDER -> {}
        }
    }

    private void stageFolder(RelativePath path) {
        if (!stages) {
            return;
        }
        try {
            StagedChanges changing = staged == null ? begin() : staged;
            if (prefix.isEmpty()) {
                createFolders(changing, path);
                if (folders.add(path.text())) {
                    changing.createFolder(path.text());
                }
            } else {
                changing.createFreshFolder(prefix + path);
            }
        } catch (IOException failed) {
            throw DiskFailure.writing(root, 0, failed);
        }
    }

    private void addOverFile(RenderedFile file) {
        byte[] bytes = file.content().bytes();
        if (target.holds(file.path(), bytes, file.mode())) {
            changes.add(new FileChange.Unchanged(file.path()));
        } else if (existing == Existing.REPLACE || file.overwrite() == Overwrite.ALWAYS) {
            changes.add(new FileChange.Replace(file.path()));
            stage(file, false);
        } else {
            changes.add(new FileChange.Keep(file.path()));
        }
    }

    /** What was found out about all files so far. */
    public GenerationPlan plan() {
        return GenerationPlan.of(root, changes, problems, isEmpty ? Existing.REPLACE : existing);
    }

    /**
     * Moves everything in.
     *
     * @throws dev.packs.PacksException the problems of the plan, {@link ProblemCode#DISK_FULL}, {@link ProblemCode#WRITE_FAILED}; then the folder is as it was
     */
    public void commit() {
        plan().orThrow();
        if (staged != null) {
            try (Step step = activity.start(Work.WRITE, Subject.of("", name()))) {
                staged.commit();
                step.made(0, 0);
            }
        }
        isCommitted = true;
    }

    /** Takes away what was laid aside and not committed, and the folders above that were made for it. */
    @Override
    public void close() {
        if (staged != null) {
            staged.close();
        }
        if (!isCommitted) {
            removeEmpty(foldersAbove);
        }
    }

    private void stage(RenderedFile file, boolean isNew) {
        if (!stages || isTaken(file)) {
            return;
        }
        try {
            StagedChanges changing = staged == null ? begin() : staged;
            if (isNew && prefix.isEmpty()) {
                createFolders(changing, file.path());
            }
            put(changing, prefix + file.path(), file);
        } catch (IOException failed) {
            throw DiskFailure.writing(root, 0, failed);
        }
    }

    private StagedChanges begin() throws IOException {
        Path parent = root.getParent();
        if (parent == null || Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            staged = StagedChanges.open(root, STAGING);
            return staged;
        }
        for (Path folder = parent; folder != null && !Files.exists(folder); folder = folder.getParent()) {
            foldersAbove.add(folder);
        }
        Disk.makeFolders(parent);
        String name = String.valueOf(root.getFileName());
        StagedChanges changing = StagedChanges.open(parent, STAGING + "-" + name);
        staged = changing;
        changing.fresh(name);
        prefix = name + "/";
        return changing;
    }

    private void createFolders(StagedChanges changing, RelativePath path) {
        for (String folder : addMissing(root, path, folders)) {
            changing.createFolder(folder);
        }
    }

    private void put(StagedChanges changing, String path, RenderedFile file) throws IOException {
        try (Step step =
                activity.start(Work.WRITE, new Subject("", name(), file.path().text()))) {
            if (file.content() instanceof ReadyFile ready) {
                changing.take(path, ready.file(), file.mode());
                step.made(0, 1);
                return;
            }
            byte[] bytes = file.content().bytes();
            try {
                changing.put(path, bytes, file.mode());
            } catch (IOException failed) {
                throw DiskFailure.writing(Path.of(path), bytes.length, failed);
            }
            step.made(bytes.length, 1);
        }
    }

    private String name() {
        return String.valueOf(root.getFileName());
    }

    /**
     * Adds the folders above a path that are not there yet.
     *
     * @param folders that are missing and known to be
     * @return what was added, a parent before its children
     */
    static Collection<String> addMissing(Path root, RelativePath path, Set<String> folders) {
        Deque<String> added = new ArrayDeque<>();
        String text = path.text();
        for (int slash = text.lastIndexOf('/'); slash > 0; slash = text.lastIndexOf('/', slash - 1)) {
            String folder = text.substring(0, slash);
            if (folders.contains(folder) || Files.isDirectory(root.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
                break;
            }
            added.push(folder);
        }
        folders.addAll(added);
        return added;
    }

    private static void removeEmpty(List<Path> folders) {
        for (Path folder : folders) {
            try {
                Disk.deleteIfExists(folder);
            } catch (IOException inUse) {
                return;
            }
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
