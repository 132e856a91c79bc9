package dev.packs.graph.rdf4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How deep brackets are nested in a text, found without a parser, so that no parser has to be trusted with it. */
final class Nesting {

    /** What brackets do not count in: comments, strings and IRIs of SPARQL 1.1. Possessive, so that it never goes back. */
    private static final Pattern SPARQL_OPAQUE = Pattern.compile("<[^<>\"{}|^`\\\\\\x00-\\x20]*+>"
            + "|\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\"|'''(?:[^'\\\\]|\\\\.|'(?!''))*+'''"
            + "|\"(?:[^\"\\\\\\n\\r]|\\\\.)*+\"|'(?:[^'\\\\\\n\\r]|\\\\.)*+'"
            + "|#[^\\n\\r]*+");

    private Nesting() {}

    static int ofSparql(String text) {
        Matcher opaque = SPARQL_OPAQUE.matcher(text);
        int depth = 0;
        int deepest = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if ("<\"'#".indexOf(c) >= 0 && opaque.region(at, text.length()).lookingAt()) {
                at = opaque.end();
                continue;
            }
            if (c == '(' || c == '{' || c == '[') {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            }
            at++;
        }
        return deepest;
    }

    /** @param json in UTF-8, or any text in which the brackets of ASCII are single bytes */
    static int ofJson(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean isString = false;
        for (int i = 0; i < json.length; i++) {
            byte c = json[i];
            if (isString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    isString = false;
                }
            } else if (c == '"') {
                isString = true;
            } else if (c == '{' || c == '[') {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }
}
