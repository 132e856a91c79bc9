package dev.packs.archetype;

import java.util.List;
import java.util.Optional;

/**
 * What an archetype's descriptor says.
 *
 * @param kind which descriptor it has
 * @param id the name that the descriptor gives; empty if it gives none
 * @param partial whether it may add to a project that is there
 * @param properties what has to be given, in the order of the descriptor; {@code groupId}, {@code artifactId}, {@code version} and {@code package} are always among them
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

    public ArchetypeContent {
        properties = List.copyOf(properties);
        tests = List.copyOf(tests);
    }
}
