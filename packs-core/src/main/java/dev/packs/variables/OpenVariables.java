package dev.packs.variables;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.draft.DraftVariable;
import dev.packs.draft.ManifestPlaces;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import dev.packs.rendering.Expression;
import dev.packs.rendering.Formula;
import dev.packs.rendering.PartialRenderer;
import dev.packs.rendering.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the variables that were given from those that are left open, for packs that are translated together. For one use. */
public final class OpenVariables {

    private final List<PackManifest> packs;
    private final GivenValues given;
    private final PartialRenderer renderer;
    private final ManifestPlaces places;
    private final Problems problems = new Problems();
    private final List<Problem> notes = new ArrayList<>();
    private final Map<String, Drafted> drafted = new LinkedHashMap<>();
    private final Map<PackName, Map<String, Object>> known = new LinkedHashMap<>();

    /**
     * @param packs dependencies first
     * @param given what was detected does not count: whoever uses the translation stands elsewhere
     */
    public OpenVariables(List<PackManifest> packs, GivenValues given, PartialRenderer renderer, ManifestPlaces places) {
        this.packs = List.copyOf(packs);
        this.given = given;
        this.renderer = renderer;
        this.places = places;
    }

    private record Drafted(PackName pack, DraftVariable variable) {}

    /**
     * What is known of each pack, and what is open of all of them.
     *
     * @param known by pack, in their order; null for what has no value
     * @param obstacles what nothing but Packs can ask for; its values are made up
     */
    public record Result(
            Map<PackName, Map<String, Object>> known,
            List<DraftVariable> open,
            List<Problem> notes,
            List<Problem> obstacles) {

        public Result {
            open = List.copyOf(open);
            notes = List.copyOf(notes);
            obstacles = List.copyOf(obstacles);
        }

        /** The names of what is open. */
        public Set<String> names() {
            Set<String> names = new HashSet<>();
            for (DraftVariable variable : open) {
                names.add(variable.name());
            }
            return names;
        }
    }

    /**
     * Finds out. Variables that nothing but Packs can ask for are obstacles of the result, so that whoever goes on finds all others too.
     *
     * @throws PacksException with everything that is wrong with what was given, and those
     */
    public Result resolve() {
        for (int i = packs.size() - 1; i >= 0; i--) {
            PackManifest pack = packs.get(i);
            Map<String, Object> values = new LinkedHashMap<>();
            known.put(pack.id().name(), values);
            for (int j = 0; j < pack.variables().size(); j++) {
                try {
                    resolve(pack, j, values);
                } catch (PacksException wrong) {
                    problems.addAll(wrong.problems());
                }
            }
        }
        if (problems.list().stream().anyMatch(problem -> problem.code() != ProblemCode.CANNOT_BE_CARRIED)) {
            problems.throwIfAny();
        }
        List<DraftVariable> open = new ArrayList<>();
        for (Drafted each : drafted.values()) {
            open.add(each.variable());
        }
        return new Result(known, open, notes, problems.list());
    }

    private void resolve(PackManifest pack, int number, Map<String, Object> values) {
        VariableDefinition variable = pack.variables().get(number);
        String path = "variables[" + number + "]";
        Place place = places.of(pack.id().name(), path);
        Optional<Formula> when =
                variable.when().map(text -> formula(text, places.of(pack.id().name(), path + ".when"), values));
        boolean never = when.isPresent() && when.get() instanceof Formula.Literal no && !isTrue(no);
        Optional<Object> fixed = never ? Optional.empty() : fixed(pack, variable);
        if (when.isPresent() && when.get() instanceof Formula.Literal) {
            when = Optional.empty();
        }
        Optional<Formula> standard = variable.defaultValue()
                .map(value -> Defaults.isExpression(value)
                        ? formula((String) value, places.of(pack.id().name(), path + ".default"), values)
                        : new Formula.Literal(value));
        if (fixed.isPresent() && when.isEmpty()) {
            values.put(variable.name(), fixed.get());
        } else if (never || !isScalar(variable)) {
            values.put(variable.name(), knownDefault(variable, standard, when, place, never));
        } else {
            draft(pack, new DraftVariable(variable, fixed, standard, when, place));
        }
    }

    private static boolean isTrue(Formula.Literal literal) {
        return Expression.parse("value", Place.of(""))
                .isTrue(java.util.Collections.singletonMap("value", literal.value()));
    }

    private Formula formula(String text, Place place, Map<String, Object> values) {
        Set<String> open = new HashSet<>(drafted.keySet());
        // What this pack was given is known here, although another pack asks for its own of the same name.
        open.removeAll(values.keySet());
        return renderer.formula(Expression.parse(text, place), Scope.of(values), open);
    }

