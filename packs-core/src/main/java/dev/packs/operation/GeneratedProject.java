package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.generation.FileChange;
import dev.packs.generation.GenerationPlan;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a scaffold wrote, or would write. */
public record GeneratedProject(Subject subject, PreparedPacks prepared, GenerationPlan plan, List<Problem> warnings)
        implements Report {

    private static final int LISTED = 60;

    /**
     * What it is about.
     *
     * @param folder where the user stands
     * @param root the folder that became the project
     * @param planned nothing was written
     */
    record Subject(Path folder, Path root, PackName pack, boolean planned) {}

    public GeneratedProject {
        warnings = List.copyOf(warnings);
    }

    int written() {
        return (int) plan.changes().stream()
                .filter(change -> change instanceof FileChange.Create || change instanceof FileChange.Replace)
                .count();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((subject.planned() ? "Would generate `" : "Generated `") + shownRoot() + "` from " + packs());
        List<FileChange> changes = plan.changes();
        changes.stream()
                .limit(LISTED)
                .forEach(change -> lines.add("  " + ShownChange.of(change).mark() + " " + change.path()));
        if (changes.size() > LISTED) {
            lines.add("  and " + (changes.size() - LISTED) + " more");
        }
        if (subject.planned()) {
            plan.problems()
                    .forEach(problem -> lines.addAll(List.of(problem.toString().split("\n"))));
            lines.add(
                    "Nothing was written. `mvn packs:generate` with the same parameters, without -Dpacks.dryRun, writes it.");
        } else {
            lines.add("");
            lines.add("Next:");
            lines.add("  cd " + shownRoot());
            if (changes.stream().anyMatch(change -> change.path().text().equals("pom.xml"))) {
                lines.add("  mvn verify");
            }
        }
        return lines;
    }

    private String packs() {
        List<PackId> closure = new ArrayList<>(prepared.closure(subject.pack()));
        PackId main = closure.remove(closure.size() - 1);
        String others = closure.isEmpty()
                ? ""
                : " (with "
                        + String.join(
                                ", ",
                                closure.stream().map(GeneratedProject::shown).toList()) + ")";
        return main.name() + " " + main.version() + others;
    }

    private static String shown(PackId id) {
        return id.name().id() + " " + id.version();
    }

    private String shownRoot() {
        Path folder = subject.folder().toAbsolutePath().normalize();
        return subject.root().startsWith(folder) && !subject.root().equals(folder)
                ? folder.relativize(subject.root()).toString()
                : subject.root().toString();
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder", subject.root().toString());
        document.put("written", !subject.planned());
        document.put(
                "packs",
                prepared.closure(subject.pack()).stream().map(PackId::toString).toList());
        document.put(
                "files", plan.changes().stream().map(GeneratedProject::describe).toList());
        document.put(
                "obstacles", plan.problems().stream().map(Problem::toString).toList());
        return document;
    }

    private static Map<String, Object> describe(FileChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", change.path().text());
        fields.put("change", ShownChange.of(change).word());
        return fields;
    }

    /** Paths that were or would be created or replaced, in order. */
    List<RelativePath> changed() {
        return plan.changes().stream()
                .filter(change -> change instanceof FileChange.Create || change instanceof FileChange.Replace)
                .map(FileChange::path)
                .toList();
    }
}
