package dev.packs.operation;

import dev.packs.pack.PackId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How good a pack is, from 0 to 100, with the evidence of each point. */
public record PackScore(PackId id, List<Part> parts) implements Report {

    public PackScore {
        parts = List.copyOf(parts);
    }

    /**
     * A line of the table.
     *
     * @param most that can be had
     * @param evidence what was looked at
     * @param next what would earn the next point
     */
    record Part(String name, int points, int most, List<String> evidence, Optional<String> next) {

        Part {
            evidence = List.copyOf(evidence);
        }
    }

    /** The sum. */
    public int points() {
        return parts.stream().mapToInt(Part::points).sum();
    }

    /** What would earn the next points, the part with the most to gain first. */
    public List<String> next() {
        return parts.stream()
                .filter(part -> part.next().isPresent())
                .sorted((a, b) -> Integer.compare(b.most() - b.points(), a.most() - a.points()))
                .map(part -> part.name() + ": " + part.next().orElse(""))
                .toList();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(id + " scores " + points() + " of 100");
        for (Part part : parts) {
            lines.add(String.format(Locale.ROOT, "  %-14s %2d of %2d", part.name(), part.points(), part.most()));
            part.evidence().forEach(each -> lines.add("    " + each));
            part.next().ifPresent(text -> lines.add("    next: " + text));
        }
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("pack", id.toString());
        document.put("score", points());
        document.put("parts", parts.stream().map(PackScore::describe).toList());
        return document;
    }

    private static Map<String, Object> describe(Part part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", part.name());
        fields.put("points", part.points());
        fields.put("of", part.most());
        fields.put("evidence", part.evidence());
        part.next().ifPresent(text -> fields.put("next", text));
        return fields;
    }
}
