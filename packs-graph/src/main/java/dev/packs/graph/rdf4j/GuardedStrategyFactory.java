package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.graph.QueryLimits;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.algebra.evaluation.EvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.AbstractEvaluationStrategyFactory;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.EvaluationStatistics;

/** Gives every query the guard of the call that it belongs to. */
final class GuardedStrategyFactory extends AbstractEvaluationStrategyFactory {

    private volatile Guard current = new Guard(QueryLimits.standard(), Place.of("graph"));

    void use(Guard guard) {
        current = guard;
    }

    @Override
    public EvaluationStrategy createEvaluationStrategy(
            Dataset dataset, TripleSource triples, EvaluationStatistics statistics) {
        return new GuardedStrategy(current, triples, dataset, statistics);
    }
}
