package dev.packs.graph;

import java.util.Comparator;

/**
 * One triple.
 *
 * @param subject an {@link Iri} or a {@link BlankNode}
 */
public record Statement(Term subject, Iri predicate, Term object) implements Comparable<Statement> {

    private static final Comparator<Statement> ORDER = Comparator.comparing(Statement::subject, Term.order())
            .thenComparing(Statement::predicate, Term.order())
            .thenComparing(Statement::object, Term.order());

    public Statement {
        if (subject instanceof Literal) {
            throw new IllegalArgumentException("a literal cannot be a subject: " + subject);
        }
    }

    /** By subject, predicate, object, each in the order of {@link Term#order()}. */
    @Override
    public int compareTo(Statement other) {
        return ORDER.compare(this, other);
    }

    /** A line of N-Triples, without its end. */
    @Override
    public String toString() {
        return subject + " " + predicate + " " + object + " .";
    }
}
