package dev.packs.variables;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was given for one scaffold or one declaration.
 *
 * @param id the declaration's id, or the pack's: the {@code <id>} of {@code -Dvar.<id>.NAME}
 * @param layers what comes between the command line and what is handed down, the strongest first
 * @param asker who is asked for what nobody gave
 * @param others in the place of {@code layers}, for packs of which something else was said, by their ids
 */
public record GivenValues(
        String id,
        CommandLineValues commandLine,
        List<ValueLayer> layers,
        DetectedValues detected,
        Optional<Asker> asker,
        Map<String, List<ValueLayer>> others) {

    public GivenValues {
        layers = List.copyOf(layers);
        others = Map.copyOf(others);
    }

    /** Where nobody is asked, and nothing is given for single packs. */
    public GivenValues(String id, CommandLineValues commandLine, List<ValueLayer> layers, DetectedValues detected) {
        this(id, commandLine, layers, detected, Optional.empty(), Map.of());
    }

    /** What counts for the pack of an id. */
    List<ValueLayer> layersOf(String pack) {
        return others.getOrDefault(pack, layers);
    }

    /** The same, where somebody is asked. */
    public GivenValues asking(Asker whom) {
        return new GivenValues(id, commandLine, layers, detected, Optional.of(whom), others);
    }
}
