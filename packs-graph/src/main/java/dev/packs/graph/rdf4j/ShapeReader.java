package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.query.algebra.ArbitraryLengthPath;
import org.eclipse.rdf4j.query.algebra.Compare;
import org.eclipse.rdf4j.query.algebra.Distinct;
import org.eclipse.rdf4j.query.algebra.Filter;
import org.eclipse.rdf4j.query.algebra.Join;
import org.eclipse.rdf4j.query.algebra.LeftJoin;
import org.eclipse.rdf4j.query.algebra.Order;
import org.eclipse.rdf4j.query.algebra.OrderElem;
import org.eclipse.rdf4j.query.algebra.Projection;
import org.eclipse.rdf4j.query.algebra.ProjectionElem;
import org.eclipse.rdf4j.query.algebra.QueryModelNode;
import org.eclipse.rdf4j.query.algebra.Slice;
import org.eclipse.rdf4j.query.algebra.StatementPattern;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.algebra.UnaryTupleOperator;
import org.eclipse.rdf4j.query.algebra.Union;
import org.eclipse.rdf4j.query.algebra.ValueConstant;
import org.eclipse.rdf4j.query.algebra.ValueExpr;
import org.eclipse.rdf4j.query.algebra.Var;

/** Finds what of a query is a {@link Shape}. Whatever has an expression in it is none, but for a comparison of two terms. */
final class ShapeReader {

    private ShapeReader() {}

    /** Empty where RDF4J has to evaluate it. */
    static Optional<Shape> read(TupleExpr expr) {
        if (expr instanceof StatementPattern pattern) {
            return pattern(pattern);
        }
        if (expr instanceof Join join) {
            return join(join);
        }
        if (expr instanceof LeftJoin join) {
            return join.hasCondition() ? Optional.empty() : extended(join);
        }
        if (expr instanceof Union union) {
            Optional<Shape> one = read(union.getLeftArg());
            Optional<Shape> other = one.isEmpty() ? one : read(union.getRightArg());
            return other.isEmpty() ? other : Optional.of(new Shape.Either(one.get(), other.get()));
        }
        if (expr instanceof Projection projection) {
            Optional<Shape> rows = read(projection.getArg());
            return rows.isEmpty() ? rows : chosen(projection, rows.get());
        }
        if (expr instanceof ArbitraryLengthPath path) {
            return reached(path);
        }
        if (expr instanceof Filter filter) {
            Optional<Shape> rows = read(filter.getArg());
            return rows.isEmpty() ? rows : compared(filter, rows.get());
        }
        if (expr instanceof Order order) {
            Optional<Shape> rows = read(order.getArg());
            return rows.isEmpty() ? rows : sorted(order, rows.get());
        }
        if (expr instanceof Distinct distinct) {
            Optional<Shape> rows = read(distinct.getArg());
            return rows.isEmpty() ? rows : Optional.of(new Shape.Unique(rows.get()));
        }
        return Optional.empty();
    }

    private static Optional<Shape> pattern(StatementPattern pattern) {
        if (pattern.getContextVar() != null || pattern.getScope() != StatementPattern.Scope.DEFAULT_CONTEXTS) {
            return Optional.empty();
        }
        return Optional.of(new Shape.Pattern(
                slot(pattern.getSubjectVar()), slot(pattern.getPredicateVar()), slot(pattern.getObjectVar())));
    }

    private static Shape.Slot slot(Var variable) {
        return new Shape.Slot(variable.isConstant() ? null : variable.getName(), variable.getValue());
    }

    /** In the order that the optimiser chose. */
    private static Optional<Shape> join(Join join) {
        List<Shape> parts = new ArrayList<>();
        if (!collect(join, parts)) {
            return Optional.empty();
        }
        Set<String> columns = new HashSet<>();
        Set<String> assured = new HashSet<>();
        for (Shape part : parts) {
            if (!agree(columns, assured, part)) {
                return Optional.empty();
            }
            columns.addAll(part.columns());
            assured.addAll(part.assured());
        }
        return Optional.of(new Shape.Joined(parts));
    }

    private static boolean collect(TupleExpr expr, List<Shape> parts) {
        if (expr instanceof Join join) {
            return collect(join.getLeftArg(), parts) && collect(join.getRightArg(), parts);
        }
        Optional<Shape> part = read(expr);
        if (part.isPresent()) {
            parts.add(part.get());
        }
        return part.isPresent();
    }

