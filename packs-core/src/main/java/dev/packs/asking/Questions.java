package dev.packs.asking;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RefusedCharacters;
import dev.packs.manifest.AnswersReader;
import dev.packs.manifest.TomlText;
import dev.packs.pack.PackName;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import dev.packs.terminal.Terminal;
import dev.packs.variables.Asker;
import dev.packs.variables.GivenValue;
import dev.packs.variables.Question;
import dev.packs.variables.SpelledValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Asks for variables at a terminal, each by its type. What was answered is remembered, so that nobody is asked twice in one run. */
public final class Questions implements Asker {

    private static final Place ANSWER = Place.of("your answer");

    /** How the empty text is typed, since an empty line takes the default. */
    private static final String EMPTY = "\"\"";

    private final Terminal terminal;
    private final YesOrNo yesOrNo;
    private final Map<String, Optional<GivenValue>> answered = new HashMap<>();
    private String heading = "";

    public Questions(Terminal terminal) {
        this.terminal = terminal;
        this.yesOrNo = new YesOrNo(terminal);
    }

    @Override
    public Optional<GivenValue> ask(Question question) {
        return ask(question, question.pack().toString());
    }

    /**
     * The same questions, where a pack stands for others and its own name says nothing to anybody.
     *
     * @param title above its questions
     */
    public Asker titled(PackName pack, String title) {
        return question -> question.pack().equals(pack) ? ask(question, title) : ask(question);
    }

    private Optional<GivenValue> ask(Question question, String title) {
        String key = question.pack() + " " + question.variable().name();
        Optional<GivenValue> known = answered.get(key);
        if (known != null && question.wrong().isEmpty()) {
            return known;
        }
        if (question.wrong().isEmpty()) {
            introduce(question, title);
        }
        explain(question, question.wrong());
        Optional<GivenValue> answer = answer(question, question.variable().name());
        answered.put(key, answer);
        return answer;
    }

    private void introduce(Question question, String title) {
        String group =
                title + question.variable().group().map(name -> ": " + name).orElse("");
        if (!group.equals(heading)) {
            heading = group;
            terminal.show("");
            terminal.show(group);
        }
        terminal.show("");
        describe(question);
    }

    private void describe(Question question) {
        VariableDefinition variable = question.variable();
        String optional = !variable.required() && question.standard().isEmpty() ? " (may be left empty)" : "";
        if (variable.description().isPresent() || !optional.isEmpty()) {
            terminal.show("  " + variable.name()
                    + variable.description().map(text -> ": " + text).orElse("") + optional);
        }
        if (variable.type() == VariableType.LIST && question.fitsOneLine()) {
            terminal.show("    a list: a, b, c");
        }
        if (question.standard().isEmpty() && variable.example().isPresent() && question.fitsOneLine()) {
            terminal.show("    for example " + question.example());
        }
        for (int i = 0; i < variable.options().size(); i++) {
            String number = isNumbered(variable) ? (i + 1) + "  " : "- ";
            terminal.show("    " + number + variable.options().get(i));
        }
    }

    /** Where the options are numbers themselves, a number before each would be one too many. */
    private static boolean isNumbered(VariableDefinition variable) {
        return variable.type() != VariableType.INTEGER;
    }

    /** The messages of the check, and a good value; how a command line would give it helps nobody here. */
    private void explain(Question question, List<Problem> wrong) {
        for (Problem problem : wrong) {
            terminal.show("    " + problem.message());
            if (problem.code() == ProblemCode.VARIABLE_MISSING) {
                terminal.show("    a good value: `" + question.example() + "`");
            } else {
                problem.help().ifPresent(help -> terminal.show("    " + help));
            }
        }
    }

    /** @param label what is asked for, as the prompt says it */
    private Optional<GivenValue> answer(Question question, String label) {
        VariableDefinition variable = question.variable();
        if (question.secret()) {
            return secret(question, label);
        }
        if (variable.type() == VariableType.BOOLEAN) {
            return flag(question, label);
        }
        if (question.fitsOneLine()) {
            return line(question, label);
        }
        if (variable.type() == VariableType.OBJECT && !variable.fields().isEmpty()) {
            return isLeft(question, label) ? Optional.empty() : Optional.of(typed(fields(question, label)));
        }
        if (variable.type() == VariableType.LIST
                && variable.items().filter(item -> !item.fields().isEmpty()).isPresent()) {
            return isLeft(question, label) ? Optional.empty() : Optional.of(typed(items(question, label)));
        }
        return toml(question, label);
    }

    private static GivenValue typed(Object value) {
        return GivenValue.typed(value, ANSWER);
    }

    private Optional<GivenValue> secret(Question question, String label) {
        String kept = question.standard().isPresent() ? " [the default]" : "";
        String form = question.fitsOneLine() ? "" : ", as TOML";
        while (true) {
            String text = terminal.askSecret("  " + label + " (is not shown" + form + ")" + kept + "> ");
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<GivenValue> value = question.fitsOneLine()
                    ? Optional.of(GivenValue.text(text.equals(EMPTY) ? "" : text, ANSWER))
                    : parsedSecret(text);
            if (value.isPresent()) {
                return value;
            }
        }
    }

