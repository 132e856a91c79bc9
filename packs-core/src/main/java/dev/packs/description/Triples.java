package dev.packs.description;

import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is said of resources. */
final class Triples {

    private final List<Statement> statements = new ArrayList<>();

    List<Statement> statements() {
        return statements;
    }

    Resource of(Iri subject, Iri type) {
        return new Resource(subject).with(SharedTerms.RDF_TYPE, type);
    }

    /** One subject, to say several things of. */
    final class Resource {

        private final Iri subject;

        private Resource(Iri subject) {
            this.subject = subject;
        }

        Iri iri() {
            return subject;
        }

        Resource with(Iri predicate, Term object) {
            statements.add(new Statement(subject, predicate, object));
            return this;
        }

        Resource with(Iri predicate, String text) {
            return with(predicate, Literal.of(text));
        }

        Resource with(Iri predicate, boolean truth) {
            return with(predicate, Literal.of(truth));
        }

        Resource with(Iri predicate, long number) {
            return with(predicate, Literal.of(number));
        }

        Resource with(Iri predicate, Optional<?> value) {
            return value.isPresent() ? with(predicate, Values.literal(value.get())) : this;
        }
    }
}
