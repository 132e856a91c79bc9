package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.graph.GraphBase;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The triples of a graph, and what they were read from. */
final class MemoryTriples {

    private final GraphContent content;
    private final GraphLimits limits;
    private final QueriedTriples triples;
    private final Map<String, String> prefixes;

    private MemoryTriples(
            GraphContent content, GraphLimits limits, QueriedTriples triples, Map<String, String> prefixes) {
        this.content = content;
        this.limits = limits;
        this.triples = triples;
        this.prefixes = prefixes;
    }

    static MemoryTriples of(GraphContent content, GraphLimits limits) {
        return content.base().isPresent() ? onBase(content.base().get(), content, limits) : alone(content, limits);
    }

    private static MemoryTriples alone(GraphContent content, GraphLimits limits) {
        StoredValues values = new StoredValues();
        IndexedTriples triples = new IndexedTriples(values);
        SourceReader reader = new SourceReader(
                limits.source(),
                values,
                (subject, predicate, object, place) -> triples.add(subject, predicate, object));
        reader.read(content);
        triples.sort();
        return new MemoryTriples(content, limits, triples, reader.prefixes());
    }

    private static MemoryTriples onBase(GraphBase base, GraphContent content, GraphLimits limits) {
        TableTriples triples = new TableTriples(base);
        SourceReader reader = new SourceReader(
                limits.source(),
                SimpleValueFactory.getInstance(),
                (subject, predicate, object, place) -> triples.add(subject, predicate, object));
        reader.read(content);
        triples.sort(limits.source().triples());
        return new MemoryTriples(content, limits, triples, reader.prefixes());
    }

    QueriedTriples triples() {
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
