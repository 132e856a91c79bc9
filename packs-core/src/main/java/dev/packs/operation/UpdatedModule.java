package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.generation.GenerationReport;
import dev.packs.io.RelativePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a module's declared packs.
 *
 * @param reports by declaration
 * @param forgotten files of declarations that are gone
 */
public record UpdatedModule(
        Module module,
        Map<String, GenerationReport> reports,
        List<Path> forgotten,
        boolean lockWritten,
        List<Problem> warnings) {

    public UpdatedModule {
        forgotten = List.copyOf(forgotten);
        warnings = List.copyOf(warnings);
    }

    /** Every file that is not what it was before: what an IDE has to look at again. */
    public List<Path> changed() {
        List<Path> changed = new ArrayList<>(forgotten);
        reports.forEach((id, report) -> report.changed().forEach(path -> changed.add(path.under(module.outputOf(id)))));
        return changed;
    }

    /** A line for each declaration that changed something, and one for the lock. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        reports.forEach((id, report) -> {
            int kept = report.unchanged().size() + report.reused().size();
            lines.add(id + ": " + report.created().size() + " created, "
                    + report.replaced().size() + " replaced, "
                    + report.deleted().size() + " deleted, " + kept + " unchanged (" + report.renderedTemplates()
                    + " rendered)");
        });
        if (!forgotten.isEmpty()) {
            lines.add("deleted " + Count.of(forgotten.size(), "file") + " of packs that are no longer declared");
        }
        if (lockWritten) {
            lines.add("wrote " + module.lockFile().getFileName());
        }
        return lines;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("module", module.name());
        document.put("lockWritten", lockWritten);
        List<Object> declarations = new ArrayList<>();
        reports.forEach((id, report) -> declarations.add(describe(id, report)));
        document.put("declarations", declarations);
        document.put("forgotten", forgotten.stream().map(Path::toString).toList());
        return document;
    }

    private static Map<String, Object> describe(String id, GenerationReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("created", texts(report.created()));
        fields.put("replaced", texts(report.replaced()));
        fields.put("deleted", texts(report.deleted()));
        fields.put("unchanged", report.unchanged().size() + report.reused().size());
        fields.put("rendered", report.renderedTemplates());
        return fields;
    }

    private static List<String> texts(List<RelativePath> paths) {
        return paths.stream().map(RelativePath::text).toList();
    }
}
