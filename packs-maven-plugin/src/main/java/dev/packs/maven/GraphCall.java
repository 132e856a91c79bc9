package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphLimits;
import dev.packs.operation.GraphScope;
import dev.packs.pack.PackRef;
import dev.packs.source.PackContent;
import java.util.ArrayList;
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

    /** @throws PacksException with everything that is wrong with the parameters */
    static GraphCall of(MavenCall call, Wiring wiring, @Nullable String pack, @Nullable String over) {
        List<PackRef.Named> refs = new ArrayList<>();
        List<PackContent> contents = new ArrayList<>();
        for (AskedPack asked : AskedPacks.require(pack, call, wiring)) {
            refs.add(asked.ref());
            contents.addAll(asked.contents());
        }
        return new GraphCall(
                refs,
                contents,
                Optional.ofNullable(over).map(GraphCall::scope),
                BuildGraphs.read(call.session().getUserProperties()));
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
}
