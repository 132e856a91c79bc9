package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.pack.PackId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pack without errors.
 *
 * @param among what was looked at together with others, where it was
 */
public record ValidPack(PackId id, int templates, Optional<CheckedAmongOthers> among, List<Problem> warnings)
        implements Report {

    public ValidPack {
        warnings = List.copyOf(warnings);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(id + " is valid: " + Count.of(templates, "template")
                + (warnings.isEmpty() ? "" : ", " + Count.of(warnings.size(), "warning")));
        among.ifPresent(checked -> lines.addAll(checked.lines()));
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("pack", id.toString());
        document.put("templates", templates);
        among.ifPresent(checked -> document.putAll(checked.document()));
        return document;
    }
}
