package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.pack.PackId;
import dev.packs.store.InstalledPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an installation chose and brought. */
public record InstalledPacks(InstallPacks.Request request, PreparedPacks prepared, LockFile.Change lock)
        implements Report {

    @Override
    public List<String> lines() {
        List<String> lines = head();
        for (InstalledPackage added : prepared.installed().added()) {
            lines.add("  + " + added.coordinates());
        }
        for (InstalledPackage present : prepared.installed().present()) {
            lines.add("  = " + present.coordinates());
        }
        lines.add(
                lock == LockFile.Change.WRITTEN
                        ? "  wrote " + request.lockFile().getFileName()
                        : "  " + request.lockFile().getFileName() + " is unchanged");
        return lines;
    }

    /** Whether it has to do with the store at all. */
    public boolean hasPackages() {
        return !prepared.packages().isEmpty();
    }

    /** What the same installation has to say when it finds everything as this one left it. */
    List<String> repeated() {
        List<String> lines = head();
        for (InstalledPackage added : prepared.installed().added()) {
            lines.add("  = " + added.coordinates());
        }
        for (InstalledPackage present : prepared.installed().present()) {
            lines.add("  = " + present.coordinates());
        }
        lines.add("  " + request.lockFile().getFileName() + " is unchanged");
        return lines;
    }

    private List<String> head() {
        List<String> lines = new ArrayList<>();
        List<List<PackId>> levels = prepared.resolution().levels();
        int packs = prepared.resolution().packs().size();
        lines.add(request.name() + ": " + Count.of(packs, "pack") + " in " + Count.of(levels.size(), "level"));
        for (int level = 0; level < levels.size(); level++) {
            StringBuilder names = new StringBuilder();
            for (PackId id : levels.get(level)) {
                names.append(names.isEmpty() ? "" : ", ").append(id);
            }
            lines.add("  level " + level + ": " + names);
        }
        return lines;
    }

    @Override
    public Optional<Tally> tally() {
        return Optional.of(new Tally(
                "packages",
                prepared.installed().added().size(),
                prepared.installed().present().size(),
                0));
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", request.name());
        document.put(
                "levels",
                prepared.resolution().levels().stream()
                        .map(level -> level.stream().map(PackId::toString).toList())
                        .toList());
        document.put("installed", names(prepared.installed().added()));
        document.put("present", names(prepared.installed().present()));
        document.put("lock", request.lockFile().toString());
        document.put("lockWritten", lock == LockFile.Change.WRITTEN);
        return document;
    }

    private static List<String> names(List<InstalledPackage> packages) {
        return packages.stream().map(each -> each.coordinates().toString()).toList();
    }

    @Override
    public List<Problem> warnings() {
        return prepared.warnings();
    }
}
