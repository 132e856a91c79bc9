package dev.packs.graph.rdf4j;

import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.sail.SailConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** A copy of triples in RDF4J's own store, which its SHACL works on. Queries need none. */
final class ShaclStore implements AutoCloseable {

    private final MemoryStore store = new MemoryStore();

    private ShaclStore(Guard guard) {
        store.setDefaultIsolationLevel(IsolationLevels.NONE);
        store.setFederatedServiceResolver(url -> {
            throw new QueryEvaluationException("SERVICE is never called");
        });
        store.setEvaluationStrategyFactory(new GuardedStrategyFactory(guard));
        // Who was left behind by a deadline is not waited for.
        store.setConnectionTimeOut(1);
        store.init();
    }

    static ShaclStore of(QueriedTriples triples, Guard guard) {
        ShaclStore copy = new ShaclStore(guard);
        try (SailConnection connection = copy.store.getConnection();
                CloseableIteration<Statement> all = triples.matching(null, null, null)) {
            connection.begin(IsolationLevels.NONE);
            while (all.hasNext()) {
                Statement statement = all.next();
                connection.addStatement(statement.getSubject(), statement.getPredicate(), statement.getObject());
            }
            connection.commit();
        }
        return copy;
    }

    MemoryStore store() {
        return store;
    }

    @Override
    public void close() {
        store.shutDown();
    }
}
