package dev.packs.variables;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.VariableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Resolves the variables of packs that are rendered together: what a pack decides counts for the packs that it depends on, unless somebody said otherwise. */
public final class PackVariables {

    private final List<PackManifest> packs;
    private final GivenValues given;
    private final Expressions expressions;

    /** @param packs dependencies first */
    public PackVariables(List<PackManifest> packs, GivenValues given, Expressions expressions) {
        this.packs = List.copyOf(packs);
        this.given = given;
        this.expressions = expressions;
    }

    /**
     * The values of every pack, in the order of the packs.
     *
     * @throws PacksException with everything that is wrong with any of them; names on the command line are checked elsewhere, see {@link CommandLineValues#unknown}
     */
    public Map<PackName, ResolvedVariables> resolve() {
        List<Problem> problems = new ArrayList<>(unknown());
        Map<PackName, ResolvedVariables> resolved = new LinkedHashMap<>();
        Set<String> secrets = SecretNames.of(packs, expressions);
        if (given.asker().isPresent()) {
            problems.addAll(wrong(secrets));
            if (!problems.isEmpty()) {
                throw new PacksException(problems);
            }
        }
        Map<PackName, Set<String>> broken = new HashMap<>();
        for (int i = packs.size() - 1; i >= 0; i--) {
            PackManifest pack = packs.get(i);
            VariableResolver resolver = new VariableResolver(
                    new VariableResolver.Layers(pack, layers(pack, resolved), secrets, above(pack, broken)),
                    given.detected(),
                    expressions,
                    given.asker());
            resolved.put(pack.id().name(), resolver.resolve());
            broken.put(pack.id().name(), resolver.broken());
            for (Problem problem : resolver.problems()) {
                if (!problems.contains(problem)) {
                    problems.add(problem);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new PacksException(problems);
        }
        Map<PackName, ResolvedVariables> inOrder = new LinkedHashMap<>();
        for (PackManifest pack : packs) {
            PackName name = pack.id().name();
            inOrder.put(name, resolved.getOrDefault(name, ResolvedVariables.none()));
        }
        return inOrder;
    }

    /** What is wrong with what was given: known before the first question, so that nobody answers ten of them for nothing. What depends on an answer may never count. */
    private List<Problem> wrong(Set<String> secrets) {
        List<Problem> problems = new ArrayList<>();
        Map<PackName, Set<String>> broken = new HashMap<>();
        for (int i = packs.size() - 1; i >= 0; i--) {
            PackManifest pack = packs.get(i);
            List<ValueLayer> layers = layers(pack, Map.of());
            Set<String> above = above(pack, broken);
            Set<String> own = new HashSet<>(above);
            for (VariableDefinition variable : pack.variables()) {
                List<Problem> wrong = wrong(variable, layers, secrets);
                if (!above.contains(variable.name())
                        && own.addAll(wrong.isEmpty() ? Set.of() : Set.of(variable.name()))) {
                    problems.addAll(wrong);
                }
            }
            broken.put(pack.id().name(), own);
        }
        return problems;
    }

    /** What was told of packs that hand their values down to this one. */
    private Set<String> above(PackManifest pack, Map<PackName, Set<String>> broken) {
        Set<String> names = new HashSet<>();
        for (PackManifest dependent : packs) {
            Set<String> theirs = broken.get(dependent.id().name());
            if (theirs != null
                    && !theirs.isEmpty()
                    && handsDown(dependent, pack.id().name())) {
                names.addAll(theirs);
            }
        }
        return names;
    }

    private static List<Problem> wrong(VariableDefinition variable, List<ValueLayer> layers, Set<String> secrets) {
        for (ValueLayer layer : layers) {
            GivenValue value = layer.values().get(variable.name());
            if (value != null && layer.source().isGiven() && variable.when().isEmpty()) {
                ValueCheck check = new ValueCheck(value, secrets.contains(variable.name()));
                check.check(variable, value.value());
                return check.problems();
            }
        }
        return List.of();
    }

    /** Names of all variables of all packs. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (PackManifest pack : packs) {
            for (VariableDefinition variable : pack.variables()) {
                names.add(variable.name());
            }
        }
        return names;
    }

    private List<ValueLayer> layers(PackManifest pack, Map<PackName, ResolvedVariables> dependents) {
        List<ValueLayer> layers = new ArrayList<>();
        String own = pack.id().name().id();
        if (pack.id().equals(packs.get(packs.size() - 1).id()) && !given.id().equals(own)) {
            layers.add(given.commandLine().scoped(given.id()));
        }
        layers.add(given.commandLine().scoped(own));
        layers.add(given.commandLine().unscoped());
        layers.addAll(given.layersOf(own));
        layers.add(handedDown(pack, dependents));
        layers.add(given.detected().layer());
        return layers;
    }

    private ValueLayer handedDown(PackManifest pack, Map<PackName, ResolvedVariables> resolved) {
        Map<String, GivenValue> values = new LinkedHashMap<>();
        for (PackManifest dependent : packs) {
            ResolvedVariables theirs = resolved.get(dependent.id().name());
            if (theirs == null || !handsDown(dependent, pack.id().name())) {
                continue;
            }
            Place place = Place.of("variables of " + dependent.id().name());
            for (Map.Entry<String, Object> value : theirs.values().entrySet()) {
                if (value.getValue() != null) {
                    values.putIfAbsent(value.getKey(), GivenValue.typed(value.getValue(), place));
                }
            }
        }
        return new ValueLayer(ValueSource.DEPENDING_PACK, values);
    }

    /** A composition asks for all packs below it, others for those that they name. */
    private boolean handsDown(PackManifest dependent, PackName name) {
        if (dependsOn(dependent, name)) {
            return true;
        }
        return dependent.composition().isPresent() && closure(dependent).contains(name);
    }

    private Set<PackName> closure(PackManifest pack) {
        Set<PackName> needed = new HashSet<>();
        needed.add(pack.id().name());
        for (int i = packs.size() - 1; i >= 0; i--) {
            if (needed.contains(packs.get(i).id().name())) {
                for (PackDependency dependency : packs.get(i).dependencies()) {
                    needed.add(dependency.name());
                }
            }
        }
        needed.remove(pack.id().name());
        return needed;
    }

    private static boolean dependsOn(PackManifest pack, PackName name) {
        for (PackDependency dependency : pack.dependencies()) {
            if (dependency.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private List<Problem> unknown() {
        Set<String> known = names();
        List<Problem> problems = new ArrayList<>();
        for (ValueLayer layer : given.layers()) {
            if (!layer.source().mustBeKnown()) {
                continue;
            }
            for (Map.Entry<String, GivenValue> value : layer.values().entrySet()) {
                String name = value.getKey();
                if (!known.contains(name)) {
                    Optional<String> near = Nearest.question(name, known);
                    problems.add(Problem.at(
                                    ProblemCode.VARIABLE_UNKNOWN,
                                    value.getValue().placeOf(name),
                                    "no pack here has a variable `" + name + "`")
                            .help(near.orElse(
                                    known.isEmpty()
                                            ? "they have no variables at all"
                                            : "the variables are `" + String.join("`, `", known) + "`")));
                }
            }
        }
        return problems;
    }
}
