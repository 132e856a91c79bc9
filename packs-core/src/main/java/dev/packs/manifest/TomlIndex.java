package dev.packs.manifest;

import java.util.HashMap;
import java.util.Map;

/**
 * Where each key and each value of a TOML text starts, by {@link TomlPath}.
 *
 * @param keys offsets of keys and of table headers
 * @param values offsets of values
 */
record TomlIndex(Map<String, Integer> keys, Map<String, Integer> values) {

    static TomlIndex empty() {
        return new TomlIndex(new HashMap<>(), new HashMap<>());
    }
}
