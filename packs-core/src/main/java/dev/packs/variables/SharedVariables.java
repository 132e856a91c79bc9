package dev.packs.variables;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.draft.ManifestPlaces;
import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of packs that become one project: what has one name is one variable, and takes only what all of them take. Its default and its words are those of the first pack that has
 * some.
 */
public final class SharedVariables {

    private final List<PackManifest> packs;
    private final ManifestPlaces places;
    private final Expressions expressions;
    private final Problems problems = new Problems();

    /** @param packs whose defaults count before others first */
    public SharedVariables(List<PackManifest> packs, ManifestPlaces places, Expressions expressions) {
        this.packs = List.copyOf(packs);
        this.places = places;
        this.expressions = expressions;
    }

    /** One pack's say about a variable. */
    private record Said(PackManifest pack, int number, VariableDefinition definition) {}

    /**
     * Every variable once, each behind those that its expressions name.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#VARIABLES_CLASH} for all that cannot be one
     */
    public List<VariableDefinition> definitions() {
        Map<String, List<Said>> byName = new LinkedHashMap<>();
        for (PackManifest pack : packs) {
            for (int i = 0; i < pack.variables().size(); i++) {
                VariableDefinition definition = pack.variables().get(i);
                byName.computeIfAbsent(definition.name(), name -> new ArrayList<>())
                        .add(new Said(pack, i, definition));
            }
        }
        Map<String, VariableDefinition> shared = new LinkedHashMap<>();
        byName.forEach((name, said) -> shared.put(name, one(said)));
        problems.throwIfAny();
        Set<String> placed = new LinkedHashSet<>();
        shared.keySet().forEach(name -> place(name, shared, placed, new LinkedHashSet<>()));
        List<VariableDefinition> inOrder = new ArrayList<>();
        for (String name : placed) {
            Optional.ofNullable(shared.get(name)).ifPresent(inOrder::add);
        }
        return inOrder;
    }

    private void place(String name, Map<String, VariableDefinition> shared, Set<String> placed, Set<String> below) {
        VariableDefinition variable = shared.get(name);
        if (variable == null || placed.contains(name) || !below.add(name)) {
            return;
        }
        variable.when().ifPresent(when -> expressions.names(when).forEach(used -> place(used, shared, placed, below)));
        variable.defaultValue()
                .filter(Defaults::isExpression)
                .ifPresent(
                        value -> expressions.names((String) value).forEach(used -> place(used, shared, placed, below)));
        placed.add(name);
    }

    private VariableDefinition one(List<Said> said) {
        Said first = said.get(0);
        VariableDefinition shared = first.definition();
        for (Said other : said.subList(1, said.size())) {
            Optional<VariableDefinition> both = both(first, shared, other);
            if (both.isEmpty()) {
                return shared;
            }
            shared = both.get();
        }
        return said.size() == 1 ? shared : withDefault(shared, said);
    }

