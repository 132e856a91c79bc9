package dev.packs.generation;

import dev.packs.Problem;
import dev.packs.io.RelativePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a build-bound generation did.
 *
 * @param unchanged rendered, and found to be on the disk already
 * @param reused not even rendered, since nothing that they are made of has changed
 * @param renderedTemplates how often a template was rendered
 * @param problems what could not be rendered, with {@code packs.keepGoing}
 */
public record GenerationReport(
        List<RelativePath> created,
        List<RelativePath> replaced,
        List<RelativePath> unchanged,
        List<RelativePath> reused,
        List<RelativePath> deleted,
        int renderedTemplates,
        List<Problem> problems) {

    public GenerationReport {
        created = List.copyOf(created);
        replaced = List.copyOf(replaced);
        unchanged = List.copyOf(unchanged);
        reused = List.copyOf(reused);
        deleted = List.copyOf(deleted);
        problems = List.copyOf(problems);
    }

    /** Every file that is not what it was before, sorted: what an IDE has to look at again. */
    public List<RelativePath> changed() {
        List<RelativePath> changed = new ArrayList<>(created);
        changed.addAll(replaced);
        changed.addAll(deleted);
        Collections.sort(changed);
        return changed;
    }
}
