package dev.packs.rendering;

import org.jspecify.annotations.Nullable;

/** {@code #objects}. */
final class ObjectFunctions extends FunctionGroup {

    ObjectFunctions() {
        super("#objects", "nullSafe/2 isString/1 isNumber/1 isBoolean/1 isList/1 isMap/1");
    }

    @Override
    @Nullable
    Object call(String function, Arguments with) {
        Object value = with.any(0);
        return switch (function) {
            case "nullSafe" -> value == null ? with.any(1) : value;
            case "isString" -> value instanceof String;
            case "isNumber" -> value instanceof Number;
            case "isBoolean" -> value instanceof Boolean;
            case "isList" -> value instanceof java.util.List<?>;
            case "isMap" -> value instanceof java.util.Map<?, ?>;
            default -> throw unlisted(function);
        };
    }
}
