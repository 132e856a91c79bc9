package dev.packs.graph.rdf4j;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.algebra.StatementPattern;
import org.eclipse.rdf4j.query.algebra.Var;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.EvaluationStatistics;
import org.jspecify.annotations.Nullable;

/** Tells RDF4J's optimiser how many triples match what a pattern names, so that it begins with the rarest. */
final class TripleCounts extends EvaluationStatistics {

    private final QueriedTriples triples;

    TripleCounts(QueriedTriples triples) {
        this.triples = triples;
    }

    @Override
    protected CardinalityCalculator createCardinalityCalculator() {
        return new Counter(triples);
    }

    private static final class Counter extends CardinalityCalculator {

        private final QueriedTriples triples;

        Counter(QueriedTriples triples) {
            this.triples = triples;
        }

        @Override
        protected double getCardinality(StatementPattern pattern) {
            Value subject = value(pattern.getSubjectVar());
            Value predicate = value(pattern.getPredicateVar());
            // An equality that was inlined may put a literal where none can stand; RDF4J's own store counts without it
            // too.
            return triples.count(
                    subject instanceof Resource ? subject : null,
                    predicate instanceof IRI ? predicate : null,
                    value(pattern.getObjectVar()));
        }

        private static @Nullable Value value(@Nullable Var variable) {
            return variable == null ? null : variable.getValue();
        }
    }
}
