package dev.packs.operation;

import dev.packs.archetype.ArchetypeId;
import dev.packs.integrity.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How true a pack is to the archetype that it was made of: what comes out byte for byte as from the original, what is refused, what is checked more strictly.
 *
 * @param digest of the archetype's jar
 */
public record ArchetypeFidelity(ArchetypeId archetype, Digest digest, List<Finding> findings) {

    /** The finding that a script wants to run, which ends every generation until it is allowed. */
    static final String SCRIPT = "script";

    /** The plugin that the pack is compared with. */
    static final String ORIGINAL = "maven-archetype-plugin 3.4.1";

    public ArchetypeFidelity {
        findings = List.copyOf(findings);
    }

    /** What kind of thing was found. */
    enum Kind {
        EXACT("Exact: what `archetype:generate -B` of " + ORIGINAL + " yields, byte for byte"),
        STRICTER("Checked more strictly: what the original lets pass"),
        REFUSED("Cannot be generated");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As documents spell it. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that was found.
     *
     * @param subject what it is about: {@code files}, {@code property java-version}, {@code script}
     */
    record Finding(Kind kind, String subject, String text) {

        /** Whether it makes this archetype another than the original; what holds for all archetypes does not. */
        boolean differs() {
            return kind == Kind.REFUSED || (kind == Kind.STRICTER && subject.startsWith("property "));
        }
    }

    /** All of it in one line. */
    String verdict() {
        int differences = 0;
        for (Finding finding : findings) {
            if (finding.kind() == Kind.REFUSED && finding.subject().equals(SCRIPT)) {
                return "Cannot be generated: it runs a script of its own, until that is allowed";
            }
            differences += finding.differs() ? 1 : 0;
        }
        return "Generates exactly what archetype:generate 3.4.1 does"
                + (differences == 0 ? "" : ", but for " + Count.of(differences, "thing"));
    }

    /** For a person. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("The archetype " + archetype + " as a pack");
        lines.add(verdict());
        lines.add(digest.toString());
        lines.addAll(findingLines());
        return lines;
    }

    /** A part for each kind, with an empty line before it; what cannot be generated first. */
    List<String> findingLines() {
        List<String> lines = new ArrayList<>();
        for (Kind kind : List.of(Kind.REFUSED, Kind.EXACT, Kind.STRICTER)) {
            List<String> own = new ArrayList<>();
            for (Finding finding : findings) {
                if (finding.kind() == kind) {
                    own.add("  " + finding.subject() + ": " + finding.text());
                }
            }
            if (!own.isEmpty()) {
                lines.add("");
                lines.add(kind.title);
                lines.addAll(own);
            }
        }
        return lines;
    }

    int count(Kind kind) {
        int count = 0;
        for (Finding finding : findings) {
            count += finding.kind() == kind ? 1 : 0;
        }
        return count;
    }

    /** For a program: the verdict, and kind to a list of {@code subject} and {@code text}. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("verdict", verdict());
        for (Kind kind : Kind.values()) {
            List<Map<String, Object>> own = new ArrayList<>();
            for (Finding finding : findings) {
                if (finding.kind() == kind) {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("subject", finding.subject());
                    fields.put("text", finding.text());
                    own.add(fields);
                }
            }
            document.put(kind.key(), own);
        }
        return document;
    }
}
