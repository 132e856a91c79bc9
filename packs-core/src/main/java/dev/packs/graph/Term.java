package dev.packs.graph;

import java.util.Comparator;

/** What stands in a triple or in a row (RDF 1.1 Concepts, 3.1). {@code toString} is its form in N-Triples. */
public sealed interface Term permits Iri, BlankNode, Literal {

    /** IRIs, then blank nodes, then literals; IRIs and nodes by their text, literals by lexical form, datatype and language, all code unit by code unit. */
    static Comparator<Term> order() {
        return Term::compare;
    }

    private static int compare(Term left, Term right) {
        if (left instanceof Iri a && right instanceof Iri b) {
            return a.value().compareTo(b.value());
        }
        if (left instanceof BlankNode a && right instanceof BlankNode b) {
            return a.id().compareTo(b.id());
        }
        if (left instanceof Literal a && right instanceof Literal b) {
            int byText = a.lexical().compareTo(b.lexical());
            int byType = byText != 0 ? byText : compare(a.datatype(), b.datatype());
            return byType != 0
                    ? byType
                    : a.language().orElse("").compareTo(b.language().orElse(""));
        }
        return Integer.compare(rank(left), rank(right));
    }

    private static int rank(Term term) {
        if (term instanceof Iri) {
            return 0;
        }
        return term instanceof BlankNode ? 1 : 2;
    }
}
