package dev.packs.archetype;

import dev.packs.io.RelativePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project that an archetype tests itself with.
 *
 * @param name the folder below {@code projects/}
 * @param properties what {@code archetype.properties} gives
 * @param goal what {@code goal.txt} says should be run in it; may be empty
 * @param reference the files that are expected, empty where the test has none
 */
public record ArchetypeTestProject(
        String name, Map<String, String> properties, String goal, SortedMap<RelativePath, byte[]> reference) {

    public ArchetypeTestProject {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        reference = Collections.unmodifiableSortedMap(new TreeMap<>(reference));
    }
}
