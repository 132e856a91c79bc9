package dev.packs.archetype;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an archetype's descriptor says.
 *
 * @param kind which descriptor it has
 * @param id the name that the descriptor gives; empty if it gives none
 * @param partial whether it may add to a project that is there
 * @param properties what the descriptor itself requires, in its order; see {@link #asked}
 * @param modules how many modules it has, modules in modules counted
 * @param script what it would run after generation
 * @param tests the archetype's own test projects, where the jar carries them
 */
public record ArchetypeContent(
        ArchetypeKind kind,
        String id,
        boolean partial,
        List<ArchetypeProperty> properties,
        int modules,
        Optional<ArchetypeScript> script,
        List<ArchetypeTestProject> tests) {

    private static final List<ArchetypeProperty> STANDARD = List.of(
            new ArchetypeProperty("groupId", Optional.empty(), Optional.empty()),
            new ArchetypeProperty("artifactId", Optional.empty(), Optional.empty()),
            new ArchetypeProperty("version", Optional.of("1.0-SNAPSHOT"), Optional.empty()),
            new ArchetypeProperty("package", Optional.of("${groupId}"), Optional.empty()));

    public ArchetypeContent {
        properties = List.copyOf(properties);
        tests = List.copyOf(tests);
    }

    /**
     * Everything that has to be given: what the descriptor requires, and {@code groupId}, {@code artifactId}, {@code version} and {@code package} where it does not, with the defaults that
     * the original has for these.
     */
    public List<ArchetypeProperty> asked() {
        List<ArchetypeProperty> asked = new ArrayList<>(properties);
        for (ArchetypeProperty standard : STANDARD) {
            if (properties.stream().noneMatch(property -> property.key().equals(standard.key()))) {
                asked.add(standard);
            }
        }
        return List.copyOf(asked);
    }
}
