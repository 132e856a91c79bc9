package dev.packs.archetype.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.velocity.context.Context;
import org.jspecify.annotations.Nullable;

/** The values of one template: copies, so that nobody else sees what it does to them, and the names that it asked for. */
final class ReadingContext implements Context {

    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final Set<String> reads = new TreeSet<>();

    ReadingContext(Map<String, ? extends @Nullable Object> values) {
        values.forEach((name, value) -> this.values.put(name, copy(value)));
    }

    /** Whole numbers become small ones where they fit, because methods such as {@code substring} want those. */
    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, copy(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        if (value instanceof Long number && number.intValue() == number) {
            return number.intValue();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** Every name that was asked for, those that the template set itself too. */
    Set<String> reads() {
        return reads;
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        return values.put(key, value);
    }

    @Override
    public @Nullable Object get(String key) {
        reads.add(key);
        return values.get(key);
    }

    @Override
    public boolean containsKey(String key) {
        reads.add(key);
        return values.containsKey(key);
    }

    @Override
    public String[] getKeys() {
        return values.keySet().toArray(new String[0]);
    }

    @Override
    public @Nullable Object remove(String key) {
        return values.remove(key);
    }
}
