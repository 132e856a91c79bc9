package dev.packs.description;

import dev.packs.graph.Literal;
import dev.packs.graph.Xsd;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Plain values of a manifest as literals. */
final class Values {

    private Values() {}

    /** Numbers and truth with their datatypes; lists and objects as JSON in a string. */
    static Literal literal(Object value) {
        if (value instanceof Boolean truth) {
            return Literal.of(truth);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            StringBuilder json = new StringBuilder();
            write(json, value);
            return Literal.of(json.toString());
        }
        return Literal.of(value.toString());
    }

    private static Literal number(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            return Literal.of(number.longValue());
        }
        try {
            return Literal.typed(decimal(new BigDecimal(number.toString())), Xsd.DECIMAL);
        } catch (NumberFormatException infinite) {
            return Literal.of(number.toString());
        }
    }

    /** The canonical form of XML Schema: at least one digit after the point. */
    static String decimal(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static void write(StringBuilder json, Object value) {
        if (value instanceof List<?> list) {
            json.append('[');
            for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
                write(json, items.next());
                json.append(items.hasNext() ? "," : "");
            }
            json.append(']');
        } else if (value instanceof Map<?, ?> map) {
            json.append('{');
            for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
                Map.Entry<?, ?> entry = entries.next();
                quote(json, String.valueOf(entry.getKey()));
                json.append(':');
                write(json, entry.getValue());
                json.append(entries.hasNext() ? "," : "");
            }
            json.append('}');
        } else if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            quote(json, value.toString());
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ') {
                        json.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
