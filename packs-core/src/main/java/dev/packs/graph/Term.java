package dev.packs.graph;

import java.util.Comparator;

/** What stands in a triple or in a row (RDF 1.1 Concepts, 3.1). {@code toString} is its form in N-Triples. */
public sealed interface Term permits Iri, BlankNode, Literal {

    /** IRIs, then blank nodes, then literals; each by their N-Triples form, code unit by code unit. */
    static Comparator<Term> order() {
        return Comparator.<Term>comparingInt(Term::rank).thenComparing(Term::toString);
    }

    private static int rank(Term term) {
        if (term instanceof Iri) {
            return 0;
        }
        return term instanceof BlankNode ? 1 : 2;
    }
}
