package dev.packs.operation;

import dev.packs.archetype.ArchetypeProperty;
import dev.packs.io.RefusedCharacters;
import dev.packs.manifest.TomlText;
import dev.packs.operation.ArchetypeFidelity.Finding;
import dev.packs.operation.ArchetypeFidelity.Kind;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A required property of an archetype as a variable of a pack: lines of its manifest, and what is to be said of it.
 *
 * @param name the variable's
 */
record ArchetypeVariable(String name, ArchetypeProperty property) {

    private static final int LONGEST_PATTERN = 500;
    private static final int LONGEST_SHOWN = 300;

    /** {@code true|false}, with or without brackets and anchors. */
    private static final Pattern BOOLEAN = Pattern.compile("\\^?\\(?(?:\\?:)?(?:true\\|false|false\\|true)\\)?\\$?");

    /** Words joined by bars, with or without brackets and anchors around all of them. */
    private static final Pattern WORDS =
            Pattern.compile("\\^?(?:\\((?:\\?:)?([\\w -]+(?:\\|[\\w -]+)+)\\)|([\\w-]+(?:\\|[\\w-]+)+))\\$?");

    private static final Map<String, String> MEANINGS = Map.of(
            "groupId", "The groupId of the project",
            "artifactId", "The artifactId of the project, and the name of its folder; -Dname says the same",
            "version", "The version of the project",
            "package", "The Java package of the project");

    private static final Map<String, String> EXAMPLES =
            Map.of("groupId", "com.acme", "artifactId", "my-app", "version", "1.0-SNAPSHOT", "package", "com.acme.app");

    /** Whether its value is {@code true} or {@code false}. */
    boolean isBoolean() {
        return property.validationRegex().isPresent()
                && BOOLEAN.matcher(property.validationRegex().get()).matches();
    }

    /** The default as the manifest can say it: plain text that the pack's own checks accept. */
    private Optional<String> plainDefault() {
        return property.defaultText()
                .filter(text -> !text.isEmpty()
                        && !isMade()
                        && RefusedCharacters.fault(text).isEmpty())
                .filter(this::isAccepted);
    }

    /** Whether the archetype makes the default out of other properties. */
    private boolean isMade() {
        return property.defaultText().isPresent()
                && property.defaultText().get().contains("${");
    }

    private boolean isAccepted(String value) {
        if (isBoolean()) {
            return value.equals("true") || value.equals("false");
        }
        Optional<String> pattern = pattern();
        return pattern.isEmpty() || Pattern.matches(pattern.get(), value);
    }

    /** The pattern, if it is one, and short enough. */
    private Optional<String> pattern() {
        return property.validationRegex().filter(regex -> wrongPattern(regex).isEmpty());
    }

    private static Optional<String> wrongPattern(String regex) {
        if (regex.length() > LONGEST_PATTERN) {
            return Optional.of("it is longer than " + LONGEST_PATTERN + " characters");
        }
        Optional<String> refused = RefusedCharacters.fault(regex);
        if (refused.isPresent()) {
            return Optional.of("it holds " + refused.get());
        }
        try {
            Pattern.compile(regex);
            return Optional.empty();
        } catch (PatternSyntaxException invalid) {
            return Optional.of("it is no regular expression");
        }
    }

    private List<Object> options() {
        List<Object> options = new ArrayList<>();
        if (property.validationRegex().isPresent() && !isBoolean()) {
            Matcher words = WORDS.matcher(property.validationRegex().get());
            if (words.matches()) {
                for (String word : (words.group(1) != null ? words.group(1) : words.group(2)).split("\\|", -1)) {
                    if (!options.contains(word)) {
                        options.add(word);
                    }
                }
            }
        }
        return options;
    }

