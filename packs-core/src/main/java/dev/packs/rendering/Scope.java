package dev.packs.rendering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that an expression sees, copied deeply into plain types, and the queries that it may ask. Immutable. */
public final class Scope {

    private static final Scope EMPTY = new Scope(new HashMap<>(), null, null, null);

    private final Map<String, @Nullable Object> values;
    private final @Nullable QueryRows queries;
    private final @Nullable String name;
    private final @Nullable Object value;

    /** @param name of one value that hides another; null for none */
    private Scope(
            Map<String, @Nullable Object> values,
            @Nullable QueryRows queries,
            @Nullable String name,
            @Nullable Object value) {
        this.values = values;
        this.queries = queries;
        this.name = name;
        this.value = value;
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
        return new Scope(copy, null, null, null);
    }

    /** These values, and queries that may be asked. */
    public Scope with(QueryRows asked) {
        return new Scope(values, asked, name, value);
    }

    /** These values and one more, which hides one of the same name. */
    public Scope with(String added, @Nullable Object item) {
        Map<String, @Nullable Object> below = values;
        if (name != null) {
            below = new HashMap<>(values);
            below.put(name, value);
        }
        return new Scope(below, queries, added, PlainValues.copy(added, item));
    }

    public boolean contains(String wanted) {
        return wanted.equals(name) || values.containsKey(wanted);
    }

    /** The value, or null; {@link #contains} tells whether there is one. */
    public @Nullable Object get(String wanted) {
        return wanted.equals(name) ? value : values.get(wanted);
    }

    @Nullable
    QueryRows queries() {
        return queries;
    }

    /** A copy. */
    public Set<String> names() {
        Set<String> names = new HashSet<>(values.keySet());
        if (name != null) {
            names.add(name);
        }
        return names;
    }
}
