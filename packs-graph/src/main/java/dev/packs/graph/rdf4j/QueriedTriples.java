package dev.packs.graph.rdf4j;

import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.jspecify.annotations.Nullable;

/** Triples that can be asked for by pattern, and never change. */
interface QueriedTriples extends TripleSource {

    int size();

    /** Null matches everything. */
    CloseableIteration<Statement> matching(@Nullable Value subject, @Nullable Value predicate, @Nullable Value object);

    /** How many triples match, or about so many; null matches everything. */
    int count(@Nullable Value subject, @Nullable Value predicate, @Nullable Value object);
}
