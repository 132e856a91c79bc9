package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.sail.SailConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** A store in memory that was filled once. */
final class MemoryTriples implements AutoCloseable {

    private final MemoryStore store = new MemoryStore();
    private final GuardedStrategyFactory strategies = new GuardedStrategyFactory();
    private final GraphContent content;
    private final GraphLimits limits;
    private Map<String, String> prefixes = Map.of();

    private MemoryTriples(GraphContent content, GraphLimits limits) {
        this.content = content;
        this.limits = limits;
        store.setDefaultIsolationLevel(IsolationLevels.NONE);
        store.setFederatedServiceResolver(url -> {
            throw new QueryEvaluationException("SERVICE is never called");
        });
        store.setEvaluationStrategyFactory(strategies);
        // Who was left behind by a deadline is not waited for.
        store.setConnectionTimeOut(1);
        store.init();
    }

    static MemoryTriples of(GraphContent content, GraphLimits limits) {
        MemoryTriples triples = new MemoryTriples(content, limits);
        triples.fill();
        return triples;
    }

    /** Sources are read on fenced threads, and the store wants all of an update from one, which is why statements wait until everything is read. */
    private void fill() {
        List<Statement> statements = new ArrayList<>();
        ValueFactory values = store.getValueFactory();
        SourceReader reader = new SourceReader(
                limits.source(),
                values,
                (subject, predicate, object, place) ->
                        statements.add(values.createStatement(subject, predicate, object)));
        reader.read(content);
        prefixes = reader.prefixes();
        try (SailConnection connection = store.getConnection()) {
            connection.begin(IsolationLevels.NONE);
            for (Statement statement : statements) {
                connection.addStatement(statement.getSubject(), statement.getPredicate(), statement.getObject());
            }
            connection.commit();
        }
    }

    MemoryStore store() {
        return store;
    }

    SailConnection connect() {
        return store.getConnection();
    }

    /** From here on, queries spend what this guard has. */
    void use(Guard guard) {
        strategies.use(guard);
    }

    Map<String, String> prefixes() {
        return prefixes;
    }

    List<GraphSource> sources() {
        return content.sources();
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

    @Override
    public void close() {
        store.shutDown();
    }
}
