package dev.packs.variables;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives every variable of one pack its value: the strongest that was given, or the default, checked. For one use. */
final class VariableResolver {

    private final PackManifest pack;
    private final List<ValueLayer> layers;
    private final DetectedValues detected;
    private final Expressions expressions;
    private final Set<String> secrets;
    private final Set<String> brokenAbove;
    private final Optional<Asker> asker;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, ValueSource> sources = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    VariableResolver(Layers layers, DetectedValues detected, Expressions expressions, Optional<Asker> asker) {
        this.pack = layers.pack();
        this.layers = layers.layers();
        this.secrets = layers.secrets();
        this.brokenAbove = layers.broken();
        this.detected = detected;
        this.expressions = expressions;
        this.asker = asker;
    }

    /**
     * What was given for one pack.
     *
     * @param layers the strongest first
     * @param secrets names that are secret, here or in a pack that hands its values down
     * @param broken names whose values are wrong or missing in a pack that hands its values down, which was told there
     */
    record Layers(PackManifest pack, List<ValueLayer> layers, Set<String> secrets, Set<String> broken) {}

    /** The values; those that {@link #problems()} speaks of are missing. */
    ResolvedVariables resolve() {
        for (VariableDefinition variable : asker.isPresent() ? byGroup() : pack.variables()) {
            try {
                resolve(variable);
            } catch (PacksException failed) {
                if (isEnd(failed)) {
                    throw failed;
                }
                fail(variable, failed.problems());
            }
        }
        Set<String> own = new HashSet<>(secrets);
        own.retainAll(values.keySet());
        return new ResolvedVariables(inOrder(), own, sources, warnings);
    }

    private static boolean isEnd(PacksException failed) {
        return failed.problems().get(0).code() == ProblemCode.ASKING_ENDED;
    }

