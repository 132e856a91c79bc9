package dev.packs.graph.rdf4j;

import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** What people call a resource. */
final class Labels {

    private static final List<IRI> PROPERTIES = List.of(
            RDFS.LABEL,
            SKOS.PREF_LABEL,
            DCTERMS.TITLE,
            SimpleValueFactory.getInstance().createIRI("https://schema.org/name"));

    private Labels() {}

    /** As {@link dev.packs.graph.Graph#label} has it. */
    static Optional<String> of(String iri, QueriedTriples triples) {
        IRI subject = SimpleValueFactory.getInstance().createIRI(iri);
        for (IRI property : PROPERTIES) {
            Literal best = best(subject, property, triples);
            if (best != null) {
                return Optional.of(best.getLabel());
            }
        }
        return Optional.empty();
    }

    private static @Nullable Literal best(IRI subject, IRI property, QueriedTriples triples) {
        Literal best = null;
        try (CloseableIteration<Statement> found = triples.matching(subject, property, null)) {
            while (found.hasNext()) {
                if (found.next().getObject() instanceof Literal literal && (best == null || isBefore(literal, best))) {
                    best = literal;
                }
            }
        }
        return best;
    }

    private static boolean isBefore(Literal one, Literal other) {
        int byLanguage = Integer.compare(rank(one), rank(other));
        return byLanguage != 0 ? byLanguage < 0 : one.toString().compareTo(other.toString()) < 0;
    }

    private static int rank(Literal literal) {
        String language = literal.getLanguage().orElse("");
        if (language.isEmpty()) {
            return 0;
        }
        return language.equals("en") || language.startsWith("en-") ? 1 : 2;
    }
}
