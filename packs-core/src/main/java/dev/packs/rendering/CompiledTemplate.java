package dev.packs.rendering;

import dev.packs.Place;
import dev.packs.io.RelativePath;
import java.util.List;
import java.util.SortedSet;

/**
 * A template and its includes in the form that Thymeleaf gets: elements that are numbers, and text without brackets.
 *
 * @param place of the template, for what has no place of its own
 * @param prepared the text for Thymeleaf, in which nothing of the author's can be mistaken for a tag
 * @param directives what the numbers mean
 * @param locals how many slots loops and switches need
 * @param sources the template and everything that it includes
 */
record CompiledTemplate(
        Place place, String prepared, List<Directive> directives, int locals, SortedSet<RelativePath> sources) {}
