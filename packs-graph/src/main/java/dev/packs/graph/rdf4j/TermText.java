package dev.packs.graph.rdf4j;

import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Term;
import dev.packs.graph.Xsd;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Terms as SPARQL 1.1 writes them (19.8), so that no server reads more than the term in them.
 *
 * <p>Servers differ in when they resolve {@code \}{@code u0022}: before anything else, as 19.2 says, or inside of strings alone. So nothing that matters is written as a code
 * point: an IRI that would need it is refused, and in a string the {@code u} behind a backslash of the text is the one thing that is.
 */
final class TermText {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]+(?:-[A-Za-z0-9]+)*");

    private TermText() {}

    /** Empty for what cannot be written: a blank node, an IRI with characters that no IRI has, half of a surrogate pair. */
    static Optional<String> of(Term term) {
        if (term instanceof Iri iri) {
            return iri(iri);
        }
        if (!(term instanceof Literal literal) || !isWhole(literal.lexical())) {
            return Optional.empty();
        }
        String text = string(literal.lexical());
        if (literal.language().isPresent()) {
            return literal.language()
                    .filter(language -> LANGUAGE.matcher(language).matches())
                    .map(language -> text + "@" + language);
        }
        return literal.datatype().equals(Xsd.STRING)
                ? Optional.of(text)
                : iri(literal.datatype()).map(datatype -> text + "^^" + datatype);
    }

    private static Optional<String> iri(Iri iri) {
        boolean isPlain = iri.value().indexOf(':') > 0
                && isWhole(iri.value())
                && iri.value().chars().noneMatch(c -> c <= ' ' || c == 0x7F || "<>\"{}|^`\\".indexOf(c) >= 0);
        return isPlain ? Optional.of("<" + iri.value() + ">") : Optional.empty();
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String string(String lexical) {
        StringBuilder text = new StringBuilder(lexical.length() + 2).append('"');
        for (int i = 0; i < lexical.length(); i++) {
            char c = lexical.charAt(i);
            boolean isBehindBackslash = i > 0 && lexical.charAt(i - 1) == '\\';
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ' || (isBehindBackslash && (c == 'u' || c == 'U'))) {
                        text.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }
}
