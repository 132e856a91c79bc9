package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Values on one line, as JSON and as YAML between braces.
 *
 * @param source the text that nodes are from
 */
record FlowText(String source, boolean isJson) {

    /** What YAML reads as the same text with and without quotes, wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/.][A-Za-z0-9_./@+-]*");

    String of(Node node) {
        if (!node.anchor().isEmpty() || node instanceof Node.Alias) {
            throw Unmergeable.because("cannot be merged: an anchor or an alias would have to go between braces");
        }
        if (node instanceof Node.Mapping mapping) {
            requireNoTag(mapping.tag());
            List<String> parts = new ArrayList<>();
            for (Node.Entry entry : mapping.entries()) {
                parts.add(of(entry.key()) + ": " + of(entry.value()));
            }
            return "{" + String.join(", ", parts) + "}";
        }
        if (node instanceof Node.Sequence sequence) {
            requireNoTag(sequence.tag());
            List<String> parts = new ArrayList<>();
            for (Node item : sequence.items()) {
                parts.add(of(item));
            }
            return "[" + String.join(", ", parts) + "]";
        }
        return scalar((Node.Scalar) node);
    }

    private String scalar(Node.Scalar scalar) {
        if (scalar.isText()) {
            boolean isPlain = !isJson
                    && PLAIN.matcher(scalar.value()).matches()
                    && source.startsWith(scalar.value(), scalar.start());
            return isPlain ? scalar.value() : quoted(scalar.value());
        }
        String written = source.substring(scalar.start(), scalar.end());
        if (written.isEmpty()) {
            return "null";
        }
        if (written.startsWith("!") || written.indexOf('\n') >= 0) {
            throw Unmergeable.because("cannot be merged: a value with a tag would have to go between braces");
        }
        return written;
    }

    private static void requireNoTag(String tag) {
        if (!tag.isEmpty()) {
            throw Unmergeable.because("cannot be merged: a value with a tag would have to go between braces");
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default ->
                    quoted.append(
                            c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029
                                    ? String.format(Locale.ROOT, "\\u%04x", (int) c)
                                    : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
