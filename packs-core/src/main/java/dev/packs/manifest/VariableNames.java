package dev.packs.manifest;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names a variable may have. */
final class VariableNames {

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** Templates see these beside the variables; an answers file keeps {@code for} for the values of one pack. */
    private static final Set<String> TAKEN = Set.of("packages", "pack", "for");

    private static final Set<String> OPERATORS = Set.of(
            "and", "or", "not", "eq", "ne", "neq", "lt", "gt", "le", "ge", "div", "mod", "true", "false", "null");

    private VariableNames() {}

    static Optional<Fault> fault(String name) {
        if (!SYNTAX.matcher(name).matches()) {
            return Optional.of(Fault.of(
                    "`" + name + "` is not a variable's name",
                    "a letter, then letters, digits and `_`, as in `project_name`"));
        }
        if (TAKEN.contains(name)) {
            return Optional.of(
                    Fault.of("the name `" + name + "` is reserved", "choose another name, as `my_" + name + "`"));
        }
        return OPERATORS.contains(name)
                ? Optional.of(Fault.of(
                        "`" + name + "` is a word of the expression language",
                        "choose another name, as `is_" + name + "`"))
                : Optional.empty();
    }
}
