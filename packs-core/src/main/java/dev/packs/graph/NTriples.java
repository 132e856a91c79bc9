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
}
