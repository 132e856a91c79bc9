package dev.packs.draft;

import dev.packs.Place;
import dev.packs.pack.VariableDefinition;
import dev.packs.rendering.Formula;
import java.util.Optional;

/**
 * A string, integer, boolean or path that is open.
 *
 * @param definition whose name is unique in the draft
 * @param fixed a value that was given already, and counts where {@code when} holds; nobody is to be asked then
 * @param defaultValue over the variables before it; never a list or a map
 * @param when over the variables before it; where it is false, the variable has its default, or null
 */
public record DraftVariable(
        VariableDefinition definition,
        Optional<Object> fixed,
        Optional<Formula> defaultValue,
        Optional<Formula> when,
        Place place) {

    public String name() {
        return definition.name();
    }

    /** Whether its value can be null. */
    public boolean isNullable() {
        return defaultValue.isEmpty() && (when.isPresent() || (fixed.isEmpty() && !definition.required()));
    }
}
