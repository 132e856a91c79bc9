package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackId;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two versions of a pack, and what is different, the weightiest first. */
public record ComparedPacks(PackId before, PackId after, List<PackChange> changes) implements Report {

    public ComparedPacks {
        changes = changes.stream()
                .sorted(Comparator.comparing(PackChange::weight).reversed())
                .toList();
    }

    /** What is needed, empty where nothing changed. */
    private Optional<PackChange.Weight> needed() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(0).weight());
    }

    /**
     * The least version that says what changed. Below 1.0.0, where SemVer promises nothing, as most tools read it: what breaks moves the second number, anything else the third.
     */
    Version least() {
        Version old = before.version().withoutSnapshot();
        if (needed().isEmpty()) {
            return old;
        }
        if (old.isPreRelease()) {
            // Of a pre-release nothing is promised: any later one will do, and the release itself is one.
            return Version.of(old.major(), old.minor(), old.patch());
        }
        PackChange.Weight weight = needed().get();
        if (old.major() == 0) {
            return weight == PackChange.Weight.MAJOR
                    ? Version.of(0, old.minor() + 1, 0)
                    : Version.of(0, old.minor(), old.patch() + 1);
        }
        return switch (weight) {
            case MAJOR -> Version.of(old.major() + 1, 0, 0);
            case MINOR -> Version.of(old.major(), old.minor() + 1, 0);
            case PATCH -> Version.of(old.major(), old.minor(), old.patch() + 1);
        };
    }

    /** Whether the later version says what changed; one of a pre-release counts as what it leads to. */
    boolean fits() {
        Version chosen = after.version().withoutSnapshot();
        if (needed().isEmpty()) {
            return true;
        }
        Version old = before.version().withoutSnapshot();
        if (old.isPreRelease()) {
            return chosen.compareTo(old) > 0;
        }
        return Version.of(chosen.major(), chosen.minor(), chosen.patch()).compareTo(least()) >= 0;
    }

    /** What a build that asks for it fails with; nothing where the version fits. */
    public Optional<Problem> misfit() {
        if (fits()) {
            return Optional.empty();
        }
        List<String> why = new ArrayList<>();
        for (PackChange change : changes) {
            if (change.weight() == changes.get(0).weight()) {
                why.add(change.text());
            }
        }
        return Optional.of(Problem.of(ProblemCode.VERSION_TOO_LOW, verdict())
                .help("choose " + least() + " or a higher one, or take this back:\n" + String.join("\n", why)));
    }

    private String verdict() {
        if (needed().isEmpty()) {
            return "nothing changed for those who use the pack";
        }
        String word = needed().get().word();
        String range = "from " + before.version() + " to " + after.version();
        return fits()
                ? "what changed is " + word + ", and " + range + " says so"
                : "what changed is " + word + ", and " + range + " does not say so: it has to be " + least()
                        + " at least";
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(before + " -> " + (after.name().equals(before.name()) ? after.version() : after));
        for (PackChange change : changes) {
            lines.add("  " + change.weight().word() + ": " + change.text());
        }
        lines.add(verdict());
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("before", before.toString());
        document.put("after", after.toString());
        document.put("change", needed().map(PackChange.Weight::word).orElse("none"));
        document.put("fits", fits());
        document.put("least", least().toString());
        document.put(
                "changes",
                changes.stream()
                        .map(change -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("weight", change.weight().word());
                            fields.put("text", change.text());
                            return fields;
                        })
                        .toList());
        return document;
    }
}