    private static boolean isScalar(VariableDefinition variable) {
        return variable.type() != VariableType.LIST && variable.type() != VariableType.OBJECT;
    }

    /** A list or an object has no other form than here; so what it is by default, it is for good. */
    private @org.jspecify.annotations.Nullable Object knownDefault(
            VariableDefinition variable,
            Optional<Formula> standard,
            Optional<Formula> when,
            Place place,
            boolean never) {
        boolean isOpen = when.isPresent() || (standard.isPresent() && !(standard.get() instanceof Formula.Literal));
        if (isOpen || (standard.isEmpty() && variable.required() && !never)) {
            problems.add(Problem.at(
                            ProblemCode.CANNOT_BE_CARRIED,
                            place,
                            "the variable `" + variable.name() + "` is "
                                    + (variable.type() == VariableType.LIST ? "a list" : "an object")
                                    + ", and outside of Packs a variable is a text")
                    .help("give its value now: " + ExampleValue.howToGive(variable)));
            return List.of();
        }
        Object value = standard.isPresent() ? ((Formula.Literal) standard.get()).value() : null;
        if (!never) {
            notes.add(Problem.at(
                            ProblemCode.CANNOT_BE_CARRIED,
                            place,
                            "the variable `" + variable.name() + "` cannot be asked for outside of Packs; it has "
                                    + (value == null ? "no value" : "its default"))
                    .help("for another value, " + ExampleValue.howToGive(variable) + " to this command"));
        }
        if (value == null) {
            return null;
        }
        ValueCheck check = new ValueCheck(GivenValue.typed(value, place), variable.secret());
        Object checked = check.check(variable, value);
        problems.addAll(check.problems());
        return checked;
    }

    private Optional<Object> fixed(PackManifest pack, VariableDefinition variable) {
        List<ValueLayer> layers = new ArrayList<>();
        layers.add(given.commandLine().scoped(pack.id().name().id()));
        layers.add(given.commandLine().unscoped());
        layers.addAll(given.layersOf(pack.id().name().id()));
        for (ValueLayer layer : layers) {
            GivenValue value = layer.values().get(variable.name());
            if (value != null) {
                ValueCheck check = new ValueCheck(value, variable.secret());
                Object checked = check.check(variable, value.value());
                problems.addAll(check.problems());
                return Optional.ofNullable(checked);
            }
        }
        for (PackManifest dependent : packs) {
            Map<String, Object> theirs = known.get(dependent.id().name());
            if (theirs != null && dependsOn(dependent, pack.id().name())) {
                Object value = theirs.get(variable.name());
                if (value != null) {
                    ValueCheck check = new ValueCheck(
                            GivenValue.typed(
                                    value,
                                    Place.of("variables of " + dependent.id().name())),
                            variable.secret());
                    Object checked = check.check(variable, value);
                    problems.addAll(check.problems());
                    return Optional.ofNullable(checked);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean dependsOn(PackManifest pack, PackName name) {
        for (PackDependency dependency : pack.dependencies()) {
            if (dependency.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** One name is one question, for all packs; so what it means must be one thing, or be handed down. */
    private void draft(PackManifest pack, DraftVariable variable) {
        Drafted other = drafted.get(variable.name());
        if (other == null) {
            drafted.put(variable.name(), new Drafted(pack.id().name(), variable));
            return;
        }
        boolean sameType = isText(other.variable())
                ? isText(variable)
                : other.variable().definition().type() == variable.definition().type();
        boolean handedDown = !other.variable().isNullable()
                && packs.stream()
                        .anyMatch(dependent -> dependent.id().name().equals(other.pack())
                                && dependsOn(dependent, pack.id().name()));
        boolean alike = other.variable().defaultValue().equals(variable.defaultValue())
                && other.variable().definition().required()
                        == variable.definition().required();
        boolean unconditional = variable.when().isEmpty()
                && (handedDown || other.variable().when().isEmpty());
        if (!sameType || !unconditional || !(handedDown || alike)) {
            problems.add(Problem.at(
                            ProblemCode.CANNOT_BE_CARRIED,
                            variable.place(),
                            "the packs " + other.pack() + " and " + pack.id().name() + " each have a variable `"
                                    + variable.name() + "`, and outside of Packs there is one for both")
                    .help("give one of them its value now: `-Dvar."
                            + pack.id().name().id() + "." + variable.name() + "=…`"));
        }
    }

    private static boolean isText(DraftVariable variable) {
        return variable.definition().type() == VariableType.STRING
                || variable.definition().type() == VariableType.PATH;
    }
}
