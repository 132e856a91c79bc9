package dev.packs.rendering;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that an expression sees, copied deeply into plain types, and the queries that it may ask. Immutable. */
public final class Scope {

    private static final Scope EMPTY = new Scope(new HashMap<>(), null);

    private final Map<String, @Nullable Object> values;
    private final @Nullable QueryRows queries;

    private Scope(Map<String, @Nullable Object> values, @Nullable QueryRows queries) {
        this.values = values;
        this.queries = queries;
    }

    public static Scope empty() {
        return EMPTY;
    }

    /**
     * Plain values only: strings, numbers, booleans, null, lists, and maps with string keys, at most 64 levels deep.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#TEMPLATE_FORBIDDEN} for anything else
     */
    public static Scope of(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> copy = new HashMap<>();
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            copy.put(entry.getKey(), PlainValues.copy(entry.getKey(), entry.getValue()));
        }
        return new Scope(copy, null);
    }

    /** These values, and queries that may be asked. */
    public Scope with(QueryRows asked) {
        return new Scope(values, asked);
    }

    /** These values and one more, which hides one of the same name. */
    public Scope with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new HashMap<>(values);
        copy.put(name, PlainValues.copy(name, value));
        return new Scope(copy, queries);
    }

    public boolean contains(String name) {
        return values.containsKey(name);
    }

    /** The value, or null; {@link #contains} tells whether there is one. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    @Nullable
    QueryRows queries() {
        return queries;
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }
}
