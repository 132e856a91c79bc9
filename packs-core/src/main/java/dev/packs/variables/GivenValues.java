package dev.packs.variables;

import java.util.List;

/**
 * Everything that was given for one scaffold or one declaration.
 *
 * @param id the declaration's id, or the pack's: the {@code <id>} of {@code -Dvar.<id>.NAME}
 * @param layers what comes between the command line and what is handed down, the strongest first
 */
public record GivenValues(String id, CommandLineValues commandLine, List<ValueLayer> layers, DetectedValues detected) {

    public GivenValues {
        layers = List.copyOf(layers);
    }
}
