package dev.packs.graph.rdf4j;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.iteration.DistinctIteration;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.algebra.ArbitraryLengthPath;
import org.eclipse.rdf4j.query.algebra.BindingSetAssignment;
import org.eclipse.rdf4j.query.algebra.Difference;
import org.eclipse.rdf4j.query.algebra.Distinct;
import org.eclipse.rdf4j.query.algebra.Extension;
import org.eclipse.rdf4j.query.algebra.FunctionCall;
import org.eclipse.rdf4j.query.algebra.Group;
import org.eclipse.rdf4j.query.algebra.GroupConcat;
import org.eclipse.rdf4j.query.algebra.Join;
import org.eclipse.rdf4j.query.algebra.LeftJoin;
import org.eclipse.rdf4j.query.algebra.MathExpr;
import org.eclipse.rdf4j.query.algebra.Order;
import org.eclipse.rdf4j.query.algebra.QueryModelNode;
import org.eclipse.rdf4j.query.algebra.Regex;
import org.eclipse.rdf4j.query.algebra.Service;
import org.eclipse.rdf4j.query.algebra.StatementPattern;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.algebra.ValueConstant;
import org.eclipse.rdf4j.query.algebra.ValueExpr;
import org.eclipse.rdf4j.query.algebra.ZeroLengthPath;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryValueEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.eclipse.rdf4j.query.algebra.evaluation.federation.FederatedService;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.DefaultEvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.EvaluationStatistics;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.QueryEvaluationContext;
import org.eclipse.rdf4j.query.algebra.evaluation.iterator.GroupIterator;
import org.eclipse.rdf4j.query.algebra.evaluation.iterator.HashJoinIteration;
import org.eclipse.rdf4j.query.algebra.evaluation.iterator.SPARQLMinusIteration;
import org.eclipse.rdf4j.query.algebra.evaluation.util.OrderComparator;
import org.eclipse.rdf4j.query.algebra.evaluation.util.ValueComparator;
import org.eclipse.rdf4j.query.algebra.helpers.TupleExprs;
import org.jspecify.annotations.Nullable;

/**
 * RDF4J's own evaluation, with a guard at every source of rows, of held rows and of growing values.
 *
 * <p>RDF4J looks at its time limit between results only, so that a join, a path or a sort that gives none runs on. Here every row of every pattern is a step, the
 * collections of every operator that collects are booked, and regular expressions read their text through the guard.
 */
final class GuardedStrategy extends DefaultEvaluationStrategy {

    /** More digits are no number that anybody means, and multiply slowly. */
    private static final int LONGEST_NUMBER = 10_000;

    private final Guard guard;
    private final @Nullable QueriedTriples numbered;
    private final GuardedText texts;
    private final IdentityHashMap<Group, Account> groups = new IdentityHashMap<>();

    GuardedStrategy(Guard guard, TripleSource triples, @Nullable Dataset dataset, EvaluationStatistics statistics) {
        super(triples, dataset, GuardedStrategy::refuse, 0, statistics, false);
        this.guard = guard;
        numbered = triples instanceof QueriedTriples ours ? ours : null;
        texts = new GuardedText(guard);
        setCollectionFactory(() -> new BookedCollections(new Account(guard)));
    }

    private static FederatedService refuse(String url) {
        throw new QueryEvaluationException("SERVICE is never called");
    }

    @Override
    public QueryEvaluationStep precompile(TupleExpr expr, QueryEvaluationContext context) {
        QueriedTriples triples = numbered;
        Optional<Shape> shape = triples == null ? Optional.empty() : ShapeReader.read(expr);
        if (triples != null && shape.isPresent()) {
            return new NumberedStep(shape.get(), triples, guard, context, () -> general(expr, context));
        }
        return general(expr, context);
    }

