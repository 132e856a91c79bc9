package dev.packs.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value: its lexical form, and what makes sense of it.
 *
 * @param datatype an IRI; {@link Xsd#STRING} for plain text, {@link Xsd#LANG_STRING} with a language
 * @param language a tag (BCP 47), only with {@link Xsd#LANG_STRING}
 */
public record Literal(String lexical, Iri datatype, Optional<String> language) implements Term {

    public Literal {
        if (language.isPresent() != datatype.equals(Xsd.LANG_STRING)) {
            throw new IllegalArgumentException("a language goes with rdf:langString, and only with it: " + datatype);
        }
    }

    public static Literal of(String text) {
        return new Literal(text, Xsd.STRING, Optional.empty());
    }

    public static Literal of(long number) {
        return new Literal(Long.toString(number), Xsd.INTEGER, Optional.empty());
    }

    public static Literal of(boolean truth) {
        return new Literal(Boolean.toString(truth), Xsd.BOOLEAN, Optional.empty());
    }

    public static Literal typed(String lexical, Iri datatype) {
        return new Literal(lexical, datatype, Optional.empty());
    }

    public static Literal tagged(String text, String language) {
        return new Literal(text, Xsd.LANG_STRING, Optional.of(language));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Literal literal
                && lexical.equals(literal.lexical)
                && datatype.equals(literal.datatype)
                && language.equals(literal.language);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * lexical.hashCode() + datatype.hashCode()) + language.hashCode();
    }

    @Override
    public String toString() {
        String quoted = NTriples.quoted(lexical);
        if (language.isPresent()) {
            return quoted + "@" + language.get();
        }
        return datatype.equals(Xsd.STRING) ? quoted : quoted + "^^" + datatype;
    }
}
