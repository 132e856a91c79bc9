package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.activity.Work;
import dev.packs.io.DiskFailure;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings the output of a declaration up to date: renders what is touched, writes what differs, deletes what is no longer made, and leaves everything else alone. For one use. */
public final class IncrementalGeneration {

    private final BoundGeneration bound;
    private final PackRendering packs;
    private final TargetFolder target;

    private final List<RelativePath> created = new ArrayList<>();
    private final List<RelativePath> replaced = new ArrayList<>();
    private final List<RelativePath> unchanged = new ArrayList<>();
    private final List<RelativePath> reused = new ArrayList<>();
    private final List<RelativePath> deleted = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<RelativePath, LedgerEntry> entries = new LinkedHashMap<>();
    private final Map<RelativePath, RenderedFile> writes = new LinkedHashMap<>();
    private final Map<RelativePath, LedgerEntry> before = new TreeMap<>();
    private Ledger old = Ledger.empty();
    private int renderedTemplates;

    public IncrementalGeneration(BoundGeneration bound, PackRendering packs) {
        this.bound = bound;
        this.packs = packs;
        this.target = new TargetFolder(bound.root());
    }

    /**
     * Does it: all of it, or nothing.
     *
     * @throws PacksException as {@link #prepare}, and for a disk that fails
     */
    public GenerationReport run() {
        prepare();
        return write();
    }

    /**
     * Renders what is touched and finds out what has to be written, and writes nothing yet.
     *
     * @return what {@link #write} is going to do
     *
     * @throws PacksException everything that is wrong with any template, unless the caller wants to keep going; files that stand in the way
     */
    public GenerationReport prepare() {
        Path folder = BoundOutput.parent(bound.root());
        StagedChanges.recover(folder, BoundGeneration.stagingOf(bound.root()));
        old = Ledger.read(BoundGeneration.ledgerOf(bound.root())).orElse(Ledger.empty());
        before.putAll(old.byPath());

        PackRendering.Plan plan = packs.plan();
        problems.addAll(plan.problems());
        List<Problem> inTheWay = new ArrayList<>();
        Set<RelativePath> wanted = new TreeSet<>();
        boolean sameRenderer = old.renderer().equals(bound.renderer());
        packs.activity().expect(Work.RENDER, plan.files().size());
        for (PlannedFile file : plan.files()) {
            wanted.add(file.path());
            LedgerEntry entry = before.get(file.path());
            boolean isKept = entry != null && sameRenderer && Reuse.isPossible(file, entry) && keep(entry);
            if (!isKept) {
                make(file, entry, inTheWay);
            }
            packs.activity().reach(Work.RENDER);
        }
        before.forEach((path, entry) -> {
            if (!wanted.contains(path)) {
                drop(entry, plan.failed());
            }
        });
        if (!inTheWay.isEmpty() || (!problems.isEmpty() && !bound.options().keepGoing())) {
            problems.addAll(inTheWay);
            throw new PacksException(new ArrayList<>(problems));
        }
        return report();
    }

    /** Writes what was prepared: all of it, or nothing. */
    public GenerationReport write() {
        new BoundOutput(bound.root(), packs.activity()).write(writes, deleted, entries, this::ledger, old.folders());
        return report();
    }

    private GenerationReport report() {
        return new GenerationReport(
                created, replaced, unchanged, reused, deleted, renderedTemplates, new ArrayList<>(problems));
    }

    /** An incomplete output has a ledger without key, so that it never counts as up to date. */
    private Ledger ledger(List<RelativePath> folders) {
        return new Ledger(
                problems.isEmpty() ? bound.key() : "",
                bound.renderer(),
                bound.inputs(),
                new ArrayList<>(entries.values()),
                folders);
    }

