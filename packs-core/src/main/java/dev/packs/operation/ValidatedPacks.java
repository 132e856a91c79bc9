package dev.packs.operation;

import dev.packs.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was validated and is right.
 *
 * @param packs one that was named, or those that a build makes; none where only an application was looked at
 */
public record ValidatedPacks(Optional<Report> packs, Optional<Health> health) implements Report {

    /**
     * An application that is well.
     *
     * @param endpoint its address
     * @param status of the answer
     * @param said what it says of itself
     * @param time until the answer was there
     */
    public record Health(String endpoint, int status, Optional<String> said, Duration time) {}

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        packs.ifPresent(report -> lines.addAll(report.lines()));
        health.ifPresent(found -> lines.add("the application at " + found.endpoint() + " is healthy: "
                + found.said().map(said -> said + ", ").orElse("") + found.status() + " in "
                + found.time().toMillis() + " ms"));
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document =
                new LinkedHashMap<>(packs.map(Report::document).orElse(Map.of()));
        health.ifPresent(found -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("endpoint", found.endpoint());
            fields.put("status", found.status());
            found.said().ifPresent(said -> fields.put("said", said));
            fields.put("milliseconds", found.time().toMillis());
            document.put("deployed", fields);
        });
        return document;
    }

    @Override
    public List<Problem> warnings() {
        return packs.map(Report::warnings).orElse(List.of());
    }
}
