package dev.packs.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which packs a graph describes. */
public enum GraphScope {
    /** Those that are named. */
    PACK,
    /** Those that the locks name which used the store, and the locks of this build. */
    INSTALLED,
    /** All that can be had without a search: embedded, of the same build, installed; and those that are named. */
    AVAILABLE;

    /** As {@code packs.over} has it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GraphScope> find(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(GraphScope::key).toList();
    }
}
