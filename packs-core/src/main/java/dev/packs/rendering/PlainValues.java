package dev.packs.rendering;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types that values have in templates: {@code String}, {@code Long}, {@code BigDecimal}, {@code Boolean}, {@code List}, {@code Map}, null. */
final class PlainValues {

    private static final int DEEPEST = 64;

    /** Decimals with more digits than this before or after the point are no configuration, but a trap for whoever prints them. */
    private static final int LARGEST_SCALE = 1000;

    private PlainValues() {}

    /** @param name of the variable, for the message */
    static @Nullable Object copy(String name, @Nullable Object value) {
        return copy(name, value, 0);
    }

    private static @Nullable Object copy(String name, @Nullable Object value, int depth) {
        if (value == null || value instanceof String || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        if (depth > DEEPEST) {
            throw refused(name, "is nested deeper than " + DEEPEST + " levels");
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            for (Object item : list) {
                copy.add(copy(name, item, depth + 1));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String key)) {
                    throw refused(name, "has a key that is not a string");
                }
                copy.put(key, copy(name, entry.getValue(), depth + 1));
            }
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Number number) {
            return number(name, number);
        }
        throw refused(name, "is a " + value.getClass().getName());
    }

    private static Object number(String name, Number number) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        BigDecimal decimal;
        if (number instanceof BigDecimal given) {
            decimal = given;
        } else if (number instanceof BigInteger integer) {
            if (integer.bitLength() < Long.SIZE) {
                return integer.longValue();
            }
            decimal = new BigDecimal(integer);
        } else if ((number instanceof Double || number instanceof Float) && Double.isFinite(number.doubleValue())) {
            decimal = new BigDecimal(number.toString());
        } else {
            throw refused(name, "is the number `" + number + "`");
        }
        if (isOutOfBounds(decimal)) {
            throw refused(name, "is a number with more than " + LARGEST_SCALE + " digits");
        }
        return decimal;
    }

    static boolean isOutOfBounds(BigDecimal decimal) {
        return decimal.scale() > LARGEST_SCALE
                || decimal.scale() < -LARGEST_SCALE
                || decimal.precision() > LARGEST_SCALE;
    }

    private static PacksException refused(String name, String why) {
        return Problem.of(ProblemCode.TEMPLATE_FORBIDDEN, "the value of `" + name + "` " + why)
                .help("templates take strings, numbers, booleans, lists, and maps with string keys")
                .asException();
    }

    /** Null, false, zero, the empty string, list and map, and, as in Thymeleaf, the strings {@code false}, {@code off}, {@code no} are false. */
    static boolean isTrue(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof String text) {
            return !(text.isEmpty() || text.equals("false") || text.equals("off") || text.equals("no"));
        }
        if (value instanceof Long number) {
            return number != 0;
        }
        if (value instanceof BigDecimal number) {
            return number.signum() != 0;
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return !(value instanceof Map<?, ?> map && map.isEmpty());
    }

    static boolean isScalar(@Nullable Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof BigDecimal;
    }

    /** As it is printed; only for scalars. */
    static String text(Object scalar) {
        return scalar instanceof BigDecimal decimal ? decimal.toPlainString() : scalar.toString();
    }

    static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof List<?>) {
            return "a list";
        }
        return value instanceof Map<?, ?> ? "a map" : "a number";
    }

    /** Equal by value; numbers by amount, so that {@code 1 == 1.0}. */
    static boolean areEqual(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        if (a instanceof BigDecimal || b instanceof BigDecimal) {
            return a instanceof Number left
                    && b instanceof Number right
                    && decimal(left).compareTo(decimal(right)) == 0;
        }
        return a.equals(b);
    }

    static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }
}