    /** What {@link #toml} says. */
    VariableDefinition definition() {
        Optional<String> plain = plainDefault();
        List<Object> options = options();
        String example = EXAMPLES.get(property.key());
        return new VariableDefinition(
                name,
                isBoolean() ? VariableType.BOOLEAN : VariableType.STRING,
                plain.isPresent()
                        ? Optional.of(isBoolean() ? (Object) Boolean.valueOf(plain.get()) : plain.get())
                        : Optional.empty(),
                Optional.of(description()),
                plain.isEmpty()
                        && property.defaultText().orElse("").isEmpty()
                        && !property.key().equals("package"),
                options,
                options.isEmpty() && !isBoolean() ? pattern() : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                example != null && options.isEmpty() && isAccepted(example) ? Optional.of(example) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());
    }

    /** {@code [[variables]]} of the manifest. */
    String toml() {
        VariableDefinition variable = definition();
        StringBuilder text = new StringBuilder("\n[[variables]]\n");
        key(text, "name", name);
        key(text, "type", variable.type() == VariableType.BOOLEAN ? "boolean" : "string");
        key(text, "description", description());
        variable.defaultValue().ifPresent(value -> key(text, "default", value));
        if (variable.required()) {
            text.append("required = true\n");
        }
        if (!variable.options().isEmpty()) {
            key(text, "options", variable.options());
        }
        variable.pattern().ifPresent(pattern -> key(text, "pattern", pattern));
        variable.example().ifPresent(example -> key(text, "example", example));
        return text.toString();
    }

    private static void key(StringBuilder text, String key, Object value) {
        text.append(key).append(" = ").append(TomlText.inline(value)).append('\n');
    }

    private String description() {
        String meaning = MEANINGS.get(property.key());
        StringBuilder text = new StringBuilder(
                meaning == null ? "The archetype's property `" + shown(property.key()) + "`" : meaning);
        if (isMade()) {
            text.append("; where it is not given the archetype makes it of `")
                    .append(shown(property.defaultText().orElse("")))
                    .append('`');
        } else if (property.key().equals("package") && property.defaultText().isEmpty()) {
            text.append("; where it is not given the groupId");
        } else if (property.defaultText().isPresent()
                && !property.defaultText().get().isEmpty()
                && plainDefault().isEmpty()) {
            text.append("; where it is not given the archetype has a default that its own pattern refuses");
        }
        return text.toString();
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST_SHOWN); i++) {
            shown.append(RefusedCharacters.faultAt(text, i).isPresent() || text.charAt(i) < ' ' ? ' ' : text.charAt(i));
        }
        return text.length() > LONGEST_SHOWN ? shown + "…" : shown.toString();
    }

    /** What is to be said of it in the fidelity report. */
    void report(List<Finding> findings) {
        String subject = "property " + property.key();
        if (isMade()) {
            findings.add(new Finding(
                    Kind.EXACT,
                    subject,
                    "its default `" + shown(property.defaultText().orElse(""))
                            + "` is made by the archetype's own rules"));
        }
        if (property.validationRegex().isPresent()) {
            String regex = property.validationRegex().get();
            Optional<String> wrong = wrongPattern(regex);
            findings.add(
                    wrong.isEmpty()
                            ? new Finding(
                                    Kind.STRICTER,
                                    subject,
                                    "a value that you give must match `" + shown(regex)
                                            + "`; the original takes any with -B")
                            : new Finding(
                                    Kind.EXACT,
                                    subject,
                                    "its pattern is not checked, as with -B of the original: " + wrong.get()));
            if (wrong.isEmpty()
                    && !isMade()
                    && property.defaultText().isPresent()
                    && !isAccepted(property.defaultText().get())) {
                findings.add(new Finding(
                        Kind.EXACT,
                        subject,
                        "its default `" + shown(property.defaultText().get())
                                + "` does not match its pattern, and is taken all the same where no value is given"));
            }
        }
        if (!name.equals(property.key())) {
            findings.add(new Finding(
                    Kind.EXACT,
                    subject,
                    "the pack calls it `" + name + "`; -D" + property.key() + "=… gives it as well"));
        }
    }
}
