package dev.packs.pack;

import dev.packs.integrity.Digest;
import dev.packs.io.RelativePath;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code [archetype]} table: the Maven archetype that makes all files of the pack.
 *
 * @param group the archetype's groupId, {@code artifact} its artifactId, {@code version} its version by Maven's rules
 * @param digest of the jar, compared before it is used
 * @param jar its path inside the pack
 * @param properties a variable's name to the name of the archetype's property, for those whose property is called otherwise
 */
public record PackArchetype(
        String group,
        String artifact,
        String version,
        Digest digest,
        RelativePath jar,
        SortedMap<String, String> properties) {

    public PackArchetype {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** The archetype's name for a variable of the pack. */
    public String propertyOf(String variable) {
        String property = properties.get(variable);
        return property == null ? variable : property;
    }

    /** The pack's name for a property of the archetype. */
    public String variableOf(String property) {
        for (Map.Entry<String, String> renamed : properties.entrySet()) {
            if (renamed.getValue().equals(property)) {
                return renamed.getKey();
            }
        }
        return property;
    }

    /** {@code group:artifact:version}. */
    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
