package dev.packs.graph.rdf4j;

import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Iri;
import dev.packs.graph.LimitName;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryForm;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.algebra.QueryRoot;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryBindingSet;
import org.eclipse.rdf4j.query.impl.EmptyBindingSet;

/** Evaluates one query and turns what comes out into an answer, no longer and no bigger than allowed. */
final class Answers {

    private final Guard guard;
    private final Account account;
    private final Terms terms = new Terms();

    Answers(Guard guard) {
        this.guard = guard;
        account = new Account(guard);
    }

    QueryAnswer of(QueryReader.Parsed parsed, Map<String, Term> bindings, QueriedTriples triples) {
        GuardedStrategy strategy = strategy(triples);
        TupleExpr query = optimized(parsed.query().getTupleExpr(), bound(bindings), strategy, triples);
        if (parsed.checked().form() == QueryForm.SELECT) {
            Optional<Shape> shape = ShapeReader.read(query instanceof QueryRoot root ? root.getArg() : query);
            if (shape.isPresent() && NumberedStep.hasStarts(shape.get(), triples)) {
                return numbered(parsed.checked(), bindings, shape.get(), triples);
            }
        }
        try (CloseableIteration<BindingSet> solutions =
                strategy.precompile(query).evaluate(EmptyBindingSet.getInstance())) {
            return switch (parsed.checked().form()) {
                case ASK -> new QueryAnswer.Truth(solutions.hasNext());
                case SELECT -> rows(parsed.checked(), bindings, solutions);
                case CONSTRUCT, DESCRIBE -> triples(solutions);
            };
        }
    }

    private GuardedStrategy strategy(QueriedTriples triples) {
        return new GuardedStrategy(guard, triples, null, new TripleCounts(triples));
    }

    /** As RDF4J's stores do it: what was parsed is optimised in a copy. */
    private static TupleExpr optimized(
            TupleExpr query, BindingSet bindings, GuardedStrategy strategy, QueriedTriples triples) {
        TupleExpr copy = query.clone();
        TupleExpr root = copy instanceof QueryRoot ? copy : new QueryRoot(copy);
        return strategy.optimize(root, new TripleCounts(triples), bindings);
    }

    private QueryAnswer numbered(
            CheckedQuery checked, Map<String, Term> bindings, Shape shape, QueriedTriples triples) {
        List<String> columns = checked.columns();
        Map<String, Integer> places = new HashMap<>();
        for (String column : shape.columns()) {
            places.put(column, places.size());
        }
        int[] row = new int[places.size()];
        Arrays.fill(row, NumberedRows.UNBOUND);
        int[] wanted = new int[columns.size()];
        Term[] standing = new Term[columns.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = places.getOrDefault(columns.get(i), -1);
            standing[i] = bindings.get(columns.get(i));
        }
        NumberedRows rows = new NumberedJoins(triples, guard, account).open(shape, places, row);
        NumberedAnswer answer = new NumberedAnswer(guard, account, wanted.length);
        while (rows.next()) {
            count(answer.size() + 1);
            answer.add(row, wanted, number -> term(triples.value(number)));
        }
        return new QueryAnswer.Rows(columns, List.copyOf(answer.rows(columns, standing, checked.ordered())));
    }

    private static BindingSet bound(Map<String, Term> bindings) {
        if (bindings.isEmpty()) {
            return EmptyBindingSet.getInstance();
        }
        QueryBindingSet bound = new QueryBindingSet();
        bindings.forEach((name, term) -> bound.setBinding(name, Terms.value(SimpleValueFactory.getInstance(), term)));
        return bound;
    }

    private QueryAnswer rows(
            CheckedQuery checked, Map<String, Term> bindings, CloseableIteration<BindingSet> solutions) {
        List<String> columns = checked.columns();
        List<AnswerRow> rows = new ArrayList<>();
        while (solutions.hasNext()) {
            BindingSet solution = solutions.next();
            count(rows.size() + 1);
            Term[] terms = new Term[columns.size()];
            for (int i = 0; i < terms.length; i++) {
                Value value = solution.getValue(columns.get(i));
                if (value != null) {
                    account.book(Account.weight(value));
                    terms[i] = term(value);
                } else {
                    // The engine leaves out what was bound from the start and stands in a filter or the header alone.
                    terms[i] = bindings.get(columns.get(i));
                }
            }
            account.book(Account.weightOfRow(terms.length));
            rows.add(new AnswerRow(columns, terms));
        }
        if (!checked.ordered()) {
            rows.sort(AnswerRow.order());
        }
        return new QueryAnswer.Rows(columns, List.copyOf(rows));
    }

    private QueryAnswer triples(CloseableIteration<BindingSet> solutions) {
        Set<Statement> statements = new TreeSet<>();
        while (solutions.hasNext()) {
            BindingSet solution = solutions.next();
            Value subject = solution.getValue("subject");
            Value predicate = solution.getValue("predicate");
            Value object = solution.getValue("object");
            if (subject instanceof Resource && predicate instanceof IRI && object != null) {
                if (statements.add(new Statement(term(subject), (Iri) term(predicate), term(object)))) {
                    count(statements.size());
                    account.bookRow(solution);
                }
            }
        }
        return new QueryAnswer.Triples(List.copyOf(statements));
    }

    private void count(int size) {
        guard.step();
        int limit = guard.limits().rows();
        if (size > limit) {
            throw LimitName.QUERY_ROWS
                    .reached(guard.place(), "the answer has more than " + limit + " rows", limit)
                    .asException();
        }
    }

    private Term term(Value value) {
        if (!(value instanceof IRI) && !(value instanceof BNode)) {
            guard.checkLength(value.stringValue().length());
        }
        return terms.of(value);
    }
}
