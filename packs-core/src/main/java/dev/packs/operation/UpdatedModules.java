package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.generation.GenerationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the declared packs of several modules. */
public record UpdatedModules(List<UpdatedModule> modules, boolean planned) implements Report {

    public UpdatedModules {
        modules = List.copyOf(modules);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (UpdatedModule module : modules) {
            String prefix = modules.size() > 1 ? module.module().name() + ": " : "";
            module.lines().forEach(line -> lines.add(prefix + line));
            if (planned) {
                module.reports().forEach((id, report) -> {
                    report.created().forEach(path -> lines.add("  + " + id + "/" + path));
                    report.replaced().forEach(path -> lines.add("  ~ " + id + "/" + path));
                    report.deleted().forEach(path -> lines.add("  - " + id + "/" + path));
                });
            }
        }
        if (planned) {
            lines.add("Nothing was written; the next build writes it.");
        }
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        return Map.of("modules", modules.stream().map(UpdatedModule::document).toList());
    }

    @Override
    public Optional<Tally> tally() {
        int written = 0;
        int kept = 0;
        int removed = 0;
        for (UpdatedModule module : modules) {
            removed += module.forgotten().size();
            for (GenerationReport report : module.reports().values()) {
                written += report.created().size() + report.replaced().size();
                kept += report.unchanged().size() + report.reused().size();
                removed += report.deleted().size();
            }
        }
        return Optional.of(new Tally("files", written, kept, removed));
    }

    @Override
    public List<Problem> warnings() {
        return modules.stream()
                .flatMap(module -> module.warnings().stream())
                .distinct()
                .toList();
    }
}
