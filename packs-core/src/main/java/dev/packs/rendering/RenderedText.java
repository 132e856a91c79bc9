package dev.packs.rendering;

import dev.packs.io.RelativePath;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a template became. The sets are not copied, as there is one of these for each of ten thousand files; nobody changes them.
 *
 * @param reads the variables that were really read, and the queries, as {@link QueryRows#readAs}: while none of them changes, neither does the text
 * @param sources the template and its includes; empty for a line
 */
public record RenderedText(String text, Set<String> reads, SortedSet<RelativePath> sources) {}
