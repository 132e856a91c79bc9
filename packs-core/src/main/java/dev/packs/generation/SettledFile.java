package dev.packs.generation;

import dev.packs.io.RelativePath;
import dev.packs.merge.MergeChoice;
import java.util.List;

/**
 * Where a file comes from.
 *
 * @param from what its bytes come from, in the order of the packs
 * @param dropped what else would have given it
 * @param choices where files that were merged said different things
 */
public record SettledFile(
        RelativePath path, How how, List<FileOrigin> from, List<FileOrigin> dropped, List<MergeChoice> choices) {

    public SettledFile {
        from = List.copyOf(from);
        dropped = List.copyOf(dropped);
        choices = List.copyOf(choices);
    }

    /** How it was settled whose file it is. */
    public enum How {
        /** Only one pack gives it. */
        ONLY,
        /** The pack that gives it depends on those that would have. */
        REPLACES,
        /** Several give the same bytes. */
        EQUAL,
        /** The strategy {@code first}. */
        FIRST,
        /** The strategy {@code last}. */
        LAST,
        /** The strategy {@code merge}. */
        MERGED
    }

    static SettledFile only(PlannedFile file) {
        return new SettledFile(file.path(), How.ONLY, List.of(file.origin()), List.of(), List.of());
    }
}
