package dev.packs.manifest;

import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Variables as a manifest spells them. The same definition always gives the same text, and read back the same definition. */
public final class VariableText {

    private VariableText() {}

    /** A {@code [[variables]]} table. */
    public static String write(VariableDefinition variable) {
        StringBuilder text = new StringBuilder("[[variables]]\n");
        keys(variable, true)
                .forEach((key, value) -> text.append(key)
                        .append(" = ")
                        .append(TomlText.inline(value))
                        .append('\n'));
        return text.toString();
    }

    /** @param isNamed whether it is more than what the items of a list are */
    private static Map<String, Object> keys(VariableDefinition variable, boolean isNamed) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (isNamed) {
            keys.put("name", variable.name());
        }
        keys.put("type", variable.type().key());
        if (variable.required()) {
            keys.put("required", true);
        }
        if (!variable.options().isEmpty()) {
            keys.put("options", variable.options());
        }
        variable.defaultValue().ifPresent(value -> keys.put("default", value));
        variable.pattern().ifPresent(value -> keys.put("pattern", value));
        variable.min().ifPresent(value -> keys.put("min", value));
        variable.max().ifPresent(value -> keys.put("max", value));
        variable.description().ifPresent(value -> keys.put("description", value));
        variable.example().ifPresent(value -> keys.put("example", value));
        variable.group().ifPresent(value -> keys.put("group", value));
        variable.when().ifPresent(value -> keys.put("when", value));
        if (variable.secret()) {
            keys.put("secret", true);
        }
        if (variable.type() == VariableType.LIST) {
            variable.items().ifPresent(items -> keys.put("items", keys(items, false)));
        }
        if (!variable.fields().isEmpty()) {
            List<Map<String, Object>> fields = new ArrayList<>();
            for (VariableDefinition field : variable.fields()) {
                fields.add(keys(field, true));
            }
            keys.put("fields", fields);
        }
        return keys;
    }
}
