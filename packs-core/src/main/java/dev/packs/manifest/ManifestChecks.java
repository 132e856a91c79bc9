package dev.packs.manifest;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.LookalikeNames;
import dev.packs.pack.ForEach;
import dev.packs.pack.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the tables of a manifest must have to do with each other. Works on whatever is there, so that it runs beside the schema check. */
final class ManifestChecks {

    private final TomlPlaces places;
    private final Problems problems;

    ManifestChecks(TomlPlaces places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    void check(TomlTable root) {
        unique(root.tables("packages"), "name", "package");
        unique(root.tables("dependencies"), "pack", "dependency");
        unique(root.tables("variables"), "name", "variable");
        unique(root.tables("templates"), "name", "template");
        outputs(root.tables("templates"));
        forEach(root);
        itself(root);
        archetype(root);
        hooks(root);
        for (TomlTable variable : root.tables("variables")) {
            Problems own = new Problems();
            new VariableChecks(places, own).check(variable, true);
            problems.addAll(own.list());
        }
    }

    private void hooks(TomlTable root) {
        long longest = Hook.LONGEST_TIMEOUT.toSeconds();
        // No lambda: every manifest comes by here, and linking the first one costs a cold run.
        Optional<TomlTable> hooks = root.table("hooks");
        for (TomlTable hook : hooks.isPresent() ? hooks.get().tables("post_generate") : List.<TomlTable>of()) {
            Optional<Long> timeout = hook.integer("timeout");
            if (timeout.isPresent() && timeout.get() > longest) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_INVALID_VALUE,
                                places.of(hook.pathOf("timeout")),
                                "`" + timeout.get() + "` seconds are more than a hook may take")
                        .help("at most " + longest));
            }
        }
    }

    private void unique(List<TomlTable> tables, String key, String noun) {
        Map<String, String> first = new HashMap<>();
        for (TomlTable table : tables) {
            Optional<String> name = table.text(key);
            String other = name.isEmpty() ? null : first.putIfAbsent(LookalikeNames.key(name.get()), table.pathOf(key));
            if (other != null) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_DUPLICATE,
                                places.of(table.pathOf(key)),
                                "the " + noun + " `" + name.orElse("") + "` is there already")
                        .help("the first one is at " + places.of(other)));
            }
        }
    }

    /** Two templates that write one file: it would depend on their order which text survives. */
    private void outputs(List<TomlTable> templates) {
        Map<String, String> first = new HashMap<>();
        for (TomlTable template : templates) {
            Optional<String> output = template.text("output");
            if (output.isEmpty() || template.text("for_each").isPresent()) {
                continue;
            }
            String path = template.pathOf("output");
            String other = first.putIfAbsent(LookalikeNames.key(output.get()), path);
            if (other != null) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_DUPLICATE,
                                places.of(path),
                                "another template writes `" + output.get() + "` too")
                        .help("the first one is at " + places.of(other)
                                + "; make them one template, with `th:if` around what differs"));
            }
        }
    }

    private void forEach(TomlTable root) {
        List<String> lists = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (TomlTable variable : root.tables("variables")) {
            Optional<String> name = variable.text("name");
            if (name.isPresent()) {
                names.add(name.get());
                if (variable.text("type").equals(Optional.of("list"))) {
                    lists.add(name.get());
                }
            }
        }
        Optional<TomlTable> table = root.table("sparql_queries");
        List<String> queries =
                table.isPresent() ? List.copyOf(table.get().values().keySet()) : List.of();
        for (TomlTable template : root.tables("templates")) {
            Optional<String> text = template.text("for_each");
            if (text.isPresent() && TextKind.FOR_EACH.fault(text.get()).isEmpty()) {
                ForEach each = ManifestMapper.forEach(text.get());
                source(template, each, lists, queries);
                item(template, each, names);
            }
        }
    }

    private void source(TomlTable template, ForEach each, List<String> lists, List<String> queries) {
        List<String> known = each.query() ? queries : lists;
        if (!known.contains(each.from())) {
            Problem problem = Problem.at(
                    ProblemCode.MANIFEST_INVALID_VALUE,
                    places.of(template.pathOf("for_each")),
                    "`" + each.from() + "` is not a "
                            + (each.query() ? "query of `[sparql_queries]`" : "variable of type `list`"));
            problems.add(problem.help(Nearest.question(each.from(), known).orElse(all(known))));
        }
    }

    private static String all(List<String> known) {
        return known.isEmpty() ? "there is none yet" : "there are `" + String.join("`, `", known) + "`";
    }

    private void item(TomlTable template, ForEach each, List<String> names) {
        if (names.contains(each.item()) || VariableNames.fault(each.item()).isPresent()) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_INVALID_VALUE,
                            places.of(template.pathOf("for_each")),
                            "the item `" + each.item() + "` has the name of a variable")
                    .help("choose another name for the item"));
        }
        Optional<String> output = template.text("output");
        if (output.isPresent() && !mentions(output.get(), each.item())) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_INVALID_VALUE,
                            places.of(template.pathOf("output")),
                            "`" + output.get() + "` is the same path for each `" + each.item() + "`")
                    .help("use the item in it, as in `[(${" + each.item() + ".name})].txt`"));
        }
    }

    private static boolean mentions(String output, String item) {
        return Pattern.compile("\\b" + Pattern.quote(item) + "\\b")
                        .matcher(output)
                        .find()
                && !OutputText.isLiteral(output);
    }

    private void itself(TomlTable root) {
        Optional<TomlTable> pack = root.table("pack");
        String name = pack.isEmpty()
                ? ":"
                : pack.get().text("group").orElse("") + ":"
                        + pack.get().text("id").orElse("");
        for (TomlTable dependency : root.tables("dependencies")) {
            if (dependency.text("pack").equals(Optional.of(name))) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_INVALID_VALUE,
                                places.of(dependency.pathOf("pack")),
                                "the pack `" + name + "` depends on itself")
                        .help("delete the dependency"));
            }
        }
    }

    /** An archetype makes all files: whatever else would make some has no place beside it. */
    private void archetype(TomlTable root) {
        Optional<TomlTable> table = root.table("archetype");
        if (table.isEmpty()) {
            return;
        }
        for (String key : List.of("templates", "files", "packages", "dependencies", "compose", "hooks")) {
            if (root.value(key).isPresent()) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_INVALID_VALUE,
                                places.key(key),
                                "a pack with `[archetype]` has no `" + key + "` of its own")
                        .help("the archetype makes all files; put `" + key + "` into another pack"));
            }
        }
        Optional<String> jar = table.get().text("jar");
        if (jar.isPresent() && !jar.get().endsWith(".jar")) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_INVALID_VALUE,
                            places.of(table.get().pathOf("jar")),
                            "`" + jar.get() + "` is not the path of a jar")
                    .help("as in `archetype/maven-archetype-quickstart-1.5.jar`"));
        }
        properties(root, table.get());
    }

    private void properties(TomlTable root, TomlTable archetype) {
        Optional<TomlTable> renamed = archetype.table("properties");
        if (renamed.isEmpty()) {
            return;
        }
        List<String> variables = new ArrayList<>();
        for (TomlTable variable : root.tables("variables")) {
            variable.text("name").ifPresent(variables::add);
        }
        Map<Object, String> first = new HashMap<>();
        for (String variable : variables) {
            if (renamed.get().value(variable).isEmpty()) {
                first.put(variable, variable);
            }
        }
        for (Map.Entry<String, Object> entry : renamed.get().values().entrySet()) {
            if (!variables.contains(entry.getKey())) {
                Problem problem = Problem.at(
                        ProblemCode.MANIFEST_INVALID_VALUE,
                        places.key(renamed.get().pathOf(entry.getKey())),
                        "`" + entry.getKey() + "` is not a variable of the pack");
                problems.add(
                        problem.help(Nearest.question(entry.getKey(), variables).orElse(all(variables))));
            }
            String other = first.putIfAbsent(entry.getValue(), entry.getKey());
            if (other != null) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_DUPLICATE,
                                places.of(renamed.get().pathOf(entry.getKey())),
                                "the property `" + entry.getValue() + "` has the variable `" + other + "` already")
                        .help("each property of the archetype has one variable"));
            }
        }
    }
}
