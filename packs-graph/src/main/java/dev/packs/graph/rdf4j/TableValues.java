package dev.packs.graph.rdf4j;

import dev.packs.graph.BlankNode;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Term;
import dev.packs.graph.TermTable;
import dev.packs.graph.TripleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.jspecify.annotations.Nullable;

/** The values of a graph by their numbers: those of a table, made when they are first asked for, and behind them those that were added. */
final class TableValues {

    /** Values that queries make are looked up again and again, but not without end. */
    private static final int MOST_LOOKED_UP = 10_000;

    private final TermTable table;
    private final @Nullable Value[] known;
    private final List<Value> added = new ArrayList<>();
    private final Map<Value, Integer> numbersOfAdded = new HashMap<>();
    private final Map<Value, Integer> lookedUp = new HashMap<>();
    private final Map<Iri, IRI> datatypes = new HashMap<>();

    TableValues(TermTable table) {
        this.table = table;
        known = new @Nullable Value[table.size()];
    }

    int size() {
        return known.length + added.size();
    }

    Value value(int number) {
        if (number >= known.length) {
            return added.get(number - known.length);
        }
        Value value = known[number];
        if (value == null) {
            value = numbered(table.term(number), number);
            known[number] = value;
        }
        return value;
    }

    /** {@link TripleTable#ANY} where there is no such value in the graph. */
    int number(Value value) {
        if (value instanceof Stored stored && isOurs(stored)) {
            return stored.number();
        }
        Integer number = lookedUp.get(value);
        if (number == null) {
            if (lookedUp.size() == MOST_LOOKED_UP) {
                lookedUp.clear();
            }
            number = find(value);
            lookedUp.put(value, number);
        }
        return number;
    }

    private boolean isOurs(Stored stored) {
        int number = stored.number();
        if (number < 0 || number >= size()) {
            return false;
        }
        return stored == (number < known.length ? known[number] : added.get(number - known.length));
    }

    private int find(Value value) {
        Integer ofAdded = numbersOfAdded.get(value);
        if (ofAdded != null) {
            return ofAdded;
        }
        return value.isBNode() || value.isTriple() ? TripleTable.ANY : table.find(new Terms().of(value));
    }

    /** While the graph is filled. */
    int numberOrAdd(Value value) {
        int number = find(value);
        if (number == TripleTable.ANY) {
            number = size();
            added.add(numbered(new Terms().of(value), number));
            numbersOfAdded.put(value, number);
        }
        return number;
    }

    private Value numbered(Term term, int number) {
        Stored stored = stored(term);
        stored.number(number);
        stored.term(term);
        return (Value) stored;
    }

    private Stored stored(Term term) {
        if (term instanceof Iri iri) {
            return new Stored.Name(iri.value());
        }
        if (term instanceof Literal literal) {
            return literal.language().isPresent()
                    ? new Stored.Text(literal.lexical(), literal.language().get())
                    : new Stored.Text(literal.lexical(), datatype(literal.datatype()));
        }
        return new Stored.Node(((BlankNode) term).id());
    }

    private IRI datatype(Iri iri) {
        return datatypes.computeIfAbsent(
                iri, unknown -> SimpleValueFactory.getInstance().createIRI(unknown.value()));
    }
}
