package dev.packs.pack;

import java.util.List;
import java.util.Optional;

/**
 * A value that a pack asks for.
 *
 * @param name a letter, then letters, digits and {@code _}; for what a list holds, the list's own name
 * @param defaultValue a plain value ({@code String}, {@code Long}, {@code Boolean}, {@code List}, {@code Map}) of the type, or a string {@code ${…}}: an expression over the variables before it
 * @param options the only values allowed; empty: any
 * @param pattern a regular expression that a whole string must match
 * @param min the least integer, or the least number of characters or items
 * @param max the greatest integer, or the greatest number of characters or items, inclusive
 * @param when an expression over the variables before it; where it is false, the variable has its default, or null
 * @param secret its value never reaches logs, JSON, answers or reports
 * @param items what the items of a list are
 * @param fields what an object consists of
 */
public record VariableDefinition(
        String name,
        VariableType type,
        Optional<Object> defaultValue,
        Optional<String> description,
        boolean required,
        List<Object> options,
        Optional<String> pattern,
        Optional<Long> min,
        Optional<Long> max,
        Optional<Object> example,
        Optional<String> group,
        Optional<String> when,
        boolean secret,
        Optional<VariableDefinition> items,
        List<VariableDefinition> fields) {

    public VariableDefinition {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }
}
