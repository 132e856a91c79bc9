package dev.packs.variables;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import dev.packs.manifest.BoundedPattern;
import dev.packs.manifest.TomlText;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds one given value against its definition, part by part, and collects everything that is wrong with it. */
final class ValueCheck {

    static final int LONGEST_MATCHED = 10_000;
    private static final int MOST_STEPS = 2_000_000;

    private final GivenValue given;
    private final boolean secret;
    private final List<Problem> problems = new ArrayList<>();

    /** @param secret whether no message may show the value */
    ValueCheck(GivenValue given, boolean secret) {
        this.given = given;
        this.secret = secret;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The value as templates get it: a deep copy of plain types. Means nothing where {@link #problems()} has some. */
    @Nullable
    Object check(VariableDefinition variable, @Nullable Object value) {
        Object typed = given.text() && value instanceof String text ? TextValue.read(variable, text) : value;
        return part(variable, typed, variable.name());
    }

    private @Nullable Object part(VariableDefinition variable, @Nullable Object value, String path) {
        Optional<String> wrong = wrongType(variable.type(), value);
        if (wrong.isPresent() || value == null) {
            reject(variable, value, path, wrong.orElse("it has no value"));
            return null;
        }
        Object copy = copy(variable, value, path);
        if (!variable.options().isEmpty() && !variable.options().contains(copy)) {
            rejectOption(variable, copy, path);
        } else {
            Optional<String> reason = bounds(variable, copy);
            if (reason.isEmpty()) {
                reason = pattern(variable, copy, path);
            }
            if (reason.isPresent()) {
                reject(variable, value, path, reason.get());
            }
        }
        return copy;
    }

    private static Optional<String> wrongType(VariableType type, @Nullable Object value) {
        boolean right = switch (type) {
            case STRING, PATH -> value instanceof String;
            case INTEGER -> isLong(value);
            case BOOLEAN -> value instanceof Boolean;
            case LIST -> value instanceof List;
            case OBJECT -> value instanceof Map;
        };
        return right
                ? Optional.empty()
                : Optional.of(
                        switch (type) {
                            case STRING, PATH -> "it is not a string";
                            case INTEGER -> "it is not an integer";
                            case BOOLEAN -> "it is neither `true` nor `false`";
                            case LIST -> "it is not a list";
                            case OBJECT -> "it is not an object";
                        });
    }

    private static boolean isLong(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || (value instanceof BigInteger big && big.bitLength() < Long.SIZE);
    }

    private Object copy(VariableDefinition variable, Object value, String path) {
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                Object item = variable.items().isPresent()
                        ? part(variable.items().get(), list.get(i), path + "[" + i + "]")
                        : plain(list.get(i));
                items.add(item);
            }
            return Collections.unmodifiableList(items);
        }
        if (value instanceof Map<?, ?> map) {
            return variable.fields().isEmpty() ? plain(map) : object(variable, map, path);
        }
        return value instanceof String || value instanceof Boolean ? value : (Object) ((Number) value).longValue();
    }

