package dev.packs.manifest;

import dev.packs.io.RelativePath;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a plain value against what a variable takes. */
public final class ValueCheck {

    private static final int MOST_STEPS = 1_000_000;

    private ValueCheck() {}

    /** What is wrong with the value, each as a clause that follows the value's name: {@code is the integer `3`, not a string}. */
    public static List<String> faults(VariableDefinition variable, Object value) {
        List<String> faults = new ArrayList<>();
        check(variable, value, "", faults);
        return faults;
    }

    private static void check(VariableDefinition variable, Object value, String at, List<String> faults) {
        if (!isOf(variable.type(), value)) {
            faults.add(at + "is " + PlainTypes.noun(value) + ", not " + noun(variable.type()));
            return;
        }
        if (!variable.options().isEmpty() && !variable.options().contains(value)) {
            faults.add(at + "is " + PlainTypes.noun(value) + ", not one of " + TomlText.inline(variable.options()));
        }
        Optional<Long> size = size(value);
        if (size.isPresent()) {
            range(variable, value, size.get(), at, faults);
        }
        if (value instanceof String text) {
            text(variable, text, at, faults);
        } else if (value instanceof List<?> list && variable.items().isPresent()) {
            for (int i = 0; i < list.size(); i++) {
                check(variable.items().get(), list.get(i), at + "item " + (i + 1) + " ", faults);
            }
        } else if (value instanceof Map<?, ?> object) {
            fields(variable, object, at, faults);
        }
    }

    private static boolean isOf(VariableType type, Object value) {
        return switch (type) {
            case STRING, PATH -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case BOOLEAN -> value instanceof Boolean;
            case LIST -> value instanceof List;
            case OBJECT -> value instanceof Map;
        };
    }

    private static String noun(VariableType type) {
        return switch (type) {
            case INTEGER, OBJECT -> "an " + type.key();
            case STRING, BOOLEAN, PATH, LIST -> "a " + type.key();
        };
    }

    private static Optional<Long> size(Object value) {
        if (value instanceof Long number) {
            return Optional.of(number);
        }
        if (value instanceof String text) {
            return Optional.of((long) text.codePointCount(0, text.length()));
        }
        return value instanceof List<?> list ? Optional.of((long) list.size()) : Optional.empty();
    }

    private static void range(VariableDefinition variable, Object value, long size, String at, List<String> faults) {
        String unit = value instanceof String ? " characters" : value instanceof List ? " items" : "";
        String has = unit.isEmpty() ? "is " : "has ";
        if (variable.min().isPresent() && size < variable.min().get()) {
            faults.add(at + has + size + unit + ", less than " + variable.min().get());
        }
        if (variable.max().isPresent() && size > variable.max().get()) {
            faults.add(at + has + size + unit + ", more than " + variable.max().get());
        }
    }

    private static void text(VariableDefinition variable, String text, String at, List<String> faults) {
        if (variable.type() == VariableType.PATH) {
            Optional<String> reason = RelativePath.fault(text);
            if (reason.isPresent()) {
                faults.add(at + "is " + PlainTypes.noun(text) + ", not a path inside the output: " + reason.get());
            }
        }
        if (variable.pattern().isPresent()) {
            String pattern = variable.pattern().get();
            Optional<Boolean> matches = BoundedPattern.matches(pattern, text, MOST_STEPS);
            if (matches.isEmpty()) {
                faults.add(at + "is " + PlainTypes.noun(text) + ", and whether it matches `" + pattern
                        + "` takes too many steps to tell: a repetition inside a repetition, as in `(a+)+`, is the usual"
                        + " reason");
            } else if (!matches.get()) {
                faults.add(at + "is " + PlainTypes.noun(text) + ", which does not match `" + pattern + "`");
            }
        }
    }

    private static void fields(VariableDefinition variable, Map<?, ?> object, String at, List<String> faults) {
        for (VariableDefinition field : variable.fields()) {
            Object value = object.get(field.name());
            if (value != null) {
                check(field, value, at + "field `" + field.name() + "` ", faults);
            } else if (field.required() && field.defaultValue().isEmpty()) {
                faults.add(at + "has no field `" + field.name() + "`");
            }
        }
        for (Object name : object.keySet()) {
            if (variable.fields().stream().noneMatch(field -> field.name().equals(name))) {
                faults.add(at + "has a field `" + name + "`, which is not among its fields");
            }
        }
    }
}
