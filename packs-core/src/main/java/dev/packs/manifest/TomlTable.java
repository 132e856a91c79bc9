package dev.packs.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of a TOML file. What is asked for as one type and is of another is as good as absent: whoever asks has the schema check report it.
 *
 * @param path its {@link TomlPath}
 * @param values plain values ({@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code List}, {@code Map}) in the file's order
 */
public record TomlTable(String path, Map<String, Object> values) {

    public TomlTable {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> text(String key) {
        return find(key, String.class);
    }

    public Optional<Long> integer(String key) {
        return find(key, Long.class);
    }

    /** False where the key is absent. */
    public boolean flag(String key) {
        return find(key, Boolean.class).orElse(false);
    }

    public Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The list, or an empty one. */
    public List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }

    /** The strings of a list. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(key)) {
            if (item instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    public Optional<TomlTable> table(String key) {
        return values.get(key) instanceof Map<?, ?> map ? Optional.of(of(pathOf(key), map)) : Optional.empty();
    }

    /** The tables of an array of tables, each with its index in its path. */
    public List<TomlTable> tables(String key) {
        List<TomlTable> tables = new ArrayList<>();
        List<?> items = list(key);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Map<?, ?> map) {
                tables.add(of(TomlPath.item(pathOf(key), i), map));
            }
        }
        return tables;
    }

    public String pathOf(String key) {
        return TomlPath.child(path, key);
    }

    static TomlTable of(String path, Map<?, ?> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            values.put((String) entry.getKey(), entry.getValue());
        }
        return new TomlTable(path, values);
    }

    private <T> Optional<T> find(String key, Class<T> type) {
        Object value = values.get(key);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }
}
