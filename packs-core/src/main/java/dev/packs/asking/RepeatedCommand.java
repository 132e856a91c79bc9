package dev.packs.asking;

import dev.packs.manifest.AnswersWriter;
import dev.packs.pack.PackArchetype;
import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import dev.packs.terminal.ShellText;
import dev.packs.variables.SpelledValue;
import dev.packs.variables.ValueSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The command that does the same again without a question.
 *
 * @param start the command up to its goal: {@code mvn packs:generate}
 * @param properties the user's {@code -D} properties
 */
public record RepeatedCommand(String start, Map<String, String> properties, ShellText shell) {

    private static final String ANSWERS = "packs.answers";

    /**
     * The command, what it leaves out, and the file that it may need.
     *
     * @param name of the project, where that was asked for
     */
    public List<String> lines(Optional<String> name, AskedValues values) {
        Map<String, Object> common = new LinkedHashMap<>();
        Map<String, Map<String, Object>> byPack = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        Set<String> secrets = new TreeSet<>();
        for (AskedValues.Each each : values.each()) {
            String id = each.pack().id().name().id();
            boolean only = values.isOnlyOne(each.variable());
            String key = "var." + (only ? "" : id + ".") + each.variable().name();
            if (each.value() == null || each.source() == ValueSource.DEFAULT) {
                continue;
            }
            if (each.secret()) {
                if (each.source() == ValueSource.PROMPT || isFromCommandLine(each.source())) {
                    secrets.add(key);
                }
            } else if (each.source() == ValueSource.PROMPT) {
                Optional<String> text = SpelledValue.of(each.variable(), each.value());
                if (text.isPresent() && argument(key, text.get()).isPresent()) {
                    answers.put(key, text.get());
                } else {
                    (only ? common : byPack.computeIfAbsent(id, pack -> new LinkedHashMap<>()))
                            .put(each.variable().name(), each.value());
                }
            }
        }
        boolean file = !common.isEmpty() || !byPack.isEmpty();
        List<String> lines = new ArrayList<>(List.of("", "The same without questions:"));
        Set<String> unquoted = new TreeSet<>();
        lines.add("  " + command(given(name, values, file), answers, unquoted));
        if (!unquoted.isEmpty()) {
            lines.add(
                    "It leaves out what no quotes hold in this shell: add -D" + String.join("=…, -D", unquoted) + "=…");
        }
        if (!secrets.isEmpty()) {
            lines.add(
                    "It leaves out what is secret and stored nowhere: add -D" + String.join("=…, -D", secrets) + "=…");
        }
        if (file) {
            lines.add("where `" + answersFile() + (properties.containsKey(ANSWERS) ? "` also holds:" : "` holds:"));
            AnswersWriter.write(common, byPack).lines().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    /** What asks by its being there, or by a value; a digest in the value's place asks nobody. */
    private static boolean isAsking(Map.Entry<String, String> property) {
        return property.getKey().equals("packs.interactive")
                || (property.getKey().equals("packs.hooks")
                        && property.getValue().strip().equals("run"));
    }

    private static boolean isFromCommandLine(ValueSource source) {
        return source == ValueSource.COMMAND_LINE || source == ValueSource.COMMAND_LINE_SCOPED;
    }

    private String answersFile() {
        return properties.getOrDefault(ANSWERS, "answers.toml");
    }

    /** What was typed, without what asks and what is secret. */
    private Map<String, String> given(Optional<String> name, AskedValues values, boolean file) {
        Map<String, String> given = new TreeMap<>();
        Set<String> secrets = secrets(values);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String key = property.getKey();
            boolean ours = key.equals("name")
                    || key.startsWith("packs.")
                    || key.startsWith("var.")
                    || archetypeProperties(values).contains(key);
            if (ours && !secrets.contains(key) && !isAsking(property)) {
                given.put(key, property.getValue());
            }
        }
        name.ifPresent(text -> given.put("name", text));
        if (file) {
            given.put(ANSWERS, answersFile());
        }
        return given;
    }

    /** @param unquoted gets the keys of what cannot be shown */
    private String command(Map<String, String> given, Map<String, String> answers, Set<String> unquoted) {
        Map<String, String> all = new LinkedHashMap<>();
        Optional.ofNullable(properties.get("pack")).ifPresent(pack -> all.put("pack", pack));
        all.putAll(given);
        all.putAll(answers);
        StringBuilder command = new StringBuilder(start);
        all.forEach((key, value) -> {
            Optional<String> argument = argument(key, value);
            if (argument.isPresent()) {
                command.append(' ').append(argument.get());
            } else {
                unquoted.add(key);
            }
        });
        return command.toString();
    }

    private Optional<String> argument(String key, String value) {
        return shell.quote("-D" + key + "=" + value);
    }

    /** Every property that may say a secret; for an archetype that is also what it calls the variable itself. */
    private static Set<String> secrets(AskedValues values) {
        Set<String> keys = new TreeSet<>();
        for (AskedValues.Each each : values.each()) {
            if (each.secret()) {
                String name = each.variable().name();
                keys.add("var." + name);
                keys.add("var." + each.pack().id().name().id() + "." + name);
                each.pack().archetype().ifPresent(archetype -> keys.add(archetype.propertyOf(name)));
            }
        }
        return keys;
    }

    /** What {@code archetype:generate} would take as {@code -DPROPERTY}. */
    private static Set<String> archetypeProperties(AskedValues values) {
        Set<String> properties = new TreeSet<>();
        for (PackManifest manifest : values.manifests()) {
            Optional<PackArchetype> archetype = manifest.archetype();
            if (archetype.isPresent()) {
                for (VariableDefinition variable : manifest.variables()) {
                    properties.add(archetype.get().propertyOf(variable.name()));
                }
            }
        }
        return properties;
    }
}
