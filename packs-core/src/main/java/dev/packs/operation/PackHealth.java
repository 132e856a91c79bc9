package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problems;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import dev.packs.source.PackContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What can be seen of a pack's care without running it; no score.
 *
 * @param cases golden cases; nothing where the pack carries none and does not lie in the project that may have some
 * @param undescribed variables without a description
 * @param withoutExample variables without an example, an option or a default
 * @param claimed {@code health_score}, as its author claims it
 */
record PackHealth(
        boolean readme,
        Optional<Integer> cases,
        int variables,
        List<String> undescribed,
        List<String> withoutExample,
        int queries,
        boolean productionReady,
        Optional<String> claimed) {

    private static final RelativePath README = RelativePath.parse("README.md");
    private static final Path SOURCES = Path.of("src", "main", "pack");

    PackHealth {
        undescribed = List.copyOf(undescribed);
        withoutExample = List.copyOf(withoutExample);
    }

    static PackHealth of(PackManifest manifest, PackContent content) {
        FileTree files = content.files();
        List<String> undescribed = new ArrayList<>();
        List<String> withoutExample = new ArrayList<>();
        for (VariableDefinition variable : manifest.variables()) {
            if (variable.description().isEmpty()) {
                undescribed.add(variable.name());
            }
            if (variable.example().isEmpty()
                    && variable.defaultValue().isEmpty()
                    && variable.options().isEmpty()) {
                withoutExample.add(variable.name());
            }
        }
        return new PackHealth(
                files.paths().contains(README),
                cases(content),
                manifest.variables().size(),
                undescribed,
                withoutExample,
                manifest.queries().size(),
                manifest.pack().productionReady(),
                Optional.ofNullable(manifest.metadata().get("health_score")).map(Object::toString));
    }

    /** Those that the pack carries, and, where it is the sources of a project, those of {@code src/test/pack}; as {@link ScorePack} finds them. */
    private static Optional<Integer> cases(PackContent content) {
        SortedSet<String> names = GoldenCase.carried(content.files());
        Optional<Path> sources = content.location().filter(place -> place.endsWith(SOURCES));
        if (sources.isPresent()) {
            try {
                Path tests = sources.get().resolveSibling("../test/pack").normalize();
                names.addAll(GoldenCase.all(tests, new Problems()).keySet());
            } catch (PacksException unreadable) {
                return Optional.empty();
            }
        }
        return names.isEmpty() && sources.isEmpty() ? Optional.empty() : Optional.of(names.size());
    }

    List<String> lines() {
        TextTable table = new TextTable();
        table.row("README", readme ? "yes" : "none");
        table.row(
                "tests",
                cases.isEmpty()
                        ? "not known: they lie in the project that builds the pack"
                        : Count.of(cases.get(), "golden case"));
        table.row(
                "variables",
                variables == 0
                        ? "none"
                        : variables
                                + (undescribed.isEmpty() ? ", all described" : missing("description", undescribed))
                                + (withoutExample.isEmpty() ? "" : missing("example or default", withoutExample)));
        if (queries > 0) {
            table.row("queries", Integer.toString(queries));
        }
        table.row(
                "claims",
                "production-ready: " + (productionReady ? "yes" : "no")
                        + claimed.map(score -> ", health score: " + score).orElse(""));
        return table.lines("  ");
    }

    private static String missing(String what, List<String> variables) {
        return ", without " + what + ": " + String.join(", ", variables);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("readme", readme);
        cases.ifPresent(number -> document.put("goldenCases", number));
        document.put("variables", variables);
        document.put("undescribed", undescribed);
        document.put("withoutExample", withoutExample);
        document.put("queries", queries);
        document.put("productionReady", productionReady);
        claimed.ifPresent(score -> document.put("claimedScore", score));
        return document;
    }
}
