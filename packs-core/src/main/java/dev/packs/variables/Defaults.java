package dev.packs.variables;

/** Tells a default that is an expression from one that is a value. */
final class Defaults {

    private Defaults() {}

    /** Whether the value starts with <code>${</code>. */
    static boolean isExpression(Object value) {
        return value instanceof String text && text.startsWith("${");
    }
}
