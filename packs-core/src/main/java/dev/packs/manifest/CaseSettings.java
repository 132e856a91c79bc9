package dev.packs.manifest;

import java.util.List;

/**
 * What {@code case.toml} says of a golden case beside its answers.
 *
 * @param build goals, phases and options of Maven that are run in what the case generates; empty where it is not built
 * @param graphs graph files that the queries see, relative to the case's folder
 * @param isCompared whether what is generated is held against an expected tree
 */
public record CaseSettings(List<String> build, List<String> graphs, boolean isCompared) {

    public CaseSettings {
        build = List.copyOf(build);
        graphs = List.copyOf(graphs);
    }

    /** Those of a case without a {@code case.toml}. */
    public static CaseSettings usual() {
        return new CaseSettings(List.of(), List.of(), true);
    }
}
