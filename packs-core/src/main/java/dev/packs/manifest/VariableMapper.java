package dev.packs.manifest;

import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes variable definitions of tables that have passed the schema check. */
final class VariableMapper {

    private VariableMapper() {}

    static VariableDefinition variable(TomlTable table, String name) {
        VariableType type = table.text("type").flatMap(VariableType::find).orElse(VariableType.STRING);
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

    /** A list without {@code items} is one of strings. */
    private static VariableDefinition items(TomlTable table, String name) {
        return variable(
                table.table("items").orElseGet(() -> new TomlTable(table.pathOf("items"), java.util.Map.of())), name);
    }
}
