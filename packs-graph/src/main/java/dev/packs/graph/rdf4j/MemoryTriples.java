package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The triples of a graph, and what they were read from. */
final class MemoryTriples {

    private final StoredValues values = new StoredValues();
    private final IndexedTriples triples = new IndexedTriples(values);
    private final GraphContent content;
    private final GraphLimits limits;
    private Map<String, String> prefixes = Map.of();

    private MemoryTriples(GraphContent content, GraphLimits limits) {
        this.content = content;
        this.limits = limits;
    }

    static MemoryTriples of(GraphContent content, GraphLimits limits) {
        MemoryTriples filled = new MemoryTriples(content, limits);
        filled.fill();
        return filled;
    }

    private void fill() {
        SourceReader reader = new SourceReader(
                limits.source(),
                values,
                (subject, predicate, object, place) -> triples.add(subject, predicate, object));
        reader.read(content);
        prefixes = reader.prefixes();
        triples.sort();
    }

    IndexedTriples triples() {
        return triples;
    }

    Map<String, String> prefixes() {
        return prefixes;
    }

    /** Where these resources are first a subject. Reads the sources again, because nobody else needs the places. */
    Map<Resource, Place> placesOf(Set<Resource> wanted) {
        Map<Resource, Place> found = new HashMap<>();
        new SourceReader(limits.source(), SimpleValueFactory.getInstance(), (subject, predicate, object, place) -> {
                    if (wanted.contains(subject)) {
                        found.putIfAbsent(subject, place);
                    }
                })
                .read(GraphContent.ofSources(content.sources()));
        return found;
    }
}