    /** A value without definition of its parts, copied. */
    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (Object item : list) {
                items.add(plain(item));
            }
            return Collections.unmodifiableList(items);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                fields.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
            }
            return Collections.unmodifiableMap(fields);
        }
        if (value instanceof Boolean) {
            return value;
        }
        return isLong(value) ? (Object) ((Number) value).longValue() : String.valueOf(value);
    }

    private Map<String, Object> object(VariableDefinition variable, Map<?, ?> given, String path) {
        Set<String> known = new LinkedHashSet<>();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (VariableDefinition field : variable.fields()) {
            known.add(field.name());
            Object value = given.get(field.name());
            String where = path + "." + field.name();
            if (value != null) {
                fields.put(field.name(), part(field, value, where));
                continue;
            }
            Optional<Object> standard = field.defaultValue();
            if (standard.isPresent()) {
                fields.put(field.name(), part(field, standard.get(), where));
            } else {
                if (field.required()) {
                    problems.add(Problem.at(
                                    ProblemCode.VARIABLE_MISSING,
                                    this.given.placeOf(path),
                                    "`" + where + "` is missing")
                            .help("add `" + ExampleValue.toml(field) + "`"));
                }
                fields.put(field.name(), null);
            }
        }
        for (Object key : given.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                problems.add(Problem.at(
                                ProblemCode.VARIABLE_UNKNOWN,
                                this.given.placeOf(path + "." + key),
                                "`" + path + "` has no field `" + key + "`")
                        .help(Nearest.question(String.valueOf(key), known).orElse("its fields are " + quoted(known))));
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static Optional<String> bounds(VariableDefinition variable, Object value) {
        long size;
        String unit;
        if (value instanceof Long number) {
            size = number;
            unit = "";
        } else if (value instanceof String text) {
            size = text.codePointCount(0, text.length());
            unit = " characters";
        } else if (value instanceof List<?> list) {
            size = list.size();
            unit = " items";
        } else {
            return Optional.empty();
        }
        String has = unit.isEmpty() ? "it is " : "it has ";
        if (variable.min().isPresent() && size < variable.min().get()) {
            return Optional.of(has + "less than " + variable.min().get() + unit);
        }
        return variable.max().isPresent() && size > variable.max().get()
                ? Optional.of(has + "more than " + variable.max().get() + unit)
                : Optional.empty();
    }

    private Optional<String> pattern(VariableDefinition variable, Object value, String path) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        if (variable.type() == VariableType.PATH) {
            Optional<String> fault = RelativePath.fault(text);
            if (fault.isPresent()) {
                return Optional.of("it is no path inside the project (" + fault.get() + ")");
            }
        }
        if (variable.pattern().isEmpty()) {
            return Optional.empty();
        }
        String pattern = variable.pattern().get();
        if (text.length() > LONGEST_MATCHED) {
            addLimit(
                    path,
                    "a text of " + text.length() + " characters is too long to be matched against a pattern",
                    "at most " + LONGEST_MATCHED + " characters are");
            return Optional.empty();
        }
        Optional<Boolean> matches = BoundedPattern.matches(pattern, text, MOST_STEPS);
        if (matches.isEmpty()) {
            addLimit(
                    path,
                    "the pattern `" + pattern + "` takes too many steps",
                    "a repetition inside a repetition, as in `(a+)+`, is the usual reason: write it as one");
        }
        return matches.orElse(true) ? Optional.empty() : Optional.of("it does not match `" + pattern + "`");
    }

    private void addLimit(String path, String message, String help) {
        problems.add(Problem.at(ProblemCode.LIMIT_EXCEEDED, given.placeOf(path), "`" + path + "`: " + message)
                .help(help));
    }

    private void rejectOption(VariableDefinition variable, Object value, String path) {
        List<String> options = new ArrayList<>();
        for (Object option : variable.options()) {
            options.add(String.valueOf(option));
        }
        Optional<String> nearest = secret ? Optional.empty() : Nearest.question(String.valueOf(value), options);
        problems.add(Problem.at(
                        ProblemCode.VARIABLE_INVALID,
                        given.placeOf(path),
                        subject(value, path) + ": it is not an option")
                .help(nearest.map(question -> question + " The options are ").orElse("the options are ")
                        + quoted(options)));
    }

    private void reject(VariableDefinition variable, @Nullable Object value, String path, String reason) {
        problems.add(Problem.at(ProblemCode.VARIABLE_INVALID, given.placeOf(path), subject(value, path) + ": " + reason)
                .help("a good value: " + ExampleValue.likeGiven(variable, given.text())));
    }

    private String subject(@Nullable Object value, String path) {
        return secret || value == null
                ? "`" + path + "` has a wrong value"
                : "`" + path + "` cannot be `" + shortened(value) + "`";
    }

    private static String shortened(Object value) {
        String text = value instanceof String string ? string : TomlText.inline(value);
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    private static String quoted(Iterable<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }
}