    private Optional<VariableDefinition> both(Said first, VariableDefinition one, Said second) {
        VariableDefinition other = second.definition();
        String name = "`" + one.name() + "`";
        if (!isSameType(one, other)) {
            return clash(
                    first, second, "type", name + " is " + type(one) + " for ", " and " + type(other) + " for ", "");
        }
        List<Object> options = one.options().isEmpty() ? other.options() : new ArrayList<>(one.options());
        if (!one.options().isEmpty() && !other.options().isEmpty()) {
            options.retainAll(other.options());
            if (options.isEmpty()) {
                return clash(
                        first,
                        second,
                        "options",
                        name + " is one of " + one.options() + " for ",
                        " and one of " + other.options() + " for ",
                        ", and no value is both");
            }
        }
        Optional<Long> min = one.min().isPresent() && other.min().isPresent()
                ? Optional.of(Math.max(one.min().get(), other.min().get()))
                : one.min().or(other::min);
        Optional<Long> max = one.max().isPresent() && other.max().isPresent()
                ? Optional.of(Math.min(one.max().get(), other.max().get()))
                : one.max().or(other::max);
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            return clash(
                    first,
                    second,
                    min.equals(other.min()) ? "min" : "max",
                    name + " is at least " + min.get() + " and at most " + max.get() + ", as ",
                    " and ",
                    " ask for it");
        }
        return Optional.of(new VariableDefinition(
                one.name(),
                one.type() == VariableType.STRING ? other.type() : one.type(),
                one.defaultValue(),
                one.description().or(other::description),
                one.required() || other.required(),
                options,
                one.pattern().or(other::pattern),
                min,
                max,
                one.example().or(other::example),
                one.group().or(other::group),
                one.when().filter(when -> other.when().equals(Optional.of(when))),
                one.secret() || other.secret(),
                one.items(),
                one.fields()));
    }

    private Optional<VariableDefinition> clash(Said first, Said second, String key, String... words) {
        Place one = place(first, key);
        Place other = place(second, key);
        problems.add(Problem.at(
                        ProblemCode.VARIABLES_CLASH,
                        other,
                        words[0] + first.pack().id().name() + words[1]
                                + second.pack().id().name() + words[2] + " (the first at " + one + ")")
                .help("packs that are composed share variables by name: leave one of the two packs out, or have its"
                        + " variable renamed"));
        return Optional.empty();
    }

    private Place place(Said said, String key) {
        return places.of(said.pack().id().name(), "variables[" + said.number() + "]." + key);
    }

    /** The first default that all accept; where none does, somebody has to say the value. */
    private static VariableDefinition withDefault(VariableDefinition shared, List<Said> said) {
        Optional<Object> found = Optional.empty();
        boolean hasDefault = false;
        for (Said each : said) {
            Optional<Object> standard = each.definition().defaultValue();
            hasDefault |= standard.isPresent();
            if (found.isEmpty() && standard.isPresent() && accepts(shared, standard.get())) {
                found = standard;
            }
        }
        Optional<Object> example = shared.example().filter(value -> accepts(shared, value));
        return new VariableDefinition(
                shared.name(),
                shared.type(),
                found,
                shared.description(),
                found.isEmpty() && (shared.required() || hasDefault),
                shared.options(),
                shared.pattern(),
                shared.min(),
                shared.max(),
                example,
                shared.group(),
                shared.when(),
                shared.secret(),
                shared.items(),
                shared.fields());
    }

    private static boolean accepts(VariableDefinition variable, Object value) {
        if (Defaults.isExpression(value)) {
            return true;
        }
        ValueCheck check = new ValueCheck(GivenValue.typed(value, Place.of(variable.name())), true);
        Object unused = check.check(variable, value);
        return unused != null && check.problems().isEmpty();
    }

    /** Whether values of one may be values of the other; a path is a string too. */
    private static boolean isSameType(VariableDefinition one, VariableDefinition other) {
        if (isText(one) && isText(other)) {
            return true;
        }
        if (one.type() != other.type()) {
            return false;
        }
        if (one.items().isPresent() && other.items().isPresent()) {
            return isSameType(one.items().get(), other.items().get());
        }
        Map<String, VariableDefinition> fields = new LinkedHashMap<>();
        one.fields().forEach(field -> fields.put(field.name(), field));
        for (VariableDefinition field : other.fields()) {
            VariableDefinition same = fields.remove(field.name());
            if (same == null || !isSameType(same, field)) {
                return false;
            }
        }
        return fields.isEmpty();
    }

    private static boolean isText(VariableDefinition variable) {
        return variable.type() == VariableType.STRING || variable.type() == VariableType.PATH;
    }

    private static String type(VariableDefinition variable) {
        if (variable.type() == VariableType.LIST) {
            return "a list of " + variable.items().map(SharedVariables::plural).orElse("strings");
        }
        return switch (variable.type()) {
            case INTEGER -> "an integer";
            case OBJECT -> "an object with the fields " + names(variable);
            default -> "a " + variable.type().key();
        };
    }

    private static String plural(VariableDefinition items) {
        return items.type() == VariableType.OBJECT
                ? "objects with the fields " + names(items)
                : items.type().key() + "s";
    }

    private static String names(VariableDefinition object) {
        List<String> names = new ArrayList<>();
        object.fields().forEach(field -> names.add("`" + field.name() + "`"));
        return String.join(", ", names);
    }
}