    /** A column without a value would agree with every value, which numbers cannot tell. */
    private static boolean agree(Set<String> columns, Set<String> assured, Shape part) {
        Set<String> assuredThere = part.assured();
        for (String column : part.columns()) {
            if (columns.contains(column) && !(assured.contains(column) && assuredThere.contains(column))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Shape> extended(LeftJoin join) {
        List<Shape> parts = new ArrayList<>();
        Optional<Shape> rows = read(join.getLeftArg());
        if (rows.isEmpty() || !collect(join.getRightArg(), parts)) {
            return Optional.empty();
        }
        List<Shape.Pattern> patterns = new ArrayList<>();
        for (Shape part : parts) {
            if (!(part instanceof Shape.Pattern pattern)
                    || !agree(rows.get().columns(), rows.get().assured(), part)) {
                return Optional.empty();
            }
            patterns.add(pattern);
        }
        return Optional.of(new Shape.Extended(rows.get(), patterns));
    }

    private static Optional<Shape> chosen(Projection projection, Shape rows) {
        List<String> sources = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> columns = rows.columns();
        for (ProjectionElem element : projection.getProjectionElemList().getElements()) {
            if (!columns.contains(element.getName()) || element.getSourceExpression() != null) {
                return Optional.empty();
            }
            sources.add(element.getName());
            names.add(element.getProjectionAlias().orElse(element.getName()));
        }
        return projection.getProjectionContext() == null && new HashSet<>(names).size() == names.size()
                ? Optional.of(new Shape.Chosen(rows, sources, names))
                : Optional.empty();
    }

    /** A path of which one end is a value, and the other is none. */
    private static Optional<Shape> reached(ArbitraryLengthPath path) {
        Var subject = path.getSubjectVar();
        Var object = path.getObjectVar();
        if (path.getContextVar() != null
                || path.getScope() != StatementPattern.Scope.DEFAULT_CONTEXTS
                || path.getMinLength() > 1
                || subject.hasValue() == object.hasValue()
                || subject.getName().equals(object.getName())) {
            return Optional.empty();
        }
        Var start = subject.hasValue() ? subject : object;
        if (!start.getValue().isResource()) {
            // A path without a step gives a text back as the query spells it, and not as the graph does.
            return Optional.empty();
        }
        String end = (subject.hasValue() ? object : subject).getName();
        List<Shape.Pattern> step = new ArrayList<>();
        return steps(path.getPathExpression(), Set.of(start.getName(), end), step)
                ? Optional.of(new Shape.Reached(
                        start.isConstant() ? null : start.getName(),
                        end,
                        start.getValue(),
                        start.getName(),
                        step,
                        path.getMinLength() == 0))
                : Optional.empty();
    }

    /** @param ends the names of those that have no value in a step, even where the path has one */
    private static boolean steps(TupleExpr expr, Set<String> ends, List<Shape.Pattern> steps) {
        if (expr instanceof Join join) {
            return steps(join.getLeftArg(), ends, steps) && steps(join.getRightArg(), ends, steps);
        }
        if (!(expr instanceof StatementPattern pattern) || pattern(pattern).isEmpty()) {
            return false;
        }
        steps.add(new Shape.Pattern(
                slot(pattern.getSubjectVar(), ends),
                slot(pattern.getPredicateVar(), ends),
                slot(pattern.getObjectVar(), ends)));
        return true;
    }

    private static Shape.Slot slot(Var variable, Set<String> free) {
        return free.contains(variable.getName()) ? new Shape.Slot(variable.getName(), null) : slot(variable);
    }

    private static Optional<Shape> compared(Filter filter, Shape rows) {
        if (!(filter.getCondition() instanceof Compare compare)) {
            return Optional.empty();
        }
        Optional<Shape.Slot> left = term(compare.getLeftArg(), rows);
        Optional<Shape.Slot> right = left.isEmpty() ? left : term(compare.getRightArg(), rows);
        return right.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shape.Compared(rows, left.get(), compare.getOperator(), right.get()));
    }

    /** A column of the rows, or a value. */
    private static Optional<Shape.Slot> term(ValueExpr expr, Shape rows) {
        if (expr instanceof ValueConstant constant) {
            return Optional.of(new Shape.Slot(null, constant.getValue()));
        }
        if (!(expr instanceof Var variable)) {
            return Optional.empty();
        }
        return variable.hasValue() || rows.columns().contains(variable.getName())
                ? Optional.of(new Shape.Slot(variable.hasValue() ? null : variable.getName(), variable.getValue()))
                : Optional.empty();
    }

    private static Optional<Shape> sorted(Order order, Shape rows) {
        if (isCut(order)) {
            return Optional.empty();
        }
        List<Shape.Key> keys = new ArrayList<>();
        for (OrderElem element : order.getElements()) {
            if (!(element.getExpr() instanceof Var variable)
                    || variable.hasValue()
                    || !rows.columns().contains(variable.getName())) {
                return Optional.empty();
            }
            keys.add(new Shape.Key(variable.getName(), element.isAscending()));
        }
        return Optional.of(new Shape.Sorted(rows, keys));
    }

    /** Of rows that are cut, only so many are held while they are sorted. */
    private static boolean isCut(Order order) {
        QueryModelNode above = order.getParentNode();
        while (above instanceof UnaryTupleOperator) {
            if (above instanceof Slice slice && slice.hasLimit()) {
                return true;
            }
            above = above.getParentNode();
        }
        return false;
    }
}
