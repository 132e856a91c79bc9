package dev.packs.manifest;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Holds values against a shape and reports everything that does not fit. */
public final class SchemaCheck {

    private final Map<String, Shape.Table> definitions;
    private final TomlPlaces places;
    private final Problems problems;

    /** @param definitions what {@link Shape.Ref} may name */
    public SchemaCheck(Map<String, Shape.Table> definitions, TomlPlaces places, Problems problems) {
        this.definitions = Map.copyOf(definitions);
        this.places = places;
        this.problems = problems;
    }

    public void check(Shape shape, Object value, String path) {
        if (value instanceof PlainValues.Refused) {
            return;
        }
        if (shape instanceof Shape.Ref ref) {
            check(Objects.requireNonNull(definitions.get(ref.definition()), ref.definition()), value, path);
        } else if (shape instanceof Shape.Table table && value instanceof Map<?, ?> map) {
            table(table, TomlTable.of(path, map));
        } else if (shape instanceof Shape.Open open && value instanceof Map<?, ?> map) {
            open(open, TomlTable.of(path, map));
        } else if (shape instanceof Shape.Many many && value instanceof List<?> list) {
            many(many, list, path);
        } else if (shape instanceof Shape.Text text && value instanceof String string) {
            text(text, string, path);
        } else if (shape instanceof Shape.Choice choice && value instanceof String string) {
            choice(choice, string, path);
        } else if (shape instanceof Shape.Whole whole && value instanceof Long number) {
            whole(whole, number, path);
        } else if (!(shape instanceof Shape.Any) && !(shape instanceof Shape.Flag && value instanceof Boolean)) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_WRONG_TYPE,
                            places.of(path),
                            "`" + path + "` is " + shape.noun() + ", not " + PlainTypes.noun(value))
                    .help(spelled(shape, value).orElse("write " + shape.noun())));
        }
    }

    /** The same value as the shape wants it, where it is clear what was meant. */
    private static Optional<String> spelled(Shape shape, Object value) {
        if (shape instanceof Shape.Many && value instanceof String text && !text.isBlank()) {
            return Optional.of(
                    "write a list: `[\"" + String.join("\", \"", text.strip().split("[,\\s]+", -1)) + "\"]`");
        }
        if ((shape instanceof Shape.Flag || shape instanceof Shape.Whole) && value instanceof String) {
            return Optional.of("write it without quotes");
        }
        if (shape instanceof Shape.Text && (value instanceof Long || value instanceof Boolean)) {
            return Optional.of("write it in quotes: `\"" + value + "\"`");
        }
        return Optional.empty();
    }

    private void table(Shape.Table shape, TomlTable table) {
        List<String> names = new ArrayList<>();
        for (Key key : shape.keys()) {
            names.add(key.name());
            Optional<Object> value = table.value(key.name());
            if (value.isPresent()) {
                check(key.shape(), value.get(), table.pathOf(key.name()));
            } else if (key.required()) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_MISSING_KEY,
                                places.key(table.path()),
                                "`" + shape.title() + "` has no `" + key.name() + "`")
                        .help("add `" + key.name() + " = " + key.example() + "`"));
            }
        }
        for (String name : table.values().keySet()) {
            if (!names.contains(name)) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_UNKNOWN_KEY,
                                places.key(table.pathOf(name)),
                                "`" + name + "` is not a key of `" + shape.title() + "`")
                        .help(Nearest.question(name, names)
                                .orElse("its keys are `" + String.join("`, `", names) + "`")));
            }
        }
    }

    private void open(Shape.Open shape, TomlTable table) {
        for (Map.Entry<String, Object> entry : table.values().entrySet()) {
            String path = table.pathOf(entry.getKey());
            Optional<Fault> fault = shape.name().fault(entry.getKey());
            if (fault.isPresent()) {
                add(fault.get(), path, true);
            }
            check(shape.value(), entry.getValue(), path);
        }
    }

    private void many(Shape.Many shape, List<?> list, String path) {
        if (list.size() < shape.fewest()) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_INVALID_VALUE,
                            places.of(path),
                            "`" + path + "` is empty, and needs at least " + shape.fewest())
                    .help("add one, or delete the key"));
        }
        for (int i = 0; i < list.size(); i++) {
            check(shape.item(), list.get(i), TomlPath.item(path, i));
        }
    }

    private void text(Shape.Text shape, String text, String path) {
        if (text.length() > shape.longest()) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_LIMIT,
                            places.of(path),
                            "`" + path + "` has " + text.length() + " characters, more than " + shape.longest())
                    .help("shorten it to " + shape.longest()));
            return;
        }
        Optional<Fault> fault = shape.kind().fault(text);
        if (fault.isPresent()) {
            add(fault.get(), path, false);
        }
    }

    private void add(Fault fault, String path, boolean key) {
        Problem problem =
                Problem.at(fault.code(), key ? places.key(path) : places.inside(path, fault.at()), fault.message());
        problems.add(fault.help().map(problem::help).orElse(problem));
    }

    private void choice(Shape.Choice shape, String word, String path) {
        if (!shape.words().contains(word)) {
            String all = "one of `" + String.join("`, `", shape.words()) + "`";
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_INVALID_VALUE,
                            places.of(path),
                            "`" + word + "` is no value of `" + path + "`")
                    .help(Nearest.question(word, shape.words())
                            .map(question -> question + " It is " + all)
                            .orElse("it is " + all)));
        }
    }

    private void whole(Shape.Whole shape, long number, String path) {
        if (number < shape.least()) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_INVALID_VALUE,
                            places.of(path),
                            "`" + path + "` is `" + number + "`, less than " + shape.least())
                    .help("write " + shape.least() + " or more"));
        }
    }
}