    /** Takes the file on the disk, if it is what the ledger says: by its stamp, or else (a restored cache, a copy) by its bytes. */
    private boolean keep(LedgerEntry entry) {
        if (target.kind(entry.path()) != TargetFolder.Kind.FILE) {
            return false;
        }
        Path file = entry.path().under(bound.root());
        FileStamp now = FileStamp.of(file);
        if (!now.isSame(entry.stamp())) {
            try {
                if (!ValueDigest.of(Files.readAllBytes(file)).equals(entry.content())) {
                    return false;
                }
            } catch (IOException failed) {
                throw DiskFailure.reading(file, failed);
            }
        }
        entries.put(entry.path(), entry.withStamp(now));
        reused.add(entry.path());
        return true;
    }

    private void make(PlannedFile file, @Nullable LedgerEntry entry, List<Problem> inTheWay) {
        PackRendering.Made made;
        byte[] bytes;
        try {
            made = packs.render(file);
            bytes = made.content().bytes();
        } catch (PacksException failed) {
            problems.addAll(failed.problems());
            if (entry != null && target.kind(file.path()) == TargetFolder.Kind.FILE) {
                entries.put(file.path(), entry.outdated());
            }
            return;
        }
        if (file.recipe() instanceof FileRecipe.Template) {
            renderedTemplates++;
        }
        LedgerEntry now = Reuse.entry(file, made, bytes);
        TargetFolder.Kind kind = target.kind(file.path());
        switch (kind) {
            case NOTHING -> write(created, file, made, now);
            case FILE -> {
                if (target.holds(file.path(), bytes, file.mode())) {
                    unchanged.add(file.path());
                    entries.put(
                            file.path(), now.withStamp(FileStamp.of(file.path().under(bound.root()))));
                } else if (entry != null || bound.options().force()) {
                    write(replaced, file, made, now);
                } else {
                    inTheWay.add(Problem.of(
                                    ProblemCode.OUTPUT_EXISTS,
                                    "`" + file.path() + "` in `" + bound.root()
                                            + "` is there already, and Packs did not write it; the "
                                            + file.origin() + " would")
                            .help("move it away, or add `-Dpacks.force` to overwrite it"));
                }
            }
            case LINK -> inTheWay.add(TargetFolder.link(bound.root(), file.path()));
            case FOLDER, BLOCKED -> {
                if (willGiveWay(file.path())) {
                    write(created, file, made, now);
                } else {
                    inTheWay.add(Problem.of(
                                    ProblemCode.OUTPUT_EXISTS,
                                    "`" + file.path() + "` cannot be written in `" + bound.root() + "`: "
                                            + TargetFolder.conflict(kind))
                            .help("move what is there out of the way"));
                }
            }
        }
    }

    /** Whether what stands in the way is ours and about to go: a file that becomes a folder, or a folder that becomes a file. */
    private boolean willGiveWay(RelativePath path) {
        if (old.folders().contains(path)) {
            return true;
        }
        String text = path.text();
        for (int slash = text.lastIndexOf('/'); slash > 0; slash = text.lastIndexOf('/', slash - 1)) {
            RelativePath above = RelativePath.parse(text.substring(0, slash));
            if (before.containsKey(above)) {
                return true;
            }
        }
        return false;
    }

    private void write(List<RelativePath> list, PlannedFile file, PackRendering.Made made, LedgerEntry entry) {
        list.add(file.path());
        writes.put(file.path(), file.with(made.content()));
        entries.put(file.path(), entry);
    }

    /** A file that nothing makes any more goes, unless the part that made it is only broken for now. */
    private void drop(LedgerEntry entry, Set<String> failed) {
        if (target.kind(entry.path()) != TargetFolder.Kind.FILE) {
            return;
        }
        if (failed.contains(entry.origin())) {
            entries.put(entry.path(), entry.outdated());
        } else {
            deleted.add(entry.path());
        }
    }

    /**
     * Removes the outputs of declarations that are gone, by their ledgers.
     *
     * @param folder the folder of all outputs of the project
     * @param ids the declarations that there are
     * @return what was deleted
     */
    public static List<Path> forget(Path folder, Set<String> ids) {
        return BoundOutput.forget(folder, ids);
    }
}
