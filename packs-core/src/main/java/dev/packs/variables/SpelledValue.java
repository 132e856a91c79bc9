package dev.packs.variables;

import dev.packs.manifest.TomlText;
import dev.packs.pack.VariableDefinition;
import java.util.Optional;

/** Spells a value as a command line gives it. */
public final class SpelledValue {

    private SpelledValue() {}

    /** What stands behind {@code -Dvar.NAME=}; nothing where no such text would be read as this value: objects, items with commas. */
    public static Optional<String> of(VariableDefinition variable, Object value) {
        if (!ExampleValue.fitsCommandLine(variable)) {
            return Optional.empty();
        }
        String text = ExampleValue.plainText(value);
        return TextValue.read(variable, text).equals(value) ? Optional.of(text) : Optional.empty();
    }

    /** For a person to read: as above, and what does not fit as TOML on one line. */
    public static String shown(VariableDefinition variable, Object value) {
        return of(variable, value).orElseGet(() -> TomlText.inline(value));
    }
}
