package dev.packs.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of value a variable takes. */
public enum VariableType {
    STRING,
    INTEGER,
    BOOLEAN,
    /** A string that is a {@link dev.packs.io.RelativePath}. */
    PATH,
    LIST,
    OBJECT;

    /** As the manifest spells it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<VariableType> find(String key) {
        for (VariableType type : values()) {
            if (type.key().equals(key)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (VariableType type : values()) {
            keys.add(type.key());
        }
        return keys;
    }
}
