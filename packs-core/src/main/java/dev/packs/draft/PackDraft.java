package dev.packs.draft;

import dev.packs.Problem;
import dev.packs.pack.PackDescription;
import java.util.List;

/**
 * A pack with those that it depends on folded in.
 *
 * @param pack the one that was asked for
 * @param variables what is open, in the order in which they may refer to each other
 * @param files in the order of their paths' places in the manifests, dependents first: where two have one path, the first counts
 * @param obstacles what could not be put into it; a translator adds what it cannot say itself, and fails
 */
public record PackDraft(
        PackDescription pack, List<DraftVariable> variables, List<DraftFile> files, List<Problem> obstacles) {

    public PackDraft {
        variables = List.copyOf(variables);
        files = List.copyOf(files);
        obstacles = List.copyOf(obstacles);
    }
}
