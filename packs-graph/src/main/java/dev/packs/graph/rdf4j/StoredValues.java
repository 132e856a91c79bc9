package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.base.CoreDatatype;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.XSD;

/** The values of one graph, each held once, and numbered in the order in which triples first have them. */
final class StoredValues extends SimpleValueFactory {

    private final Map<String, Stored.Name> names = new HashMap<>();
    private final Map<String, Stored.Node> nodes = new HashMap<>();
    private final Map<Literal, Stored.Text> texts = new HashMap<>();
    private final List<Value> numbered = new ArrayList<>();

    @Override
    public IRI createIRI(String iri) {
        Stored.Name known = names.get(iri);
        if (known == null) {
            known = new Stored.Name(iri);
            names.put(iri, known);
        }
        return known;
    }

    @Override
    public IRI createIRI(String namespace, String local) {
        return createIRI(namespace.concat(local));
    }

    @Override
    public BNode createBNode(String id) {
        Stored.Node known = nodes.get(id);
        if (known == null) {
            known = new Stored.Node(id);
            nodes.put(id, known);
        }
        return known;
    }

    @Override
    public Literal createLiteral(String label) {
        return held(new Stored.Text(label, XSD.STRING));
    }

    @Override
    public Literal createLiteral(String label, String language) {
        return held(new Stored.Text(label, language));
    }

    @Override
    public Literal createLiteral(String label, IRI datatype) {
        return held(new Stored.Text(label, datatype));
    }

    @Override
    public Literal createLiteral(String label, CoreDatatype datatype) {
        return held(new Stored.Text(label, datatype.getIri()));
    }

    private Stored.Text held(Stored.Text text) {
        Stored.Text known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** The number of a value that a triple has, given to it now if it has none. */
    int number(Value value) {
        Stored stored = value instanceof Stored ours ? ours : stored(value);
        int number = stored.number();
        if (number == Stored.UNUSED) {
            number = numbered.size();
            stored.number(number);
            numbered.add((Value) stored);
        }
        return number;
    }

    private Stored stored(Value value) {
        if (value instanceof IRI iri) {
            return (Stored) createIRI(iri.stringValue());
        }
        if (value instanceof BNode node) {
            return (Stored) createBNode(node.getID());
        }
        Literal literal = (Literal) value;
        return (Stored)
                (literal.getLanguage().isPresent()
                        ? createLiteral(
                                literal.getLabel(), literal.getLanguage().get())
                        : createLiteral(literal.getLabel(), literal.getDatatype()));
    }

    /** The number of an equal value, or {@link Stored#UNUSED} if no triple has one. */
    int find(Value value) {
        if (value instanceof Stored ours) {
            int number = ours.number();
            if (number >= 0 && number < numbered.size() && numbered.get(number) == value) {
                return number;
            }
        }
        Stored known = value instanceof IRI
                ? names.get(value.stringValue())
                : value instanceof BNode node
                        ? nodes.get(node.getID())
                        : value instanceof Literal ? texts.get(value) : null;
        return known == null ? Stored.UNUSED : known.number();
    }

    Value value(int number) {
        return numbered.get(number);
    }

    int count() {
        return numbered.size();
    }
}