    private QueryEvaluationStep general(TupleExpr expr, QueryEvaluationContext context) {
        QueryEvaluationStep step = super.precompile(expr, context);
        if (!givesRows(expr)) {
            return step;
        }
        return bindings -> {
            guard.step();
            return new GuardedIteration(step.evaluate(bindings), guard);
        };
    }

    private static boolean givesRows(TupleExpr expr) {
        return expr instanceof StatementPattern
                || expr instanceof Join
                || expr instanceof LeftJoin
                || expr instanceof ArbitraryLengthPath
                || expr instanceof ZeroLengthPath
                || expr instanceof Difference
                || expr instanceof BindingSetAssignment;
    }

    @Override
    protected QueryEvaluationStep prepare(Join node, QueryEvaluationContext context) {
        TupleExpr right = node.getRightArg();
        if (right instanceof Service
                || !(TupleExprs.isVariableScopeChange(right) || TupleExprs.containsSubquery(right))) {
            return super.prepare(node, context);
        }
        return hashJoin(
                precompile(node.getLeftArg(), context),
                precompile(right, context),
                new BookedHashJoin.Kind(false, List.of(HashJoinIteration.hashJoinAttributeNames(node))),
                context);
    }

    @Override
    protected QueryEvaluationStep prepare(LeftJoin node, QueryEvaluationContext context) {
        if (!TupleExprs.containsSubquery(node.getRightArg())) {
            return super.prepare(node, context);
        }
        Set<String> shared = node.getRightArg().getBindingNames();
        List<String> attributes = node.getLeftArg().getBindingNames().stream()
                .filter(shared::contains)
                .toList();
        return hashJoin(
                precompile(node.getLeftArg(), context),
                precompile(node.getRightArg(), context),
                new BookedHashJoin.Kind(true, attributes),
                context);
    }

    private QueryEvaluationStep hashJoin(
            QueryEvaluationStep left,
            QueryEvaluationStep right,
            BookedHashJoin.Kind kind,
            QueryEvaluationContext context) {
        return bindings -> new BookedHashJoin(new Account(guard), left, right, bindings, kind, context);
    }

    @Override
    protected QueryEvaluationStep prepare(Difference node, QueryEvaluationContext context) {
        QueryEvaluationStep left = precompile(node.getLeftArg(), context);
        QueryEvaluationStep right = precompile(node.getRightArg(), context);
        return bindings -> {
            Account account = new Account(guard);
            CloseableIteration<BindingSet> excluded = new BookedIteration(
                    right.evaluate(bindings), row -> account.book(3 * Account.weight(row)), () -> {});
            return new BookedIteration(
                    new SPARQLMinusIteration(left.evaluate(bindings), excluded), row -> {}, account::close);
        };
    }

    @Override
    protected QueryEvaluationStep prepare(Distinct node, QueryEvaluationContext context) {
        QueryEvaluationStep rows = precompile(node.getArg(), context);
        return bindings -> {
            BookedCollections collections = new BookedCollections(new Account(guard));
            CloseableIteration<BindingSet> distinct =
                    new DistinctIteration<>(rows.evaluate(bindings), collections.createSet());
            return new BookedIteration(distinct, row -> {}, collections::close);
        };
    }

    @Override
    protected QueryEvaluationStep prepare(Order node, QueryEvaluationContext context) {
        OrderComparator order = new OrderComparator(this, node, new ValueComparator(), context);
        BookedOrder.Cut cut = new BookedOrder.Cut(getLimit(node), isReducedOrDistinct(node));
        QueryEvaluationStep rows = precompile(node.getArg(), context);
        if (cut.limit() == Long.MAX_VALUE) {
            List<RankedOrder.Key> keys = node.getElements().stream()
                    .map(element -> new RankedOrder.Key(precompile(element.getExpr(), context), element.isAscending()))
                    .toList();
            return bindings -> new RankedOrder(guard, rows.evaluate(bindings), keys, order);
        }
        return bindings -> BookedOrder.of(guard, rows.evaluate(bindings), order, cut);
    }

