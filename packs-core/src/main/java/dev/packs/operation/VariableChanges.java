package dev.packs.operation;

import dev.packs.pack.VariableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What changed about the values that a pack takes: less is major, more is minor. */
final class VariableChanges {

    /** What nobody has to give, because Packs finds it out. */
    private static final Set<String> DETECTED = Set.of("project_name", "author", "year", "timestamp", "packs_version");

    private final List<PackChange> changes = new ArrayList<>();

    private VariableChanges() {}

    static List<PackChange> between(List<VariableDefinition> before, List<VariableDefinition> after) {
        VariableChanges found = new VariableChanges();
        found.compare("the variable `", before, after);
        return found.changes;
    }

    /** @param prefix what is before the name: fields of an object have that of the object */
    private void compare(String prefix, List<VariableDefinition> before, List<VariableDefinition> after) {
        Map<String, VariableDefinition> old = byName(before);
        Map<String, VariableDefinition> now = byName(after);
        old.forEach((name, variable) -> {
            if (!now.containsKey(name)) {
                changes.add(PackChange.major(prefix + name + "` is gone"));
            }
        });
        now.forEach((name, variable) -> {
            VariableDefinition was = old.get(name);
            if (was != null) {
                compare(prefix + name + "`", was, variable);
            } else if (mustBeGiven(variable)) {
                changes.add(PackChange.major(prefix + name + "` is new, and has to be given"));
            } else {
                changes.add(PackChange.minor(prefix + name + "` is new"));
            }
        });
    }

    private static Map<String, VariableDefinition> byName(List<VariableDefinition> variables) {
        Map<String, VariableDefinition> named = new LinkedHashMap<>();
        variables.forEach(variable -> named.put(variable.name(), variable));
        return named;
    }

    private static boolean mustBeGiven(VariableDefinition variable) {
        return variable.required() && variable.defaultValue().isEmpty() && !DETECTED.contains(variable.name());
    }

    private void compare(String name, VariableDefinition before, VariableDefinition after) {
        if (before.type() != after.type()) {
            changes.add(PackChange.major(name + " was of type `" + before.type().key() + "` and is of type `"
                    + after.type().key() + "`"));
            return;
        }
        if (mustBeGiven(before) != mustBeGiven(after)) {
            changes.add(
                    mustBeGiven(after)
                            ? PackChange.major(name + " has to be given now")
                            : PackChange.minor(name + " need not be given any more"));
        }
        options(name, before.options(), after.options());
        pattern(name, before.pattern(), after.pattern());
        bound(name, "least", before.min(), after.min(), 1);
        bound(name, "greatest", before.max(), after.max(), -1);
        if (!before.defaultValue().equals(after.defaultValue()) && mustBeGiven(before) == mustBeGiven(after)) {
            changes.add(PackChange.minor(name + " has the default " + shown(after.defaultValue()) + ", which was "
                    + shown(before.defaultValue())));
        }
        if (!before.when().equals(after.when())) {
            changes.add(PackChange.minor(
                    name + " counts where " + shown(after.when()) + ", which was " + shown(before.when())));
        }
        if (before.secret() != after.secret()) {
            changes.add(PackChange.minor(name + (after.secret() ? " is secret now" : " is secret no more")));
        }
        if (!before.description().equals(after.description())
                || !before.example().equals(after.example())
                || !before.group().equals(after.group())) {
            changes.add(PackChange.patch(name + " is described otherwise"));
        }
        items(name, before.items(), after.items());
        compare(
                "the field `" + name.substring(name.indexOf('`') + 1, name.length() - 1) + ".",
                before.fields(),
                after.fields());
    }

    private static String shown(Optional<?> value) {
        return value.map(present -> "`" + present + "`").orElse("none");
    }

    private void items(String name, Optional<VariableDefinition> before, Optional<VariableDefinition> after) {
        if (before.isPresent() && after.isPresent()) {
            compare(name.substring(0, name.length() - 1) + "[]`", before.get(), after.get());
        } else if (after.isPresent()) {
            changes.add(PackChange.major(name + " says now what its items are"));
        } else if (before.isPresent()) {
            changes.add(PackChange.minor(name + " takes any items now"));
        }
    }

    private void options(String name, List<Object> before, List<Object> after) {
        if (before.isEmpty() || after.isEmpty()) {
            if (!after.isEmpty()) {
                changes.add(PackChange.major(name + " takes only `" + words(after) + "` now"));
            } else if (!before.isEmpty()) {
                changes.add(PackChange.minor(name + " takes any value now"));
            }
            return;
        }
        for (Object option : before) {
            if (!after.contains(option)) {
                changes.add(PackChange.major(name + " has no option `" + option + "` any more"));
            }
        }
        for (Object option : after) {
            if (!before.contains(option)) {
                changes.add(PackChange.minor(name + " has the new option `" + option + "`"));
            }
        }
    }

    private static String words(List<Object> options) {
        return String.join("`, `", options.stream().map(String::valueOf).toList());
    }

    /** Whether one pattern takes all that another takes cannot be told of patterns in general, so that any other one counts as narrower. */
    private void pattern(String name, Optional<String> before, Optional<String> after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (after.isEmpty()) {
            changes.add(PackChange.minor(name + " has no pattern any more"));
        } else {
            changes.add(PackChange.major(name + " has the pattern `" + after.get() + "`, which was " + shown(before)
                    + ", and may refuse what was taken"));
        }
    }

    /** @param narrower the sign of a change that takes less */
    private void bound(String name, String which, Optional<Long> before, Optional<Long> after, int narrower) {
        if (before.equals(after)) {
            return;
        }
        boolean less = after.isPresent() && (before.isEmpty() || Long.compare(after.get(), before.get()) == narrower);
        String text = name + " has the " + which + " value or size " + shown(after) + ", which was " + shown(before);
        changes.add(less ? PackChange.major(text) : PackChange.minor(text));
    }
}
