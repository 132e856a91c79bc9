package dev.packs.operation;

import dev.packs.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the golden cases of packs.
 *
 * @param accepting whether what is generated became what is expected
 */
public record TestedPacks(boolean accepting, List<Pack> packs, List<Problem> warnings) implements Report {

    public TestedPacks {
        packs = List.copyOf(packs);
        warnings = List.copyOf(warnings);
    }

    /**
     * One pack.
     *
     * @param folder of its cases
     */
    record Pack(String pack, Path folder, List<Case> cases) {

        Pack {
            cases = List.copyOf(cases);
        }
    }

    /**
     * One case.
     *
     * @param files that were generated
     * @param time that this took
     * @param compared whether they were held against an expected tree
     * @param accepted what the expected tree was made to follow
     * @param built how long the build took; empty where there was none
     */
    record Case(
            String name,
            int files,
            Duration time,
            boolean compared,
            List<GoldenDifference> accepted,
            Optional<Duration> built) {

        Case {
            accepted = List.copyOf(accepted);
        }
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Pack pack : packs) {
            if (pack.cases().isEmpty()) {
                lines.add(pack.pack() + " has no golden case to run in `" + pack.folder() + "`");
                continue;
            }
            lines.add(pack.pack() + ": "
                    + (accepting ? "" : "as expected in ")
                    + Count.of(pack.cases().size(), "golden case")
                    + (accepting ? " generated" : ""));
            for (Case each : pack.cases()) {
                lines.add("  " + each.name() + ": " + Count.of(each.files(), "file") + " in " + seconds(each.time())
                        + (each.compared() ? "" : ", not compared")
                        + each.built()
                                .map(time -> ", built in " + seconds(time))
                                .orElse("")
                        + accepted(each));
                for (GoldenDifference difference : each.accepted()) {
                    lines.add("    " + difference.kind().mark() + " " + shown(difference));
                }
            }
        }
        return lines;
    }

    private String accepted(Case each) {
        if (!accepting || !each.compared()) {
            return "";
        }
        return each.accepted().isEmpty()
                ? ", as expected before"
                : ", accepted " + Count.of(each.accepted().size(), "change");
    }

    private static String shown(GoldenDifference difference) {
        return difference.kind() == GoldenDifference.Kind.FOLDER
                ? GoldenCase.FOLDERS + " (" + difference.path() + "/)"
                : difference.path().text();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("accepted", accepting);
        document.put("packs", packs.stream().map(TestedPacks::describe).toList());
        return document;
    }

    private static Map<String, Object> describe(Pack pack) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pack", pack.pack());
        fields.put("cases", pack.cases().stream().map(TestedPacks::describe).toList());
        return fields;
    }

    private static Map<String, Object> describe(Case each) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", each.name());
        fields.put("files", each.files());
        fields.put("milliseconds", each.time().toMillis());
        fields.put("compared", each.compared());
        fields.put("built", each.built().isPresent());
        each.built().ifPresent(time -> fields.put("buildMilliseconds", time.toMillis()));
        fields.put(
                "changes", each.accepted().stream().map(TestedPacks::describe).toList());
        return fields;
    }

    private static Map<String, Object> describe(GoldenDifference difference) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", difference.path().text());
        fields.put("change", difference.kind().name().toLowerCase(Locale.ROOT));
        return fields;
    }
}