    @Override
    protected QueryEvaluationStep prepare(Group node, QueryEvaluationContext context) {
        return bindings -> {
            Account account = new Account(guard);
            groups.put(node, account);
            GroupIterator rows = new GroupIterator(
                    this, node, bindings, 0, context, SimpleValueFactory.getInstance(), new BookedCollections(account));
            return new BookedIteration(rows, this::checkValues, account::close);
        };
    }

    @Override
    protected QueryEvaluationStep prepare(Extension node, QueryEvaluationContext context) {
        QueryEvaluationStep rows = super.prepare(node, context);
        return bindings -> new BookedIteration(rows.evaluate(bindings), this::checkRow, () -> {});
    }

    private void checkValues(BindingSet row) {
        row.forEach(binding -> {
            if (binding.getValue() instanceof Literal literal) {
                guard.checkLength(literal.getLabel().length());
            }
        });
    }

    /** Each value of a row is bounded; hundreds of them may still be too much. */
    private void checkRow(BindingSet row) {
        if (Account.weight(row) > guard.limits().memory()) {
            throw guard.outOfMemory();
        }
    }

    @Override
    public QueryValueEvaluationStep precompile(ValueExpr expr, QueryEvaluationContext context) {
        QueryValueEvaluationStep step = super.precompile(expr, context);
        if (expr instanceof MathExpr && !step.isConstant()) {
            return bindings -> checkedNumber(step.evaluate(bindings));
        }
        QueryModelNode parent = expr.getParentNode();
        if (parent instanceof GroupConcat concat && concat.getArg() == expr) {
            return bookedForConcat(concat, step);
        }
        return step;
    }

    private Value checkedNumber(Value value) {
        if (value instanceof Literal literal && literal.getLabel().length() > LONGEST_NUMBER) {
            guard.checkLength(Integer.MAX_VALUE);
        }
        return value;
    }

    private QueryValueEvaluationStep bookedForConcat(GroupConcat concat, QueryValueEvaluationStep step) {
        int separator = concat.getSeparator() instanceof ValueConstant constant
                ? constant.getValue().stringValue().length()
                : 1;
        Account account = accountOf(concat);
        return bindings -> {
            Value value = step.evaluate(bindings);
            if (value != null) {
                account.book(2L * (value.stringValue().length() + separator));
            }
            return value;
        };
    }

    private Account accountOf(GroupConcat concat) {
        for (QueryModelNode node = concat; node != null; node = node.getParentNode()) {
            if (node instanceof Group group) {
                return groups.computeIfAbsent(group, unknown -> new Account(guard));
            }
        }
        return new Account(guard);
    }

    @Override
    protected QueryValueEvaluationStep prepare(Regex node, QueryEvaluationContext context) {
        QueryValueEvaluationStep text = precompile(node.getArg(), context);
        QueryValueEvaluationStep pattern = precompile(node.getPatternArg(), context);
        if (node.getFlagsArg() == null) {
            return bindings -> texts.regex(text.evaluate(bindings), pattern.evaluate(bindings));
        }
        QueryValueEvaluationStep flags = precompile(node.getFlagsArg(), context);
        return bindings -> texts.regex(text.evaluate(bindings), pattern.evaluate(bindings), flags.evaluate(bindings));
    }

    @Override
    public QueryValueEvaluationStep prepare(FunctionCall node, QueryEvaluationContext context) {
        if (!GuardedText.grows(node.getURI())) {
            return super.prepare(node, context);
        }
        QueryValueEvaluationStep[] arguments = node.getArgs().stream()
                .map(argument -> precompile(argument, context))
                .toArray(QueryValueEvaluationStep[]::new);
        return bindings -> {
            Value[] values = new Value[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                values[i] = arguments[i].evaluate(bindings);
            }
            return texts.call(node.getURI(), tripleSource, values);
        };
    }
}
