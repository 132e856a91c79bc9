package dev.packs.variables;

import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A variable whose values can be counted: a boolean, or one with options.
 *
 * @param values at least one; the default comes first
 */
public record Choice(String name, List<Object> values) {

    public Choice {
        values = List.copyOf(values);
    }

    /**
     * Those of packs that are rendered together. Packs that have a variable of one name share its value, so that the pack that depends on the others says what can be chosen.
     *
     * @param packs dependencies first
     */
    public static List<Choice> of(List<PackManifest> packs) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = packs.size() - 1; i >= 0; i--) {
            for (VariableDefinition variable : packs.get(i).variables()) {
                List<Object> values = values(variable);
                if (seen.add(variable.name()) && !values.isEmpty()) {
                    choices.put(variable.name(), new Choice(variable.name(), values));
                }
            }
        }
        return List.copyOf(choices.values());
    }

    private static List<Object> values(VariableDefinition variable) {
        List<Object> values = new ArrayList<>(
                variable.type() == VariableType.BOOLEAN && variable.options().isEmpty()
                        ? List.of(false, true)
                        : variable.options());
        variable.defaultValue().ifPresent(standard -> {
            if (values.remove(standard)) {
                values.add(0, standard);
            }
        });
        return values;
    }
}
