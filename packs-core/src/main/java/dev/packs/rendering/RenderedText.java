package dev.packs.rendering;

import dev.packs.io.RelativePath;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a template became.
 *
 * @param reads the variables that were really read, and the queries, as {@link QueryRows#readAs}: while none of them changes, neither does the text
 * @param sources the template and its includes; empty for a line
 */
public record RenderedText(String text, SortedSet<String> reads, SortedSet<RelativePath> sources) {

    public RenderedText {
        reads = Collections.unmodifiableSortedSet(new TreeSet<>(reads));
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }
}
