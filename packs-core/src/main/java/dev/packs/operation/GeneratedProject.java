package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.generation.FileChange;
import dev.packs.generation.GenerationPlan;
import dev.packs.generation.SettledFile;
import dev.packs.hook.PackHooks;
import dev.packs.io.RelativePath;
import dev.packs.merge.MergeChoice;
import dev.packs.pack.Hook;
import dev.packs.pack.PackArchetype;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.source.PackOrigin;
import dev.packs.terminal.ShellText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        Map<RelativePath, SettledFile> settled,
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
    record Subject(Path folder, Path root, PackName pack, boolean planned, Optional<Composed> composed) {}

    /**
     * Packs that were named one by one.
     *
     * @param packs in the order in which they were named
     * @param saved the project of the pack that they were saved as
     */
    record Composed(List<PackName> packs, Optional<Path> saved) {

        Composed {
            packs = List.copyOf(packs);
        }

        /** {@code com.acme:web 1.2.0 and com.acme:tool 2.0.0}. */
        String named(PreparedPacks prepared) {
            List<String> named = new ArrayList<>();
            for (PackName pack : packs) {
                named.add(pack + " "
                        + prepared.resolution()
                                .version(pack)
                                .map(Object::toString)
                                .orElse(""));
            }
            return String.join(" and ", named);
        }

        /** {@code web and tool}. */
        String ids() {
            List<String> ids = new ArrayList<>();
            for (PackName pack : packs) {
                ids.add(pack.id());
            }
            return String.join(" and ", ids);
        }
    }

    public GeneratedProject {
        settled = Collections.unmodifiableMap(new TreeMap<>(settled));
        notes = List.copyOf(notes);
        hooks = List.copyOf(hooks);
    }

    /** Whose hooks were not run, or not yet. */
    GeneratedProject(
            Subject subject,
            PreparedPacks prepared,
            GenerationPlan plan,
            Map<RelativePath, SettledFile> settled,
            List<Problem> notes,
            List<PackHooks> hooks) {
        this(subject, prepared, plan, settled, notes, hooks, false);
    }

    /** The same, after the hooks of the named pack were run. */
    GeneratedProject afterHooks() {
        return new GeneratedProject(subject, prepared, plan, settled, notes, hooks, true);
    }

    /** The same, with more that the reader should know. */
    GeneratedProject noting(List<Problem> more) {
        List<Problem> all = new ArrayList<>(notes);
        all.addAll(more);
        return new GeneratedProject(subject, prepared, plan, settled, all, hooks, ran);
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(notes);
        for (PackHooks each : hooks) {
            boolean named = each.pack().name().equals(subject.pack());
            if (!each.isEmpty() && !(named && ran)) {
                warnings.add(leftOut(each, named));
            }
        }
        return warnings;
    }

    private Problem leftOut(PackHooks each, boolean named) {
        if (subject.composed().isPresent()) {
            return HooksLeftOut.ofComposed(each);
        }
        return named ? HooksLeftOut.ofNamed(each, subject.planned()) : HooksLeftOut.ofOther(each);
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
        // Who composes wants to know of each file whose it is; a plan leaves none out.
        int listed = subject.planned() && !settled.isEmpty() ? changes.size() : Math.min(LISTED, changes.size());
        for (FileChange change : changes.subList(0, listed)) {
            lines.add("  " + ShownChange.of(change).mark() + " " + change.path() + whose(change.path()));
        }
        if (changes.size() > listed) {
            lines.add("  and " + (changes.size() - listed) + " more");
        }
        lines.addAll(choices());
        Optional<Path> saved = saved();
        if (saved.isPresent()) {
            lines.add((subject.planned() ? "Would save" : "Saved") + " the composition as a pack in `"
                    + shown(saved.get()) + "`");
        }
        if (subject.planned()) {
            String legend = ShownChange.legend(changes);
            if (!legend.isEmpty()) {
                lines.add(legend);
            }
            for (Problem problem : plan.problems()) {
                lines.addAll(List.of(problem.toString().split("\n")));
            }
            lines.add(ending());
        } else {
            if (ran) {
                own().ifPresent(run -> lines.add("Ran " + Count.of(run.hooks().size(), "hook")));
            }
            lines.add("");
            lines.add("Next:");
            lines.add("  cd " + ShellText.here().quote(shownRoot()).orElse("…"));
            if (hasPom()) {
                lines.add("  mvn verify");
            }
            if (saved.isPresent()) {
                lines.add("and for the pack:");
                lines.add(
                        "  mvn -f " + ShellText.here().quote(shown(saved.get())).orElse("…") + " install");
            }
        }
        return lines;
    }

    /** What comes of the plan, which may have found what is in the way. */
    private String ending() {
        String goal = "mvn packs:" + (subject.composed().isPresent() ? "compose" : "generate");
        return plan.problems().isEmpty()
                ? "Nothing was written. `" + goal + "` with the same parameters (but -Dpacks.dryRun) writes it."
                : "Nothing was written, and `" + goal + "` with the same parameters would fail: see above.";
    }

    private boolean hasPom() {
        for (FileChange change : plan.changes()) {
            if (change.path().text().equals("pom.xml")) {
                return true;
            }
        }
        return false;
    }

    private Optional<Path> saved() {
        return subject.composed().isPresent() ? subject.composed().get().saved() : Optional.empty();
    }

    /** Behind the path, where several packs are composed. */
    private String whose(RelativePath path) {
        SettledFile file = settled.get(path);
        return file == null ? "" : "  (" + ShownSettlement.of(file) + ")";
    }

    /** Where files that were merged said different things. */
    private List<String> choices() {
        List<String> lines = new ArrayList<>();
        for (SettledFile file : settled.values()) {
            for (MergeChoice choice : file.choices()) {
                if (lines.isEmpty()) {
                    lines.add("Where merged files differ:");
                }
                lines.add("  " + file.path() + ": " + choice.where() + " is `" + choice.kept() + "`, not `"
                        + choice.dropped() + "`: " + choice.reason());
            }
        }
        return lines;
    }

    private String packs() {
        List<PackId> closure = new ArrayList<>(prepared.closure(subject.pack()));
        PackId main = closure.remove(closure.size() - 1);
        Optional<PackArchetype> archetype = prepared.manifest(subject.pack()).archetype();
        if (archetype.isPresent() && prepared.content(subject.pack()).origin() == PackOrigin.ARCHETYPE) {
            return "the archetype " + archetype.get();
        }
        if (subject.composed().isPresent()) {
            Composed composed = subject.composed().get();
            closure.removeIf(id -> composed.packs().contains(id.name()));
            return composed.named(prepared) + with(closure);
        }
        return main.name() + " " + main.version() + with(closure);
    }

    private static String with(List<PackId> packs) {
        List<String> others = new ArrayList<>();
        for (PackId id : packs) {
            others.add(id.name().id() + " " + id.version());
        }
        return (others.isEmpty() ? "" : " (with " + String.join(", ", others) + ")");
    }

    private String shownRoot() {
        return shown(subject.root());
    }

    private String shown(Path path) {
        Path folder = subject.folder().toAbsolutePath().normalize();
        return path.startsWith(folder) && !path.equals(folder)
                ? folder.relativize(path).toString()
                : path.toString();
    }

    @Override
    public Optional<Tally> tally() {
        int written = subject.planned() ? 0 : written();
        return Optional.of(new Tally("files", written, plan.changes().size() - written, 0));
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder", subject.root().toString());
        document.put("written", !subject.planned());
        document.put("packs", ids());
        document.put("files", plan.changes().stream().map(this::describe).toList());
        document.put(
                "obstacles", plan.problems().stream().map(Problem::toString).toList());
        Optional<Path> saved = saved();
        if (saved.isPresent()) {
            document.put("saved", saved.get().toString());
        }
        own().ifPresent(hooks -> document.put("hooks", describe(hooks)));
        if (subject.composed().isPresent() && hooks.stream().anyMatch(each -> !each.isEmpty())) {
            document.put("hooks", ofEach());
        }
        return document;
    }

    /** Of a composition: none of them is anybody's own, and none runs. */
    private List<Object> ofEach() {
        List<Object> all = new ArrayList<>();
        for (PackHooks each : hooks) {
            if (!each.isEmpty()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("pack", each.pack().toString());
                fields.put("commands", commands(each));
                all.add(fields);
            }
        }
        return all;
    }

    private static List<List<String>> commands(PackHooks hooks) {
        return hooks.hooks().stream().map(Hook::run).toList();
    }

    private Map<String, Object> describe(PackHooks hooks) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("digest", hooks.digest().toString());
        fields.put("run", ran);
        fields.put("commands", commands(hooks));
        return fields;
    }

    /** Without the one that stands for the composition itself. */
    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (PackId id : prepared.closure(subject.pack())) {
            if (subject.composed().isEmpty() || !id.name().equals(subject.pack())) {
                ids.add(id.toString());
            }
        }
        return ids;
    }

    private Map<String, Object> describe(FileChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", change.path().text());
        fields.put("change", ShownChange.of(change).word());
        SettledFile file = settled.get(change.path());
        if (file != null) {
            fields.putAll(ShownSettlement.document(file));
        }
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
