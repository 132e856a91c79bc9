package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.generation.FileChange;
import dev.packs.operation.ArchetypeFidelity.Kind;
import dev.packs.operation.ImportArchetype.Imported;
import dev.packs.terminal.ShellText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The packs that were made of archetypes, each with its fidelity report.
 *
 * @param folder where the user stands
 * @param isPlanned nothing was written
 * @param failures what is wrong with those that are not among them
 */
public record ImportedArchetypes(List<Imported> imported, Path folder, boolean isPlanned, List<Problem> failures)
        implements Report {

    private static final String REPORT = "src/main/pack/archetype/fidelity.txt";

    /** Of more than these only a line each is shown; each pack has its report in a file. */
    private static final int SHOWN = 3;

    public ImportedArchetypes {
        imported = List.copyOf(imported);
        failures = List.copyOf(failures);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Imported each : imported) {
            lines.add((isPlanned ? "Would import " : "Imported ")
                    + each.fidelity().archetype() + " as " + each.pack() + " into `" + shown(each.folder()) + "`"
                    + summary(each));
            if (imported.size() <= SHOWN) {
                lines.add(each.fidelity().verdict());
                lines.addAll(each.fidelity().findingLines());
                lines.add("");
            }
        }
        if (imported.size() > SHOWN) {
            lines.add("");
            lines.add((isPlanned ? "Would import " : "Imported ") + imported.size()
                    + " archetypes; what is exact, stricter or refused is in each pack's " + REPORT);
        }
        if (isPlanned) {
            lines.add("Nothing was written.");
        } else if (imported.size() == 1) {
            Imported one = imported.get(0);
            lines.add("Next:");
            lines.add("  mvn -f " + argument(one.folder()) + " install");
            if (one.script().isPresent()) {
                lines.add("  unzip -p " + argument(one.jar()) + " META-INF/archetype-post-generate.groovy");
            }
            lines.add("  " + one.command());
        }
        return lines;
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        for (Imported each : imported) {
            ArchetypeFidelity fidelity = each.fidelity();
            int refused = fidelity.count(Kind.REFUSED);
            if (refused > 0) {
                warnings.add(Problem.of(
                                each.script().isPresent() ? ProblemCode.SCRIPT_REFUSED : ProblemCode.TEMPLATE_FORBIDDEN,
                                "the archetype " + fidelity.archetype() + " "
                                        + (each.script().isPresent()
                                                ? "runs a script of its own, and cannot be generated until that is allowed"
                                                : "has " + Count.of(refused, "template") + " that cannot be generated"))
                        .help("see what and why: `" + shown(each.folder().resolve(REPORT)) + "`"));
            }
        }
        return warnings;
    }

    private static String summary(Imported each) {
        ArchetypeFidelity fidelity = each.fidelity();
        int refused = fidelity.count(Kind.REFUSED);
        return (each.cases() == 0 ? "" : " with " + Count.of(each.cases(), "golden case"))
                + (refused == 0 ? "" : ", " + refused + " refused");
    }

    private String argument(Path path) {
        return ShellText.here().quote(shown(path)).orElse("…");
    }

    private String shown(Path path) {
        Path here = folder.toAbsolutePath().normalize();
        return path.startsWith(here) && !path.equals(here)
                ? here.relativize(path).toString()
                : path.toString();
    }

    @Override
    public Map<String, Object> document() {
        List<Map<String, Object>> packs = new ArrayList<>();
        for (Imported each : imported) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("archetype", each.fidelity().archetype().toString());
            fields.put("digest", each.fidelity().digest().toString());
            fields.put("pack", each.pack().toString());
            fields.put("folder", each.folder().toString());
            fields.put("goldenCases", each.cases());
            fields.put("fidelity", each.fidelity().document());
            List<Map<String, Object>> files = new ArrayList<>();
            for (FileChange change : each.plan().changes()) {
                Map<String, Object> file = new LinkedHashMap<>();
                file.put("path", change.path().text());
                file.put("change", ShownChange.of(change).word());
                files.add(file);
            }
            fields.put("files", files);
            packs.add(fields);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("written", !isPlanned);
        document.put("archetypes", packs);
        return document;
    }
}
