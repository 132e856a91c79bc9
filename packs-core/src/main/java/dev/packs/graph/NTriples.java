package dev.packs.graph;

import java.util.Locale;

/** The one spelling of each term in canonical N-Triples. */
final class NTriples {

    private NTriples() {}

    static String iri(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('<');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
                text.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('>').toString();
    }

    static String quoted(String lexical) {
        StringBuilder text = new StringBuilder(lexical.length() + 2).append('"');
        for (int i = 0; i < lexical.length(); i++) {
            char c = lexical.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /**
     * The term that is spelled so.
     *
     * @throws IllegalArgumentException for what none of the above made
     */
    static Term parse(String spelling) {
        if (spelling.startsWith("<") && spelling.endsWith(">")) {
            return new Iri(unescaped(spelling.substring(1, spelling.length() - 1)));
        }
        if (spelling.startsWith("_:")) {
            return new BlankNode(spelling.substring(2));
        }
        int end = spelling.lastIndexOf('"');
        if (!spelling.startsWith("\"") || end < 1) {
            throw new IllegalArgumentException("not a term: " + spelling);
        }
        String lexical = unescaped(spelling.substring(1, end));
        if (end == spelling.length() - 1) {
            return Literal.of(lexical);
        }
        if (spelling.startsWith("^^<", end + 1)) {
            return Literal.typed(lexical, new Iri(unescaped(spelling.substring(end + 4, spelling.length() - 1))));
        }
        return Literal.tagged(lexical, spelling.substring(end + 2));
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                c = text.charAt(i);
                if (c == 'u') {
                    c = (char) Integer.parseInt(text, i + 1, i + 5, 16);
                    i += 4;
                } else {
                    c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
                }
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
