package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import dev.packs.operation.GraphScope;
import dev.packs.pack.PackRef;
import dev.packs.source.PackContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What goals that ask the graph have in common.
 *
 * @param refs the packs that {@code -Dpack} names
 * @param contents those of them that were named by their place
 * @param scope {@code packs.over}
 * @param limits the standard ones, but for {@code -Dpacks.limits.…}
 */
record GraphCall(List<PackRef.Named> refs, List<PackContent> contents, Optional<GraphScope> scope, GraphLimits limits) {

    private static final String LIMITS = "packs.limits.";

    /** @throws PacksException with everything that is wrong with the parameters */
    static GraphCall of(MavenCall call, @Nullable String pack, @Nullable String over) {
        List<PackRef.Named> refs = new ArrayList<>();
        List<PackContent> contents = new ArrayList<>();
        if (pack != null && !pack.isBlank()) {
            for (PackRef reference : PackRef.parseAll(pack)) {
                AskedPack asked = AskedPack.of(reference, call);
                refs.add(asked.ref());
                contents.addAll(asked.contents());
            }
        }
        return new GraphCall(
                refs, contents, Optional.ofNullable(over).map(GraphCall::scope), limits(properties(call, LIMITS)));
    }

    private static GraphScope scope(String over) {
        return GraphScope.find(over)
                .orElseThrow(() -> Problem.of(ProblemCode.PARAMETER_INVALID, "-Dpacks.over=" + over + " means nothing")
                        .help(Nearest.question(over, GraphScope.keys())
                                        .map(near -> near + "\n")
                                        .orElse("") + "it is one of " + String.join(", ", GraphScope.keys()))
                        .asException());
    }

    /** What the user set on the command line below a prefix: the rest of the name to the value. No pom can. */
    static Map<String, String> properties(MavenCall call, String prefix) {
        Map<String, String> found = new TreeMap<>();
        call.session().getUserProperties().forEach((key, value) -> {
            if (key.toString().startsWith(prefix)) {
                found.put(key.toString().substring(prefix.length()), value.toString());
            }
        });
        return found;
    }

    private static GraphLimits limits(Map<String, String> given) {
        GraphLimits limits = GraphLimits.standard();
        Problems problems = new Problems();
        for (Map.Entry<String, String> limit : given.entrySet()) {
            String property = LIMITS + limit.getKey();
            Optional<LimitName> name = LimitName.find(property);
            if (name.isEmpty()) {
                List<String> known = Arrays.stream(LimitName.values())
                        .map(LimitName::property)
                        .toList();
                problems.add(Problem.of(ProblemCode.PARAMETER_INVALID, "there is no limit `" + property + "`")
                        .help(Nearest.question(property, known)
                                        .map(near -> near + "\n")
                                        .orElse("") + "the limits are " + String.join(", ", known)));
            } else if (!limit.getValue().matches("[1-9][0-9]{0,17}")) {
                problems.add(Problem.of(
                                ProblemCode.PARAMETER_INVALID,
                                "`" + limit.getValue() + "`, the value of -D" + property
                                        + ", is not a whole number above 0")
                        .help("the limit is " + name.get().of(GraphLimits.standard()) + " unless set"));
            } else {
                limits = limits.with(name.get(), Long.parseLong(limit.getValue()));
            }
        }
        problems.throwIfAny();
        return limits;
    }
}
