package dev.packs.graph.rdf4j;

import dev.packs.graph.BlankNode;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;

/** Terms of ours to values of RDF4J and back. Equal values give one term, so that a text that is in many rows is held once; those of a graph, for as long as there is the graph. */
final class Terms {

    private final Map<Value, Term> known = new HashMap<>();
    private final Map<String, BlankNode> made = new HashMap<>();

    Term of(Value value) {
        if (value instanceof Stored stored) {
            Term term = stored.term();
            if (term == null) {
                term = convert(value);
                stored.term(term);
            }
            return term;
        }
        Term term = known.get(value);
        if (term == null) {
            term = convert(value);
            known.put(value, term);
        }
        return term;
    }

    Statement of(org.eclipse.rdf4j.model.Statement statement) {
        return new Statement(of(statement.getSubject()), (Iri) of(statement.getPredicate()), of(statement.getObject()));
    }

    private Term convert(Value value) {
        if (value instanceof IRI iri) {
            return new Iri(iri.stringValue());
        }
        if (value instanceof BNode node) {
            return GraphNodes.isOurs(node.getID())
                    ? new BlankNode(node.getID())
                    : made.computeIfAbsent(node.getID(), unknown -> new BlankNode("q" + (made.size() + 1)));
        }
        if (value instanceof org.eclipse.rdf4j.model.Literal literal) {
            return literal.getLanguage()
                    .map(language -> Literal.tagged(literal.getLabel(), language))
                    .orElseGet(() -> Literal.typed(
                            literal.getLabel(), new Iri(literal.getDatatype().stringValue())));
        }
        throw new IllegalStateException("no term of RDF 1.1: " + value);
    }

    static Value value(ValueFactory values, Term term) {
        if (term instanceof Literal literal) {
            return literal.language().isPresent()
                    ? values.createLiteral(literal.lexical(), literal.language().get())
                    : values.createLiteral(
                            literal.lexical(),
                            values.createIRI(literal.datatype().value()));
        }
        return resource(values, term);
    }

    static Resource resource(ValueFactory values, Term term) {
        return term instanceof BlankNode node ? values.createBNode(node.id()) : values.createIRI(((Iri) term).value());
    }
}
