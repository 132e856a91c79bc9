package dev.packs.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a loop is: {@code th:each="item, stat : ${items}"}. */
record LoopStatus(long index, long size, @Nullable Object current) {

    static final List<String> NAMES = List.of("index", "count", "size", "current", "first", "last", "even", "odd");

    /** @param name one of {@link #NAMES} */
    @Nullable
    Object get(String name) {
        return switch (name) {
            case "index" -> index;
            case "count" -> index + 1;
            case "size" -> size;
            case "current" -> current;
            case "first" -> index == 0;
            case "last" -> index + 1 == size;
            case "even" -> index % 2 == 1;
            default -> index % 2 == 0;
        };
    }
}
