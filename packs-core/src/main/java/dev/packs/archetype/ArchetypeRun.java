package dev.packs.archetype;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One generation.
 *
 * @param jar the archetype; nobody may change it meanwhile
 * @param properties as {@link ArchetypeEngine#resolve} gave them, in that order
 * @param base stands for the folder where {@code archetype:generate} would run: it holds a copy of the {@code pom.xml} there if there is one, and for a partial archetype of the
 *     project that it adds to
 * @param script the only script that may run after generation
 */
public record ArchetypeRun(
        Path jar, Map<String, String> properties, Path base, ArchetypeLimits limits, Optional<AllowedScript> script) {

    public ArchetypeRun {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Under the standard limits, without a script. */
    public static ArchetypeRun of(Path jar, Map<String, String> properties, Path base) {
        return new ArchetypeRun(jar, properties, base, ArchetypeLimits.standard(), Optional.empty());
    }
}
