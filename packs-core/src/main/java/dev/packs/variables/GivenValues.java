package dev.packs.variables;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was given for one scaffold or one declaration.
 *
 * @param id the declaration's id, or the pack's: the {@code <id>} of {@code -Dvar.<id>.NAME}
 * @param layers what comes between the command line and what is handed down, the strongest first
 * @param asker who is asked for what nobody gave
 */
public record GivenValues(
        String id,
        CommandLineValues commandLine,
        List<ValueLayer> layers,
        DetectedValues detected,
        Optional<Asker> asker) {

    public GivenValues {
        layers = List.copyOf(layers);
    }

    /** Where nobody is asked. */
    public GivenValues(String id, CommandLineValues commandLine, List<ValueLayer> layers, DetectedValues detected) {
        this(id, commandLine, layers, detected, Optional.empty());
    }

    /** The same, where somebody is asked. */
    public GivenValues asking(Asker whom) {
        return new GivenValues(id, commandLine, layers, detected, Optional.of(whom));
    }
}
