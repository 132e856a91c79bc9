package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.variables.Choice;
import dev.packs.variables.Combinations;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.PackVariables;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.SampleValues;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out whether packs that are rendered together can be, whatever is chosen: that no two files want one path, that no path leaves the folder, that no condition fails. Renders conditions and paths,
 * and no text. Variables that decide about no file are not combined, each of their values is only taken once.
 */
public final class OutputCombinations {

    private static final int MOST_TOLD = 20;

    private final List<PackContent> packs;
    private final List<PackManifest> manifests = new ArrayList<>();
    private final SampleValues samples;
    private final Function<FileOrigin, Optional<Place>> places;
    private final PackExpressions expressions;
    private final OutputsOnly renderings;
    private final Map<Problem, Map<String, Object>> found = new LinkedHashMap<>();

    /**
     * @param packs dependencies first; their variables do not count
     * @param places where a manifest says what a file comes from
     */
    public OutputCombinations(
            List<PackContent> packs, SampleValues samples, Function<FileOrigin, Optional<Place>> places) {
        this.packs = List.copyOf(packs);
        for (PackContent pack : packs) {
            manifests.add(pack.manifest());
        }
        this.samples = samples;
        this.places = places;
        this.expressions = new PackExpressions(Place.of("pack.toml"));
        this.renderings = new OutputsOnly(expressions);
    }

    /**
     * What was looked at, and what is wrong.
     *
     * @param total how many combinations the packs' booleans and options have
     * @param deciding the variables that decide about files
     * @param tried how many combinations of those were looked at
     * @param coverage what of all of them that is
     * @param problems each with the values that lead to it
     */
    public record Result(
            BigInteger total,
            List<String> deciding,
            int tried,
            Combinations.Coverage coverage,
            List<Problem> problems) {

        public Result {
            deciding = List.copyOf(deciding);
            problems = List.copyOf(problems);
        }
    }

    /** Looks at them. */
    public Result run() {
        List<Choice> all = Choice.of(manifests);
        Set<String> names = OutputNames.of(manifests, expressions);
        List<Choice> deciding =
                all.stream().filter(choice -> names.contains(choice.name())).toList();
        Map<String, Object> usual = new LinkedHashMap<>();
        all.forEach(choice -> usual.put(choice.name(), choice.values().get(0)));
        Combinations combinations = Combinations.of(deciding);
        for (Map<String, Object> row : combinations.rows()) {
            Map<String, Object> values = new LinkedHashMap<>(usual);
            values.putAll(row);
            note(problems(values), values);
        }
        boolean allOnce = tryEach(
                all.stream().filter(choice -> !names.contains(choice.name())).toList(), usual);
        List<Problem> told = new ArrayList<>();
        found.forEach((problem, values) -> {
            if (told.size() < MOST_TOLD) {
                told.add(in(reduced(problem, values, usual), problem));
            }
        });
        if (found.size() > MOST_TOLD) {
            told.add(Problem.of(
                    ProblemCode.OUTPUT_COLLISION,
                    "there are " + (found.size() - MOST_TOLD) + " more of such problems; mend these first"));
        }
        return new Result(
                Combinations.total(all),
                deciding.stream().map(Choice::name).toList(),
                combinations.rows().size(),
                allOnce ? combinations.coverage() : Combinations.Coverage.PART,
                told);
    }

    /** Takes each value of choices that decide about no file, as far as the bound allows; whether that was all. */
    private boolean tryEach(List<Choice> choices, Map<String, Object> usual) {
        int left = Combinations.most(usual.size());
        for (Choice choice : choices) {
            for (Object value : choice.values()) {
                if (left == 0) {
                    return false;
                }
                left--;
                Map<String, Object> values = new LinkedHashMap<>(usual);
                values.put(choice.name(), value);
                note(variables(values).problems(), values);
            }
        }
        return true;
    }

    private void note(List<Problem> problems, Map<String, Object> values) {
        for (Problem problem : problems) {
            found.putIfAbsent(problem, values);
        }
    }

    private record Variables(Map<PackName, ResolvedVariables> resolved, List<Problem> problems) {}

    private Variables variables(Map<String, Object> values) {
        String id = manifests.get(manifests.size() - 1).id().name().id();
        try {
            return new Variables(
                    new PackVariables(manifests, samples.with(id, values), expressions).resolve(), List.of());
        } catch (PacksException wrong) {
            return new Variables(Map.of(), wrong.problems());
        }
    }

    private List<Problem> problems(Map<String, Object> values) {
        Variables variables = variables(values);
        if (!variables.problems().isEmpty()) {
            return variables.problems();
        }
        List<PackContent> contents = new ArrayList<>();
        for (PackContent pack : packs) {
            contents.add(new PackContent(
                    pack.manifest(),
                    pack.files(),
                    variables.resolved().getOrDefault(pack.manifest().id().name(), ResolvedVariables.none()),
                    pack.packages(),
                    pack.queries()));
        }
        return new PackRendering(contents, renderings, () -> {
                    throw new IllegalStateException("outputs are planned, and nothing is made");
                })
                .plan(places)
                .problems();
    }

    /** Of the values that led to a problem those without which there is none. */
    private Map<String, Object> reduced(Problem problem, Map<String, Object> values, Map<String, Object> usual) {
        Map<String, Object> needed = new LinkedHashMap<>(values);
        Map<String, Object> told = new LinkedHashMap<>();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            Object standard = usual.get(value.getKey());
            if (standard == null || standard.equals(value.getValue())) {
                continue;
            }
            needed.put(value.getKey(), standard);
            if (!problems(needed).contains(problem)) {
                needed.put(value.getKey(), value.getValue());
                told.put(value.getKey(), value.getValue());
            }
        }
        return told;
    }

    private static Problem in(Map<String, Object> values, Problem problem) {
        if (values.isEmpty()) {
            return problem;
        }
        List<String> words = new ArrayList<>();
        values.forEach((name, value) -> words.add("`" + name + "` is `" + value + "`"));
        return new Problem(
                problem.code(),
                problem.message() + ", where " + String.join(" and ", words),
                problem.place(),
                problem.help());
    }
}
