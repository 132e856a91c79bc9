package dev.packs.graph.rdf4j;

import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.algebra.evaluation.EvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.AbstractEvaluationStrategyFactory;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.EvaluationStatistics;

/** Lets all queries of one call, as SHACL makes them, spend what its guard has. */
final class GuardedStrategyFactory extends AbstractEvaluationStrategyFactory {

    private final Guard guard;

    GuardedStrategyFactory(Guard guard) {
        this.guard = guard;
    }

    @Override
    public EvaluationStrategy createEvaluationStrategy(
            Dataset dataset, TripleSource triples, EvaluationStatistics statistics) {
        return new GuardedStrategy(guard, triples, dataset, statistics);
    }
}
