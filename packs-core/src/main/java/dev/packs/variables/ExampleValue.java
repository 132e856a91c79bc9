package dev.packs.variables;

import dev.packs.manifest.BoundedPattern;
import dev.packs.manifest.TomlText;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import dev.packs.terminal.ShellText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** A good value of a variable, as somebody would write it. */
public final class ExampleValue {

    private static final String TEXT = "…";

    /** Characters that a pattern may read of one text: an honest one reads each of at most twenty a few times. */
    private static final int MOST_STEPS = 2_000;

    /** The first that fits is the example. */
    private static final List<String> TEXTS = List.of(
            "my-app",
            "com.acme",
            "app",
            "App",
            "MyApp",
            "APP",
            "my_app",
            "1.0.0",
            "1.0",
            "17",
            "1",
            "true",
            "a",
            "A",
            "2026-01-01",
            "me@example.org",
            "https://example.org",
            "/app",
            "12345",
            "abcdef");

    private ExampleValue() {}

    /** The definition's own example, else the first option, else its plain default, else one made from type and bounds. */
    static Object of(VariableDefinition variable) {
        if (variable.example().isPresent()) {
            return variable.example().get();
        }
        if (!variable.options().isEmpty()) {
            return variable.options().get(0);
        }
        Optional<Object> plain = variable.defaultValue().filter(value -> !Defaults.isExpression(value));
        return plain.orElseGet(() -> made(variable));
    }

    private static Object made(VariableDefinition variable) {
        return switch (variable.type()) {
            case STRING -> fitting(variable).orElse(TEXT);
            case PATH -> "some/folder";
            case BOOLEAN -> true;
            case INTEGER -> variable.min().or(variable::max).orElse(1L);
            case LIST -> variable.items().map(item -> List.of(of(item))).orElse(List.of(TEXT));
            case OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (VariableDefinition field : variable.fields()) {
                    if (field.required() || fields.isEmpty()) {
                        fields.put(field.name(), of(field));
                    }
                }
                yield fields;
            }
        };
    }

    /** A text that a pattern lets through, if one of those that people mostly mean does. */
    private static Optional<String> fitting(VariableDefinition variable) {
        if (variable.pattern().isEmpty()) {
            return Optional.empty();
        }
        for (String text : TEXTS) {
            try {
                if (BoundedPattern.matches(variable.pattern().get(), text, MOST_STEPS)
                        .orElse(false)) {
                    return Optional.of(text);
                }
            } catch (PatternSyntaxException wrong) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * {@code -Dvar.port=8080}, in quotes where the shell needs them; for a variable that says nothing of its values, one made of its name. Empty where no such argument can say it.
     */
    public static Optional<String> argument(VariableDefinition variable, ShellText shell) {
        boolean isAny = of(variable).equals(TEXT) && variable.pattern().isEmpty();
        return isAny
                ? shell.quote("-Dvar." + variable.name() + "=my-"
                        + variable.name().replace('_', '-').toLowerCase(Locale.ROOT))
                : property(variable, shell);
    }

    /** {@code -Dvar.port=8080}, or the lines of an answers file where no such property can say it. */
    static String howToGive(VariableDefinition variable) {
        return property(variable, ShellText.here())
                .map(argument -> "add `" + argument + "`")
                .orElse("write `" + toml(variable) + "` into a file and add `-Dpacks.answers=<that file>`");
    }

    /** {@code <port>8080</port>}, or the lines of an answers file where no element can say it. */
    static String howToDeclare(VariableDefinition variable) {
        String name = variable.name();
        return fitsCommandLine(variable)
                ? "add `<" + name + ">" + plainText(of(variable)) + "</" + name + ">` to its `<variables>` in the pom"
                : "write `" + toml(variable) + "` into a file and name it in its `<answers>` in the pom";
    }

    /** How the place that gave a wrong value spells a good one. */
    static String likeGiven(VariableDefinition variable, boolean text) {
        if (!text) {
            return "`" + toml(variable) + "`";
        }
        return fitsCommandLine(variable)
                ? "`" + plainText(of(variable)) + "`"
                : "`" + toml(variable) + "` in a file that `-Dpacks.answers` names";
    }

    /** Whether one property can say it. */
    public static boolean fitsCommandLine(VariableDefinition variable) {
        return variable.type() != VariableType.OBJECT
                && (variable.type() != VariableType.LIST
                        || variable.items().map(ExampleValue::isScalar).orElse(true));
    }

    private static boolean isScalar(VariableDefinition variable) {
        return variable.type() != VariableType.OBJECT && variable.type() != VariableType.LIST;
    }

    private static Optional<String> property(VariableDefinition variable, ShellText shell) {
        return fitsCommandLine(variable)
                ? shell.quote("-Dvar." + variable.name() + "=" + plainText(of(variable)))
                : Optional.empty();
    }

    static String plainText(Object value) {
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            for (Object item : list) {
                items.add(String.valueOf(item));
            }
            return String.join(",", items);
        }
        return String.valueOf(value);
    }

    static String toml(VariableDefinition variable) {
        return variable.name() + " = " + TomlText.inline(of(variable));
    }
}
