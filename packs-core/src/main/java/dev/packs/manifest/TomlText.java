package dev.packs.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Plain values spelled as TOML 1.0. The same value always gives the same text. */
public final class TomlText {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    private TomlText() {}

    /** A key, quoted where it has to be. */
    public static String key(String name) {
        return BARE.matcher(name).matches() ? name : string(name);
    }

    /** A basic string on one line. */
    public static String string(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        text.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }

    /** A value on one line: tables are inline tables in the order of their map, without keys that have no value. */
    public static String inline(Object value) {
        if (value instanceof String text) {
            return string(text);
        }
        if (value instanceof Map<?, ?> table) {
            String entries = entries(table);
            return entries.isEmpty() ? "{}" : "{ " + entries + " }";
        }
        if (value instanceof Collection<?> list) {
            return "[" + items(list) + "]";
        }
        if (value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || (value instanceof Double number && Double.isFinite(number))) {
            return value.toString();
        }
        throw new IllegalArgumentException("no value of TOML: " + value.getClass());
    }

    private static String items(Collection<?> list) {
        List<String> items = new ArrayList<>();
        for (Object item : list) {
            items.add(inline(item));
        }
        return String.join(", ", items);
    }

    private static String entries(Map<?, ?> table) {
        List<String> entries = new ArrayList<>();
        for (Map.Entry<?, ?> entry : table.entrySet()) {
            if (entry.getValue() != null) {
                entries.add(key((String) entry.getKey()) + " = " + inline(entry.getValue()));
            }
        }
        return String.join(", ", entries);
    }

    /** As {@link #inline}, but a list of more than one table or list has a line for each of its items. */
    public static String value(Object value) {
        if (value instanceof List<?> list && list.size() > 1 && isNested(list)) {
            StringBuilder text = new StringBuilder("[\n");
            for (Object item : list) {
                text.append("    ").append(inline(item)).append(",\n");
            }
            return text.append(']').toString();
        }
        return inline(value);
    }

    private static boolean isNested(List<?> list) {
        for (Object item : list) {
            if (item instanceof Map || item instanceof Collection) {
                return true;
            }
        }
        return false;
    }
}