    /** What is wrong with it is not told: the words would quote it. */
    private Optional<GivenValue> parsedSecret(String text) {
        try {
            return Optional.of(read(text));
        } catch (PacksException wrong) {
            terminal.show("    that is no TOML of one line, as { name = \"…\" } or [\"…\", \"…\"] is");
            return Optional.empty();
        }
    }

    private Optional<GivenValue> flag(Question question, String label) {
        String standard = question.standard()
                .map(value -> value.equals(true) ? " [yes]" : " [no]")
                .orElse("");
        String text = terminal.ask("  " + label + " (yes/no)" + standard + "> ", List.of("yes", "no"))
                .strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Boolean> said = YesOrNo.read(text);
        if (said.isEmpty()) {
            terminal.show("    answer yes or no");
            return flag(question, label);
        }
        return Optional.of(typed(said.get()));
    }

    private Optional<GivenValue> line(Question question, String label) {
        VariableDefinition variable = question.variable();
        List<String> words = new ArrayList<>();
        variable.options().forEach(option -> words.add(String.valueOf(option)));
        while (true) {
            String text = terminal.ask("  " + label + standard(question) + "> ", words)
                    .strip();
            Optional<String> fault = RefusedCharacters.fault(text);
            if (fault.isPresent()) {
                terminal.show("    the answer holds " + fault.get());
            } else if (text.isEmpty()) {
                return Optional.empty();
            } else if (!words.contains(text) && isNumbered(variable) && isPlace(text, words.size())) {
                return Optional.of(typed(variable.options().get(Integer.parseInt(text) - 1)));
            } else {
                return Optional.of(GivenValue.text(text.equals(EMPTY) ? "" : text, ANSWER));
            }
        }
    }

    private static String standard(Question question) {
        return question.standard()
                .map(value -> {
                    String text = SpelledValue.shown(question.variable(), value);
                    return " [" + (text.isEmpty() ? EMPTY : text) + "]";
                })
                .orElse("");
    }

    private static boolean isPlace(String text, int size) {
        return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= size;
    }

    /** Whether nothing is to be said, so that the default counts, if there is one. */
    private boolean isLeft(Question question, String label) {
        if (question.standard().isPresent()) {
            terminal.show("    "
                    + SpelledValue.shown(
                            question.variable(), question.standard().get()));
            return yesOrNo.ask("  " + label + ": take this?", true);
        }
        return !question.variable().required() && !yesOrNo.ask("  " + label + ": say something?", false);
    }

    private Map<String, Object> fields(Question question, String label) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (VariableDefinition field : question.variable().fields()) {
            part(question.part(field), label + "." + field.name()).ifPresent(value -> fields.put(field.name(), value));
        }
        return fields;
    }

    private List<Object> items(Question question, String label) {
        VariableDefinition item = question.variable().items().orElseThrow();
        List<Object> items = new ArrayList<>();
        long fewest = Math.max(
                question.variable().min().orElse(0L), question.variable().required() ? 1 : 0);
        while (yesOrNo.ask(
                "  " + label + ": " + (items.isEmpty() ? "add an item?" : "add another item?"),
                items.size() < fewest)) {
            items.add(fields(question.part(item), label + "[" + items.size() + "]"));
        }
        return items;
    }

    /** A part is checked at once, so that a slip in the fifth field does not cost the four before it. */
    private Optional<Object> part(Question question, String label) {
        describe(question);
        while (true) {
            Optional<GivenValue> answer = answer(question, label);
            List<Problem> wrong = question.check(answer);
            if (wrong.isEmpty()) {
                return answer.map(question::value);
            }
            explain(question, wrong);
        }
    }

    /** What no question of ours can take apart is typed as TOML has it. */
    private Optional<GivenValue> toml(Question question, String label) {
        while (true) {
            String standard = question.standard()
                    .map(value -> " [" + TomlText.inline(value) + "]")
                    .orElse("");
            String text = terminal.ask("  " + label + " (as TOML)" + standard + "> ", List.of())
                    .strip();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<GivenValue> parsed = parsed(text);
            if (parsed.isPresent()) {
                return parsed;
            }
        }
    }

    private static GivenValue read(String text) {
        byte[] file = ("answer = " + text + "\n").getBytes(StandardCharsets.UTF_8);
        return typed(Objects.requireNonNull(
                AnswersReader.read(file, "your answer").valuesFor("").get("answer")));
    }

    private Optional<GivenValue> parsed(String text) {
        try {
            return Optional.of(read(text));
        } catch (PacksException wrong) {
            wrong.problems().forEach(problem -> terminal.show("    " + problem.message()));
            return Optional.empty();
        }
    }
}