    /** In the order of the manifest, whatever was asked first. */
    private Map<String, Object> inOrder() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (VariableDefinition variable : pack.variables()) {
            if (values.containsKey(variable.name())) {
                ordered.put(variable.name(), values.get(variable.name()));
            }
        }
        return ordered;
    }

    /** What stands in one group together, and each variable behind those that it depends on. */
    private List<VariableDefinition> byGroup() {
        Map<String, VariableDefinition> ordered = new LinkedHashMap<>();
        Set<Optional<String>> groups = new LinkedHashSet<>();
        pack.variables().forEach(variable -> groups.add(variable.group()));
        for (Optional<String> group : groups) {
            for (VariableDefinition variable : pack.variables()) {
                if (variable.group().equals(group)) {
                    addBehindWhatItNeeds(variable, ordered);
                }
            }
        }
        return List.copyOf(ordered.values());
    }

    private void addBehindWhatItNeeds(VariableDefinition variable, Map<String, VariableDefinition> ordered) {
        Set<String> needed = new HashSet<>();
        variable.when().ifPresent(when -> needed.addAll(expressions.names(when)));
        variable.defaultValue()
                .filter(Defaults::isExpression)
                .ifPresent(text -> needed.addAll(expressions.names((String) text)));
        for (VariableDefinition earlier : pack.variables()) {
            if (earlier.equals(variable)) {
                break;
            }
            if (needed.contains(earlier.name()) && !ordered.containsKey(earlier.name())) {
                addBehindWhatItNeeds(earlier, ordered);
            }
        }
        ordered.putIfAbsent(variable.name(), variable);
    }

    List<Problem> problems() {
        return problems;
    }

    /** Names whose values are wrong or missing. */
    Set<String> broken() {
        return broken;
    }

    private void resolve(VariableDefinition variable) {
        Optional<ValueLayer> layer = strongest(variable.name());
        boolean own = layer.isPresent() && layer.get().source() == ValueSource.COMMAND_LINE_SCOPED;
        if (brokenAbove.contains(variable.name()) && !own) {
            broken.add(variable.name());
            return;
        }
        if (variable.when().isPresent()) {
            if (dependsOnBroken(variable.when().get())) {
                broken.add(variable.name());
                return;
            }
            if (!expressions.isTrue(variable.when().get(), values)) {
                if (layer.isPresent() && layer.get().source().isDeliberate()) {
                    warnUnused(variable, layer.get());
                }
                useDefault(variable, false);
                return;
            }
        }
        if (asker.isPresent() && isAskedFor(variable, layer)) {
            ask(variable, layer, asker.get());
            return;
        }
        if (layer.isPresent()) {
            GivenValue given = layer.get().values().get(variable.name());
            if (given != null) {
                accept(variable, given, layer.get().source());
                return;
            }
        }
        useDefault(variable, true);
    }

    private static boolean isAskedFor(VariableDefinition variable, Optional<ValueLayer> layer) {
        return layer.isEmpty()
                || (layer.get().source() == ValueSource.DETECTED && DetectedValues.isAskedFor(variable.name()));
    }

    private void ask(VariableDefinition variable, Optional<ValueLayer> detectedLayer, Asker whom) {
        boolean secret = secrets.contains(variable.name());
        Optional<Object> standard = detectedLayer.isPresent()
                ? detectedLayer
                        .map(layer -> layer.values().get(variable.name()))
                        .map(GivenValue::value)
                : variable.defaultValue().map(this::evaluated);
        List<Problem> wrong = List.of();
        do {
            Optional<GivenValue> answer = whom.ask(new Question(pack.id().name(), variable, standard, secret, wrong));
            ValueSource source =
                    answer.isPresent() || detectedLayer.isPresent() ? ValueSource.PROMPT : ValueSource.DEFAULT;
            Optional<GivenValue> given =
                    answer.or(() -> standard.map(value -> GivenValue.typed(value, Place.of("the default"))));
            wrong = given.isPresent() ? tried(variable, given.get(), source) : untold(variable);
        } while (!wrong.isEmpty());
    }

    /** What is wrong with an answer; it is taken if nothing is. */
    private List<Problem> tried(VariableDefinition variable, GivenValue given, ValueSource source) {
        ValueCheck check = new ValueCheck(given, secrets.contains(variable.name()));
        Object value = check.check(variable, given.value());
        if (check.problems().isEmpty()) {
            values.put(variable.name(), value);
            sources.put(variable.name(), source);
        }
        return check.problems();
    }

    private List<Problem> untold(VariableDefinition variable) {
        if (variable.required()) {
            return List.of(missing(variable));
        }
        values.put(variable.name(), null);
        sources.put(variable.name(), ValueSource.NOTHING);
        return List.of();
    }

    private Optional<ValueLayer> strongest(String name) {
        for (ValueLayer layer : layers) {
            if (layer.values().containsKey(name)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }

    private void useDefault(VariableDefinition variable, boolean wanted) {
        Optional<Object> standard = variable.defaultValue();
        if (standard.isPresent()) {
            if (Defaults.isExpression(standard.get()) && dependsOnBroken((String) standard.get())) {
                broken.add(variable.name());
                return;
            }
            Object value = evaluated(standard.get());
            if (value != null) {
                Place manifest = Place.of(pack.id().name() + "!/pack.toml");
                accept(variable, GivenValue.typed(value, manifest), ValueSource.DEFAULT);
                return;
            }
        }
        if (wanted) {
            Optional<Problem> unavailable = detected.whyNot(variable.name());
            if (unavailable.isPresent()) {
                fail(variable, List.of(unavailable.get()));
                return;
            }
            if (variable.required()) {
                fail(variable, List.of(missing(variable)));
                return;
            }
        }
        values.put(variable.name(), null);
        sources.put(variable.name(), ValueSource.NOTHING);
    }

    private void accept(VariableDefinition variable, GivenValue given, ValueSource source) {
        List<Problem> wrong = tried(variable, given, source);
        if (!wrong.isEmpty()) {
            fail(variable, wrong);
        }
    }

    private @Nullable Object evaluated(Object standard) {
        return Defaults.isExpression(standard) ? expressions.evaluate((String) standard, values) : standard;
    }

    private boolean dependsOnBroken(String expression) {
        for (String name : expressions.names(expression)) {
            if (broken.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private void fail(VariableDefinition variable, List<Problem> why) {
        broken.add(variable.name());
        problems.addAll(why);
    }

    private Problem missing(VariableDefinition variable) {
        String purpose = variable.description().map(text -> " (" + text + ")").orElse("");
        return Problem.of(
                        ProblemCode.VARIABLE_MISSING,
                        "`" + pack.id().name() + "` needs a value for `" + variable.name() + "`" + purpose)
                .help(howToGive(variable));
    }

    /** Where somebody would write it: in the pom for packs that it declares; never a secret where other processes read it. */
    private String howToGive(VariableDefinition variable) {
        if (secrets.contains(variable.name())) {
            return "write `" + ExampleValue.toml(variable) + "` into a file that only you can read, and add"
                    + " `-Dpacks.answers=<that file>`";
        }
        for (ValueLayer layer : layers) {
            if (layer.source() == ValueSource.POM) {
                return ExampleValue.howToDeclare(variable);
            }
        }
        return ExampleValue.howToGive(variable);
    }

    private void warnUnused(VariableDefinition variable, ValueLayer layer) {
        GivenValue given = layer.values().get(variable.name());
        if (given != null) {
            warnings.add(Problem.at(
                            ProblemCode.VARIABLE_INVALID,
                            given.placeOf(variable.name()),
                            "the value of `" + variable.name() + "` is not used: it counts only where `"
                                    + variable.when().orElse("") + "`")
                    .help("leave it out, or change what it depends on"));
        }
    }
}
