package dev.packs.variables;

import dev.packs.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of all variables of one pack, checked.
 *
 * @param values plain values in the manifest's order; null where a variable has none
 * @param secrets names whose values may appear in generated files and nowhere else
 * @param sources where each value came from
 * @param warnings what somebody should know and nothing fails for
 */
public record ResolvedVariables(
        Map<String, Object> values, Set<String> secrets, Map<String, ValueSource> sources, List<Problem> warnings) {

    public ResolvedVariables {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secrets = Collections.unmodifiableSet(new java.util.TreeSet<>(secrets));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        warnings = List.copyOf(warnings);
    }

    /** For a pack that asks for nothing. */
    public static ResolvedVariables none() {
        return new ResolvedVariables(Map.of(), Set.of(), Map.of(), List.of());
    }

    /** What an answers file, a report or a log may show: secrets left out, and what has no value. */
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            if (entry.getValue() != null && !secrets.contains(entry.getKey())) {
                shown.put(entry.getKey(), entry.getValue());
            }
        }
        return Collections.unmodifiableMap(shown);
    }

    /** Names and sources; never a value, since one of them may be a secret. */
    @Override
    public String toString() {
        return sources.toString();
    }
}
