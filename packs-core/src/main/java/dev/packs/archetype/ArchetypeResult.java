package dev.packs.archetype;

import dev.packs.io.RelativePath;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a generation did below its base.
 *
 * @param files written, or there before and changed
 * @param emptyFolders made and left empty
 * @param warnings what the original would have warned of
 */
public record ArchetypeResult(
        SortedSet<RelativePath> files, SortedSet<RelativePath> emptyFolders, List<String> warnings) {

    public ArchetypeResult {
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        emptyFolders = Collections.unmodifiableSortedSet(new TreeSet<>(emptyFolders));
        warnings = List.copyOf(warnings);
    }
}
