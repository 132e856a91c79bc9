package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import dev.packs.pack.Overwrite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scaffold would do to a folder, found out by looking and before anything is written.
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

    /** What happens to files that are there already and differ. */
    public enum Existing {
        /** They stay, and if there is anything at all in the folder, nothing is written. */
        KEEP,
        /** The user said {@code -Dpacks.force}. */
        REPLACE
    }

    public static GenerationPlan of(Path root, List<RenderedFile> files, Existing existing) {
        TargetFolder target = new TargetFolder(root);
        boolean isEmpty = target.isEmpty();
        List<FileChange> changes = new ArrayList<>(files.size());
        List<Problem> problems = new ArrayList<>();
        for (RenderedFile file : files) {
            TargetFolder.Kind kind = isEmpty ? TargetFolder.Kind.NOTHING : target.kind(file.path());
            switch (kind) {
                case NOTHING -> changes.add(new FileChange.Create(file));
                case FILE -> changes.add(overFile(target, file, existing));
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
        if (!isEmpty && existing == Existing.KEEP) {
            addCollisions(root, changes, problems);
        }
        return new GenerationPlan(root, changes, problems);
    }

    private static FileChange overFile(TargetFolder target, RenderedFile file, Existing existing) {
        if (target.holds(file.path(), file.content().bytes(), file.mode())) {
            return new FileChange.Unchanged(file.path());
        }
        return existing == Existing.REPLACE || file.overwrite() == Overwrite.ALWAYS
                ? new FileChange.Replace(file)
                : new FileChange.Keep(file.path());
    }

    private static void addCollisions(Path root, List<FileChange> changes, List<Problem> problems) {
        List<RelativePath> differing = new ArrayList<>();
        boolean writes = false;
        for (FileChange change : changes) {
            writes |= change instanceof FileChange.Create;
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
                                    + " files are there already and differ: " + listed(differing))
                    .help(help + " (those " + differing.size() + " are overwritten)"));
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
