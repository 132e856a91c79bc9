package dev.packs.manifest;

import java.util.List;
import java.util.Map;

/** The types of plain values, in words. */
final class PlainTypes {

    private PlainTypes() {}

    /** In a sentence: {@code the integer `3`}. */
    static String noun(Object value) {
        if (value instanceof String text) {
            return "the string `" + shortened(text) + "`";
        }
        if (value instanceof Long) {
            return "the integer `" + value + "`";
        }
        if (value instanceof Double) {
            return "the number `" + value + "`";
        }
        if (value instanceof Boolean) {
            return "the boolean `" + value + "`";
        }
        return value instanceof List ? "a list" : value instanceof Map ? "a table" : "something else";
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "\\n").replace("\r", "\\r");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }
}
