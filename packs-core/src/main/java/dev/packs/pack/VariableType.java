package dev.packs.pack;

import java.util.Arrays;
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
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(VariableType::key).toList();
    }
}
