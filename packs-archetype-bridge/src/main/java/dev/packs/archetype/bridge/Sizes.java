package dev.packs.archetype.bridge;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.jspecify.annotations.Nullable;

/** How large a value of a template is: characters of texts, digits of numbers, elements of collections, as often as printing it would print them. */
final class Sizes {

    private static final int DEEPEST = 50;

    private Sizes() {}

    /**
     * @param limit where counting stops
     * @return something above the limit if it is reached, or if collections lie deeper in each other than can be printed safely
     */
    static long of(Object value, long limit) {
        return of(value, limit, 0);
    }

    private static long of(Object value, long limit, int depth) {
        if (depth > DEEPEST) {
            return limit + 1;
        }
        if (value instanceof CharSequence text) {
            return 1L + text.length();
        }
        if (value instanceof BigInteger number) {
            return 1L + number.bitLength() / 3;
        }
        if (value instanceof BigDecimal number) {
            return 1L + number.precision() + Math.abs((long) number.scale());
        }
        if (value instanceof ASTIntegerRange.IntegerRange range) {
            // More than two thousand million elements make the number negative.
            return range.size() <= 0 ? limit + 1 : 1L + range.size();
        }
        if (value instanceof Map<?, ?> map) {
            long size = 1;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                size += ofElement(entry.getKey(), limit, depth) + ofElement(entry.getValue(), limit, depth);
                if (size > limit) {
                    break;
                }
            }
            return size;
        }
        if (value instanceof Collection<?> collection) {
            return ofAll(collection, limit, depth);
        }
        return value.getClass().isArray() ? ofArray(value, limit, depth) : 1;
    }

    private static long ofAll(Collection<?> collection, long limit, int depth) {
        long size = 1;
        for (Object element : collection) {
            size += ofElement(element, limit, depth);
            if (size > limit) {
                break;
            }
        }
        return size;
    }

    private static long ofArray(Object array, long limit, int depth) {
        int length = Array.getLength(array);
        if (array.getClass().getComponentType().isPrimitive()) {
            return 1L + length;
        }
        long size = 1;
        for (int i = 0; i < length && size <= limit; i++) {
            size += ofElement(Array.get(array, i), limit, depth);
        }
        return size;
    }

    private static long ofElement(@Nullable Object element, long limit, int depth) {
        return element == null ? 1 : of(element, limit, depth + 1);
    }
}
