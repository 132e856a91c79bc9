package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scaffold does to a folder, found out before anything in it is changed.
 *
 * @param root the folder that becomes the project
 * @param changes one for each file, by path
 * @param problems why nothing may be written; empty if it may
 */
public record GenerationPlan(Path root, List<FileChange> changes, List<Problem> problems) {

    private static final int LISTED = 20;

    public GenerationPlan {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** @param existing what may be done to what is there; in an empty folder anything */
    static GenerationPlan of(
            Path root, List<FileChange> changes, List<Problem> problems, ScaffoldWriter.Existing existing) {
        List<Problem> all = new ArrayList<>(problems);
        if (existing == ScaffoldWriter.Existing.KEEP) {
            addCollisions(root, changes, all);
        } else if (existing == ScaffoldWriter.Existing.ADD) {
            addKept(root, changes, all);
        }
        return new GenerationPlan(root, changes, all);
    }

    /** Where others may be there, only those are in the way that differ and may not be overwritten. */
    private static void addKept(Path root, List<FileChange> changes, List<Problem> problems) {
        List<RelativePath> kept = new ArrayList<>();
        for (FileChange change : changes) {
            if (change instanceof FileChange.Keep) {
                kept.add(change.path());
            }
        }
        if (!kept.isEmpty()) {
            problems.add(Problem.of(
                            ProblemCode.OUTPUT_EXISTS,
                            kept.size() + " of " + changes.size()
                                    + (kept.size() == 1
                                            ? " files is in `" + root + "` already and differs: "
                                            : " files are in `" + root + "` already and differ: ")
                                    + listed(kept))
                    .help(
                            kept.size() == 1
                                    ? "move it out of the way, or add `-Dpacks.force` to overwrite it"
                                    : "move them out of the way, or add `-Dpacks.force` to overwrite those "
                                            + kept.size()));
        }
    }

    private static void addCollisions(Path root, List<FileChange> changes, List<Problem> problems) {
        List<RelativePath> differing = new ArrayList<>();
        boolean writes = false;
        for (FileChange change : changes) {
            writes |= change instanceof FileChange.Create || change instanceof FileChange.CreateFolder;
            if (change instanceof FileChange.Replace || change instanceof FileChange.Keep) {
                differing.add(change.path());
            }
        }
        String help =
                "name another folder with `-Dname=…` or `-Dpacks.output=…`, or add `-Dpacks.force` to write all the same";
        if (!differing.isEmpty()) {
            problems.add(Problem.of(
                            ProblemCode.OUTPUT_EXISTS,
                            "`" + root + "` is not empty, and " + differing.size() + " of " + changes.size()
                                    + (differing.size() == 1
                                            ? " files is there already and differs: "
                                            : " files are there already and differ: ")
                                    + listed(differing))
                    .help(help
                            + (differing.size() == 1
                                    ? " (that one is overwritten)"
                                    : " (those " + differing.size() + " are overwritten)")));
        } else if (writes) {
            problems.add(Problem.of(ProblemCode.FOLDER_NOT_EMPTY, "`" + root + "` is not empty")
                    .help(help + " (nothing in it would be overwritten)"));
        }
    }

    private static String listed(List<RelativePath> paths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(LISTED, paths.size()); i++) {
            text.append(i == 0 ? "`" : ", `").append(paths.get(i)).append('`');
        }
        return paths.size() > LISTED ? text + " and " + (paths.size() - LISTED) + " more" : text.toString();
    }

    /** This plan, if it may be carried out. */
    public GenerationPlan orThrow() {
        if (!problems.isEmpty()) {
            throw new PacksException(problems);
        }
        return this;
    }
}
