package dev.packs.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that an expression can call. */
final class Functions {

    static final List<FunctionGroup> GROUPS = List.of(
            new StringFunctions(),
            new NameFunctions(),
            new ListFunctions(),
            new MapFunctions(),
            new NumberFunctions(),
            new BooleanFunctions(),
            new ObjectFunctions());

    private Functions() {}

    /** @param name with the {@code #} */
    static @Nullable FunctionGroup find(String name) {
        for (FunctionGroup group : GROUPS) {
            if (group.name().equals(name)) {
                return group;
            }
        }
        return null;
    }
}
