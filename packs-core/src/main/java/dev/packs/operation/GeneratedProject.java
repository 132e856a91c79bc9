package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.generation.FileChange;
import dev.packs.generation.GenerationPlan;
import dev.packs.hook.PackHooks;
import dev.packs.io.RelativePath;
import dev.packs.pack.Hook;
import dev.packs.pack.PackArchetype;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.source.PackOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scaffold wrote, or would write.
 *
 * @param notes what the reader should know, but for hooks
 * @param hooks of all packs, those of the named one last
 * @param ran whether those of the named pack were run
 */
public record GeneratedProject(
        Subject subject,
        PreparedPacks prepared,
        GenerationPlan plan,
        List<Problem> notes,
        List<PackHooks> hooks,
        boolean ran)
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
        notes = List.copyOf(notes);
        hooks = List.copyOf(hooks);
    }

    /** Whose hooks were not run, or not yet. */
    GeneratedProject(
            Subject subject, PreparedPacks prepared, GenerationPlan plan, List<Problem> notes, List<PackHooks> hooks) {
        this(subject, prepared, plan, notes, hooks, false);
    }

    /** The same, after the hooks of the named pack were run. */
    GeneratedProject afterHooks() {
        return new GeneratedProject(subject, prepared, plan, notes, hooks, true);
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(notes);
        for (PackHooks each : hooks) {
            boolean named = each.pack().name().equals(subject.pack());
            if (!each.isEmpty() && !(named && ran)) {
                warnings.add(named ? Conversation.leftOut(each) : Conversation.neverRun(each));
            }
        }
        return warnings;
    }

    private Optional<PackHooks> own() {
        return hooks.stream()
                .filter(each -> each.pack().name().equals(subject.pack()) && !each.isEmpty())
                .findFirst();
    }

    int written() {
        return changed().size();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((subject.planned() ? "Would generate `" : "Generated `") + shownRoot() + "` from " + packs());
        List<FileChange> changes = plan.changes();
        for (FileChange change : changes.subList(0, Math.min(LISTED, changes.size()))) {
            lines.add("  " + ShownChange.of(change).mark() + " " + change.path());
        }
        if (changes.size() > LISTED) {
            lines.add("  and " + (changes.size() - LISTED) + " more");
        }
        if (subject.planned()) {
            String legend = ShownChange.legend(changes);
            if (!legend.isEmpty()) {
                lines.add(legend);
            }
            for (Problem problem : plan.problems()) {
                lines.addAll(List.of(problem.toString().split("\n")));
            }
            lines.add(
                    "Nothing was written. `mvn packs:generate` with the same parameters, without -Dpacks.dryRun, writes it.");
        } else {
            if (ran) {
                own().ifPresent(run -> lines.add("Ran " + Count.of(run.hooks().size(), "hook")));
            }
            lines.add("");
            lines.add("Next:");
            lines.add("  cd " + ShellWord.of(shownRoot()));
            if (hasPom()) {
                lines.add("  mvn verify");
            }
        }
        return lines;
    }

    private boolean hasPom() {
        for (FileChange change : plan.changes()) {
            if (change.path().text().equals("pom.xml")) {
                return true;
            }
        }
        return false;
    }

    private String packs() {
        List<PackId> closure = new ArrayList<>(prepared.closure(subject.pack()));
        PackId main = closure.remove(closure.size() - 1);
        Optional<PackArchetype> archetype = prepared.manifest(subject.pack()).archetype();
        if (archetype.isPresent() && prepared.content(subject.pack()).origin() == PackOrigin.ARCHETYPE) {
            return "the archetype " + archetype.get();
        }
        List<String> others = new ArrayList<>();
        for (PackId id : closure) {
            others.add(id.name().id() + " " + id.version());
        }
        return main.name() + " " + main.version()
                + (others.isEmpty() ? "" : " (with " + String.join(", ", others) + ")");
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
        own().ifPresent(hooks -> document.put("hooks", describe(hooks)));
        return document;
    }

    private Map<String, Object> describe(PackHooks hooks) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("digest", hooks.digest().toString());
        fields.put("run", ran);
        fields.put("commands", hooks.hooks().stream().map(Hook::run).toList());
        return fields;
    }

    private static Map<String, Object> describe(FileChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", change.path().text());
        fields.put("change", ShownChange.of(change).word());
        return fields;
    }

    /** Paths that were or would be created or replaced, in order. */
    List<RelativePath> changed() {
        List<RelativePath> changed = new ArrayList<>();
        for (FileChange change : plan.changes()) {
            if (change instanceof FileChange.Create || change instanceof FileChange.Replace) {
                changed.add(change.path());
            }
        }
        return changed;
    }
}
