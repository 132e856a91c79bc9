package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The comments of a YAML document.
 *
 * @param values where single values stand, in which no comment is
 */
record YamlComments(String text, List<Range> values) {

    /** From an offset to another, exclusive. */
    record Range(int from, int to) {}

    YamlComments {
        values = List.copyOf(values);
    }

    static YamlComments of(String text, Node root) {
        List<Range> values = new ArrayList<>();
        collect(text, root, values);
        values.sort(Comparator.comparingInt(Range::from));
        return new YamlComments(text, values);
    }

    private static void collect(String text, Node node, List<Range> values) {
        if (node instanceof Node.Scalar scalar) {
            // Behind the sign of a block there may be one.
            values.add(new Range(scalar.block() ? Lines.end(text, scalar.start()) : scalar.start(), scalar.end()));
        } else if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> {
                collect(text, entry.key(), values);
                collect(text, entry.value(), values);
            });
        } else if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> collect(text, item, values));
        }
    }

    /** Those that begin from an offset to another. */
    List<String> within(int from, int to) {
        List<String> comments = new ArrayList<>();
        int sign = text.indexOf('#', from);
        int next = 0;
        while (sign >= 0 && sign < to) {
            while (next < values.size() && values.get(next).to() <= sign) {
                next++;
            }
            int end = sign + 1;
            if (next < values.size() && values.get(next).from() <= sign) {
                end = values.get(next).to();
            } else if (sign == 0 || Character.isWhitespace(text.charAt(sign - 1))) {
                end = Lines.end(text, sign);
                comments.add(text.substring(sign, end).stripTrailing());
            }
            sign = text.indexOf('#', end);
        }
        return comments;
    }

    /** Where the comments of what begins here may begin: behind the line of the value before it. */
    int above(int start) {
        int above = 0;
        for (Range value : values) {
            if (value.to() <= start) {
                above = Math.max(above, value.to());
            }
        }
        return Math.min(start, Lines.next(text, above));
    }
}
