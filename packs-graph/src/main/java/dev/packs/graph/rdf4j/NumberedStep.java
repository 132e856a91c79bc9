package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.MutableBindingSet;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.QueryEvaluationContext;
import org.jspecify.annotations.Nullable;

/** A step of RDF4J's evaluation that {@link NumberedJoins} answers. */
final class NumberedStep implements QueryEvaluationStep {

    private final Shape shape;
    private final QueriedTriples triples;
    private final Guard guard;
    private final QueryEvaluationContext context;
    private final Supplier<QueryEvaluationStep> general;
    private final boolean hides;
    private final boolean compares;
    private final Set<String> optional;
    private final List<String> names;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<BiConsumer<Value, MutableBindingSet>> setters = new ArrayList<>();
    private @Nullable QueryEvaluationStep fallback;

    /** @param general RDF4J's own step, for the few calls that bring values from outside which the shape must not see */
    NumberedStep(
            Shape shape,
            QueriedTriples triples,
            Guard guard,
            QueryEvaluationContext context,
            Supplier<QueryEvaluationStep> general) {
        this.shape = shape;
        this.triples = triples;
        this.guard = guard;
        this.context = context;
        this.general = general;
        hides = shape.hides();
        compares = shape.compares();
        optional = shape.optional();
        names = List.copyOf(shape.columns());
        for (String name : names) {
            columns.put(name, columns.size());
            setters.add(context.setBinding(name));
        }
    }

    @Override
    public CloseableIteration<BindingSet> evaluate(BindingSet bindings) {
        if ((hides && !bindings.isEmpty()) || !hasStarts(shape, triples)) {
            return general(bindings);
        }
        int[] row = new int[names.size()];
        boolean[] isGiven = new boolean[row.length];
        Arrays.fill(row, NumberedRows.UNBOUND);
        if (!bindings.isEmpty()) {
            for (int i = 0; i < row.length; i++) {
                Value value = bindings.getValue(names.get(i));
                if (value != null && !optional.contains(names.get(i))) {
                    row[i] = triples.number(value);
                    isGiven[i] = true;
                    if (compares && row[i] == QueriedTriples.UNKNOWN) {
                        return general(bindings);
                    }
                } else if (bindings.hasBinding(names.get(i))) {
                    return general(bindings);
                }
            }
        }
        Account account = new Account(guard);
        return new Solutions(
                new NumberedJoins(triples, guard, account).open(shape, columns, row), row, isGiven, bindings, account);
    }

    /** Whether the graph has what the paths begin with. */
    static boolean hasStarts(Shape shape, QueriedTriples triples) {
        for (Value start : shape.starts()) {
            if (triples.number(start) == QueriedTriples.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    private CloseableIteration<BindingSet> general(BindingSet bindings) {
        QueryEvaluationStep step = fallback == null ? general.get() : fallback;
        fallback = step;
        return step.evaluate(bindings);
    }

    /** Rows, with the values that the numbers stand for. */
    private final class Solutions implements CloseableIteration<BindingSet> {

        private final NumberedRows rows;
        private final int[] row;
        private final boolean[] isGiven;
        private final BindingSet bindings;
        private final Account account;
        private boolean isAhead;
        private boolean isClosed;

        Solutions(NumberedRows rows, int[] row, boolean[] isGiven, BindingSet bindings, Account account) {
            this.rows = rows;
            this.row = row;
            this.isGiven = isGiven;
            this.bindings = bindings;
            this.account = account;
        }

        @Override
        public boolean hasNext() {
            if (!isAhead && !isClosed) {
                isAhead = rows.next();
                if (!isAhead) {
                    close();
                }
            }
            return isAhead;
        }

        @Override
        public BindingSet next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isAhead = false;
            MutableBindingSet solution =
                    bindings.isEmpty() ? context.createBindingSet() : context.createBindingSet(bindings);
            for (int i = 0; i < row.length; i++) {
                if (!isGiven[i] && row[i] != NumberedRows.UNBOUND) {
                    setters.get(i).accept(triples.value(row[i]), solution);
                }
            }
            return solution;
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            isAhead = false;
            isClosed = true;
            account.close();
        }
    }
}
