package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.pack.PackId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packs with their relations.
 *
 * @param comparison where there are several
 */
public record RelatedPacks(List<Shown> packs, Optional<Comparison> comparison) implements Report {

    public RelatedPacks {
        packs = List.copyOf(packs);
    }

    /** Why a pack is related: {@code has the same tag}, {@code java}. */
    public record Reason(String reason, String what) {}

    /** @param pack {@code group:id} */
    public record Related(String pack, List<Reason> reasons) {

        public Related {
            reasons = List.copyOf(reasons);
        }
    }

    /** @param related those with the most reasons first */
    public record Shown(ShowPack.Description description, List<Related> related, List<Problem> warnings) {

        public Shown {
            related = List.copyOf(related);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Whether packs get along.
     *
     * @param packs everything that is needed together; if that cannot be found, what was named
     * @param conflicts why they do not, as sentences
     */
    public record Comparison(List<PackId> packs, List<String> conflicts) {

        public Comparison {
            packs = List.copyOf(packs);
            conflicts = List.copyOf(conflicts);
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("");
            if (conflicts.isEmpty()) {
                lines.add("Together: they get along");
                packs.forEach(pack -> lines.add("  " + pack));
            } else {
                lines.add("Together: they do not get along");
                conflicts.forEach(conflict -> conflict.lines().forEach(line -> lines.add("  " + line)));
            }
            return lines;
        }

        private Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("compatible", conflicts.isEmpty());
            document.put("packs", packs.stream().map(PackId::toString).toList());
            document.put("conflicts", conflicts);
            return document;
        }
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Shown shown : packs) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(shown.description().lines());
            lines.add("");
            lines.add(shown.related().isEmpty() ? "No pack is related" : "Related");
            TextTable table = new TextTable();
            for (Related related : shown.related()) {
                for (int i = 0; i < related.reasons().size(); i++) {
                    Reason reason = related.reasons().get(i);
                    table.row(i == 0 ? related.pack() : "", reason.reason(), reason.what());
                }
            }
            lines.addAll(table.lines("  "));
        }
        comparison.ifPresent(together -> lines.addAll(together.lines()));
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        if (packs.size() == 1) {
            return describe(packs.get(0));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("packs", packs.stream().map(RelatedPacks::describe).toList());
        comparison.ifPresent(together -> document.put("together", together.document()));
        return document;
    }

    private static Map<String, Object> describe(Shown shown) {
        Map<String, Object> document = new LinkedHashMap<>(shown.description().document());
        document.put(
                "related",
                shown.related().stream()
                        .map(related -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("pack", related.pack());
                            fields.put(
                                    "reasons",
                                    related.reasons().stream()
                                            .map(RelatedPacks::describe)
                                            .toList());
                            return fields;
                        })
                        .toList());
        return document;
    }

    private static Map<String, Object> describe(Reason reason) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", reason.reason());
        fields.put("what", reason.what());
        return fields;
    }

    @Override
    public List<Problem> warnings() {
        return packs.stream()
                .flatMap(shown -> shown.warnings().stream())
                .distinct()
                .toList();
    }
}
