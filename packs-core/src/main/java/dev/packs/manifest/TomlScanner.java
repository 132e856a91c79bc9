package dev.packs.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the keys and values of a TOML text stand. It is no second parser: it takes a text that a parser has accepted, and stops where it no longer understands
 * it, so that whoever asks gets the place of what encloses the value.
 */
final class TomlScanner {

    /** Thrown to ourselves: the rest of the text stays without places. */
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super(null, null, false, false);
        }
    }

    private record Part(String name, int offset) {}

    private final String text;
    private final TomlIndex index = TomlIndex.empty();
    private final Map<String, Integer> lengths = new HashMap<>();
    private int at;

    private TomlScanner(String text) {
        this.text = text;
    }

    static TomlIndex scan(String text) {
        TomlScanner scanner = new TomlScanner(text);
        try {
            scanner.document();
        } catch (Lost | IndexOutOfBoundsException rest) {
            return scanner.index;
        }
        return scanner.index;
    }

    private void document() {
        String table = TomlPath.ROOT;
        for (skipBlank(); at < text.length(); skipBlank()) {
            if (text.startsWith("[[", at)) {
                table = header(2);
            } else if (text.charAt(at) == '[') {
                table = header(1);
            } else {
                keyAndValue(table);
            }
        }
    }

    private String header(int brackets) {
        int start = at;
        at += brackets;
        List<Part> parts = key();
        expect("]]".substring(0, brackets));
        String path = TomlPath.ROOT;
        for (int i = 0; i < parts.size(); i++) {
            path = TomlPath.child(path, parts.get(i).name());
            index.keys().putIfAbsent(path, start);
            boolean last = i == parts.size() - 1;
            if (last && brackets == 2) {
                lengths.put(path, lengths.getOrDefault(path, 0) + 1);
            }
            Integer length = lengths.get(path);
            if (length != null) {
                path = TomlPath.item(path, length - 1);
            }
        }
        index.keys().putIfAbsent(path, start);
        index.values().putIfAbsent(path, start);
        return path;
    }

    private void keyAndValue(String table) {
        String path = table;
        for (Part part : key()) {
            path = TomlPath.child(path, part.name());
            index.keys().putIfAbsent(path, part.offset());
        }
        expect("=");
        skipSpace();
        value(path);
    }

    private List<Part> key() {
        List<Part> parts = new ArrayList<>();
        do {
            skipSpace();
            int start = at;
            parts.add(new Part(simpleKey(), start));
            skipSpace();
        } while (accept('.'));
        return parts;
    }

    private String simpleKey() {
        int start = at;
        char first = text.charAt(at);
        if (first == '"') {
            skipBasic();
            return TomlEscapes.decode(text.substring(start + 1, at - 1)).orElseThrow(Lost::new);
        }
        if (first == '\'') {
            skipUntil("'");
            return text.substring(start + 1, at - 1);
        }
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new Lost();
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private void value(String path) {
        index.values().putIfAbsent(path, at);
        switch (text.charAt(at)) {
            case '"' -> {
                if (text.startsWith("\"\"\"", at)) {
                    skipLong("\"\"\"", true);
                } else {
                    skipBasic();
                }
            }
            case '\'' -> {
                if (text.startsWith("'''", at)) {
                    skipLong("'''", false);
                } else {
                    skipUntil("'");
                }
            }
            case '[' -> array(path);
            case '{' -> inlineTable(path);
            default -> skipScalar();
        }
    }

    private void array(String path) {
        at++;
        int length = 0;
        for (skipBlank(); text.charAt(at) != ']'; skipBlank()) {
            String item = TomlPath.item(path, length++);
            index.keys().putIfAbsent(item, at);
            value(item);
            skipBlank();
            accept(',');
        }
        at++;
    }

    private void inlineTable(String path) {
        at++;
        for (skipBlank(); text.charAt(at) != '}'; skipBlank()) {
            keyAndValue(path);
            skipBlank();
            accept(',');
        }
        at++;
    }

    private void skipScalar() {
        while (at < text.length() && ",]}#\n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }

    private void skipBasic() {
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipUntil(String end) {
        int found = text.indexOf(end, at + 1);
        if (found < 0) {
            throw new Lost();
        }
        at = found + end.length();
    }

    /** Up to two quotes may stand directly before the closing three. */
    private void skipLong(String quotes, boolean escapes) {
        at += 3;
        while (!text.startsWith(quotes, at)) {
            at += escapes && text.charAt(at) == '\\' ? 2 : 1;
        }
        at += 3;
        while (at < text.length() && text.charAt(at) == quotes.charAt(0)) {
            at++;
        }
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void skipBlank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String expected) {
        skipSpace();
        if (!text.startsWith(expected, at)) {
            throw new Lost();
        }
        at += expected.length();
    }
}
