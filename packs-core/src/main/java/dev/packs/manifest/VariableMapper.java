package dev.packs.manifest;

import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes variable definitions of tables that have passed the schema check. */
final class VariableMapper {

    private VariableMapper() {}

    static VariableDefinition variable(TomlTable table, String name) {
        VariableType type = type(table);
        List<VariableDefinition> fields = new ArrayList<>();
        for (TomlTable field : table.tables("fields")) {
            fields.add(variable(field, field.text("name").orElse("")));
        }
        return new VariableDefinition(
                name,
                type,
                table.value("default"),
                table.text("description"),
                table.flag("required"),
                List.copyOf(table.list("options")),
                table.text("pattern"),
                table.integer("min"),
                table.integer("max"),
                table.value("example"),
                table.text("group"),
                table.text("when"),
                table.flag("secret"),
                type == VariableType.LIST ? Optional.of(items(table, name)) : Optional.empty(),
                fields);
    }

    /** A string where there is no type, or none of this name. */
    static VariableType type(TomlTable table) {
        Optional<String> key = table.text("type");
        return key.isPresent() ? VariableType.find(key.get()).orElse(VariableType.STRING) : VariableType.STRING;
    }

    /** A list without {@code items} is one of strings. */
    private static VariableDefinition items(TomlTable table, String name) {
        return variable(table.table("items").orElse(new TomlTable(table.pathOf("items"), Map.of())), name);
    }
}
