package dev.packs.manifest;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.LookalikeNames;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the keys of one variable must have to do with each other. */
final class VariableChecks {

    private final TomlPlaces places;
    private final Problems problems;

    VariableChecks(TomlPlaces places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    /** @param expressions whether the default may be an expression */
    void check(TomlTable table, boolean expressions) {
        VariableType type = VariableMapper.type(table);
        keysOfType(table, type);
        range(table);
        fieldNames(table);
        boolean sound = problems.isEmpty();
        Optional<TomlTable> items = table.table("items");
        if (items.isPresent()) {
            check(items.get(), false);
        }
        for (TomlTable field : table.tables("fields")) {
            check(field, false);
        }
        if (sound && problems.isEmpty()) {
            values(table, VariableMapper.variable(table, ""), expressions);
        }
    }

    private void keysOfType(TomlTable table, VariableType type) {
        boolean text = type == VariableType.STRING || type == VariableType.PATH;
        boolean sized = text || type == VariableType.INTEGER || type == VariableType.LIST;
        onlyIf(text, table, type, "pattern");
        onlyIf(sized, table, type, "min");
        onlyIf(sized, table, type, "max");
        onlyIf(text || type == VariableType.INTEGER, table, type, "options");
        onlyIf(type == VariableType.LIST, table, type, "items");
        onlyIf(type == VariableType.OBJECT, table, type, "fields");
        if (type == VariableType.OBJECT && table.list("fields").isEmpty()) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_MISSING_KEY,
                            places.key(table.path()),
                            "`" + table.path() + "` is an object and has no `fields`")
                    .help("add `fields = [{ name = \"type_name\" }]`"));
        }
    }

    private void onlyIf(boolean allowed, TomlTable table, VariableType type, String key) {
        if (!allowed && table.value(key).isPresent()) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_INVALID_VALUE,
                            places.key(table.pathOf(key)),
                            "`" + key + "` says nothing about a variable of type `" + type.key() + "`")
                    .help("delete it, or change `type`"));
        }
    }

    private void range(TomlTable table) {
        Optional<Long> min = table.integer("min");
        Optional<Long> max = table.integer("max");
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            invalid(
                    table.pathOf("min"),
                    "`min` is `" + min.get() + "`, more than `max`, which is `" + max.get() + "`",
                    "swap them, or delete one");
        }
        boolean counted = !table.text("type").equals(Optional.of("integer"));
        for (String key : List.of("min", "max")) {
            Optional<Long> bound = table.integer(key);
            if (counted && bound.isPresent() && bound.get() < 0) {
                invalid(
                        table.pathOf(key),
                        "`" + key + "` is `" + bound.get() + "`, and nothing has fewer than 0",
                        "write 0 or more");
            }
        }
    }

    private void fieldNames(TomlTable table) {
        Set<String> seen = new HashSet<>();
        for (TomlTable field : table.tables("fields")) {
            Optional<String> name = field.text("name");
            if (name.isPresent() && !seen.add(LookalikeNames.key(name.get()))) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_DUPLICATE,
                                places.of(field.pathOf("name")),
                                "a field `" + name.get() + "` is there already")
                        .help("rename or delete one of them"));
            }
        }
    }

    private void values(TomlTable table, VariableDefinition variable, boolean expressions) {
        List<Object> seen = new ArrayList<>();
        List<?> options = table.list("options");
        VariableDefinition free = withoutOptions(table);
        for (int i = 0; i < options.size(); i++) {
            String path = TomlPath.item(table.pathOf("options"), i);
            report(path, ValueCheck.faults(free, options.get(i)));
            if (seen.contains(options.get(i))) {
                problems.add(Problem.at(ProblemCode.MANIFEST_DUPLICATE, places.of(path), "the option is there already")
                        .help("delete one of them"));
            }
            seen.add(options.get(i));
        }
        Optional<Object> standard = table.value("default");
        if (standard.isPresent() && !(expressions && isExpression(standard.get()))) {
            report(table.pathOf("default"), ValueCheck.faults(variable, standard.get()));
            if (isExpression(standard.get())) {
                invalid(
                        table.pathOf("default"),
                        "only the default of a variable itself may be an expression",
                        "write the value itself");
            }
        }
        Optional<Object> example = table.value("example");
        if (example.isPresent()) {
            report(table.pathOf("example"), ValueCheck.faults(variable, example.get()));
        }
    }

    private static VariableDefinition withoutOptions(TomlTable table) {
        java.util.Map<String, Object> values = new java.util.LinkedHashMap<>(table.values());
        values.remove("options");
        return VariableMapper.variable(new TomlTable(table.path(), values), "");
    }

    private static boolean isExpression(Object value) {
        return value instanceof String text && TextKind.isExpression(text);
    }

    private void report(String path, List<String> faults) {
        for (String fault : faults) {
            invalid(path, "`" + path + "` " + fault, "write a value that the variable takes, or let it take this one");
        }
    }

    private void invalid(String path, String message, String help) {
        problems.add(Problem.at(ProblemCode.MANIFEST_INVALID_VALUE, places.of(path), message)
                .help(help));
    }
}
