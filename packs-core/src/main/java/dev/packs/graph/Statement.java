package dev.packs.graph;

import java.util.Comparator;

/**
 * One triple.
 *
 * @param subject an {@link Iri} or a {@link BlankNode}
 */
public record Statement(Term subject, Iri predicate, Term object) implements Comparable<Statement> {

    public Statement {
        if (subject instanceof Literal) {
            throw new IllegalArgumentException("a literal cannot be a subject: " + subject);
        }
    }

    /** By subject, predicate, object, each in the order of {@link Term#order()}. */
    @Override
    public int compareTo(Statement other) {
        Comparator<Term> order = Term.order();
        int bySubject = order.compare(subject, other.subject);
        int byBoth = bySubject != 0 ? bySubject : order.compare(predicate, other.predicate);
        return byBoth != 0 ? byBoth : order.compare(object, other.object);
    }

    /** A line of N-Triples, without its end. */
    @Override
    public String toString() {
        return subject + " " + predicate + " " + object + " .";
    }
}
