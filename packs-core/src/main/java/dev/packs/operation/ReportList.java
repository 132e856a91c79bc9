package dev.packs.operation;

import dev.packs.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        reports.forEach(report -> lines.addAll(report.lines()));
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(key, reports.stream().map(Report::document).toList());
        return document;
    }

    @Override
    public List<Problem> warnings() {
        return reports.stream()
                .flatMap(report -> report.warnings().stream())
                .distinct()
                .toList();
    }
}
