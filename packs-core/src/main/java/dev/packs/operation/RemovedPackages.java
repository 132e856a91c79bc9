package dev.packs.operation;

import dev.packs.pack.PackageCoordinates;
import dev.packs.store.CleanReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was taken out of the store. */
public record RemovedPackages(CleanReport removed) implements Report {

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        removed.removed().forEach(each -> lines.add("  - " + each));
        lines.add(
                removed.removed().isEmpty()
                        ? "Nothing to remove: every package in the store is used, or there is none"
                        : "Removed " + Count.of(removed.removed().size(), "package") + ", "
                                + Bytes.of(removed.bytes()));
        if (removed.caches() > 0) {
            lines.add("Cleared " + Count.of(removed.caches(), "cache") + " that nobody had used for a day");
        }
        if (removed.leftOvers() > 0) {
            lines.add("Cleared what " + Count.of(removed.leftOvers(), "interrupted run") + " had left");
        }
        return lines;
    }

    @Override
    public Optional<Tally> tally() {
        return Optional.of(new Tally("packages", 0, 0, removed.removed().size()));
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "removed",
                removed.removed().stream().map(PackageCoordinates::toString).toList());
        document.put("bytes", removed.bytes());
        document.put("interruptedRuns", removed.leftOvers());
        document.put("caches", removed.caches());
        return document;
    }
}
