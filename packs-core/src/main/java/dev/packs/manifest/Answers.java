package dev.packs.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of variables that a file gives.
 *
 * @param common for every pack that has such a variable; their {@link TomlPath} is their name
 * @param byPack for one declared pack, by its id; their path starts with {@code for.<id>.}
 * @param places where the values stand
 */
public record Answers(Map<String, Object> common, Map<String, Map<String, Object>> byPack, TomlPlaces places) {

    public Answers {
        common = Collections.unmodifiableMap(new LinkedHashMap<>(common));
        Map<String, Map<String, Object>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Object>> pack : byPack.entrySet()) {
            copy.put(pack.getKey(), Collections.unmodifiableMap(new LinkedHashMap<>(pack.getValue())));
        }
        byPack = Collections.unmodifiableMap(copy);
    }

    /** What holds for the pack that is declared under this id: its own values, then the common ones. */
    public Map<String, Object> valuesFor(String id) {
        Map<String, Object> values = new LinkedHashMap<>(common);
        values.putAll(byPack.getOrDefault(id, Map.of()));
        return Collections.unmodifiableMap(values);
    }

    /** The path of a variable's value, for {@link TomlPlaces}. */
    public String pathFor(String id, String variable) {
        return byPack.getOrDefault(id, Map.of()).containsKey(variable)
                ? TomlPath.child(TomlPath.child(AnswersReader.BY_PACK, id), variable)
                : TomlPath.child(TomlPath.ROOT, variable);
    }
}
