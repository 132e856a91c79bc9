package dev.packs.archetype.export;

import java.util.ArrayDeque;
import java.util.Deque;

/** XML as it is written, indented. */
final class Xml {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param tag with its attributes, escaped */
    void open(String tag, String name) {
        indent().append('<').append(tag).append(">\n");
        open.push(name);
    }

    void close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
    }

    void element(String name, String value) {
        indent().append('<').append(name).append('>').append(escaped(value)).append("</");
        text.append(name).append(">\n");
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(open.size()));
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    String text() {
        return text.toString();
    }
}
