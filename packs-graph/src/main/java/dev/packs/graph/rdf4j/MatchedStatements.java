package dev.packs.graph.rdf4j;

import java.util.NoSuchElementException;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** The triples of a cursor as RDF4J wants them. */
final class MatchedStatements implements CloseableIteration<Statement> {

    private final QueriedTriples triples;
    private final QueriedTriples.Cursor cursor;
    private boolean isAhead;
    private boolean isClosed;

    MatchedStatements(QueriedTriples triples, QueriedTriples.Cursor cursor) {
        this.triples = triples;
        this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
        if (!isAhead && !isClosed) {
            isAhead = cursor.next();
            isClosed = !isAhead;
        }
        return isAhead;
    }

    @Override
    public Statement next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isAhead = false;
        return SimpleValueFactory.getInstance()
                .createStatement(
                        (Resource) triples.value(cursor.subject()),
                        (IRI) triples.value(cursor.predicate()),
                        triples.value(cursor.object()));
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        isAhead = false;
        isClosed = true;
    }
}
