package dev.packs.asking;

import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.VariableDefinition;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of packs that are rendered together, the named one last, as somebody looks at them before they count.
 *
 * @param manifests dependencies first
 */
public record AskedValues(List<PackManifest> manifests, Map<PackName, ResolvedVariables> variables) {

    public AskedValues {
        manifests = List.copyOf(manifests);
    }

    /** One value. */
    record Each(
            PackManifest pack,
            VariableDefinition variable,
            @Nullable Object value,
            ValueSource source,
            boolean secret) {}

    /** Every variable that a pack does not have from another, the named pack's first. */
    List<Each> each() {
        List<Each> all = new ArrayList<>();
        for (int i = manifests.size() - 1; i >= 0; i--) {
            PackManifest manifest = manifests.get(i);
            ResolvedVariables resolved = variables.getOrDefault(manifest.id().name(), ResolvedVariables.none());
            for (VariableDefinition variable : manifest.variables()) {
                ValueSource source = resolved.sources().get(variable.name());
                if (source != null && source != ValueSource.DEPENDING_PACK) {
                    all.add(new Each(
                            manifest,
                            variable,
                            resolved.values().get(variable.name()),
                            source,
                            resolved.secrets().contains(variable.name())));
                }
            }
        }
        return all;
    }

    /** Whether a value for the bare name would reach this variable alone, and those that have it from there. */
    boolean isOnlyOne(VariableDefinition variable) {
        int found = 0;
        for (Each each : each()) {
            if (each.variable().name().equals(variable.name())) {
                found++;
            }
        }
        return found == 1;
    }
}
