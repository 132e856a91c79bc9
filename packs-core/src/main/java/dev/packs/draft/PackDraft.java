package dev.packs.draft;

import dev.packs.pack.PackDescription;
import java.util.List;

/**
 * A pack with those that it depends on folded in.
 *
 * @param pack the one that was asked for
 * @param variables what is open, in the order in which they may refer to each other
 * @param files in the order of their paths' places in the manifests, dependents first: where two have one path, the first counts
 */
public record PackDraft(PackDescription pack, List<DraftVariable> variables, List<DraftFile> files) {

    public PackDraft {
        variables = List.copyOf(variables);
        files = List.copyOf(files);
    }
}
