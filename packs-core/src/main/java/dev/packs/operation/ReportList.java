package dev.packs.operation;

import dev.packs.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several reports of one run, one after the other.
 *
 * @param key under which their documents stand in a list
 */
public record ReportList(String key, List<? extends Report> reports) implements Report {

    public ReportList {
        reports = List.copyOf(reports);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Report report : reports) {
            lines.addAll(report.lines());
        }
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(key, reports.stream().map(Report::document).toList());
        return document;
    }

    @Override
    public Optional<Tally> tally() {
        Optional<Tally> sum = Optional.empty();
        for (Report report : reports) {
            Optional<Tally> next = report.tally();
            if (sum.isPresent() && next.isPresent()) {
                Tally before = sum.get();
                Tally more = next.get();
                sum = Optional.of(new Tally(
                        before.of(),
                        before.written() + more.written(),
                        before.kept() + more.kept(),
                        before.removed() + more.removed()));
            } else if (next.isPresent()) {
                sum = next;
            }
        }
        return sum;
    }

    @Override
    public List<Problem> warnings() {
        Set<Problem> warnings = new LinkedHashSet<>();
        for (Report report : reports) {
            warnings.addAll(report.warnings());
        }
        return List.copyOf(warnings);
    }
}
