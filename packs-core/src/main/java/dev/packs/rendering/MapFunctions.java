package dev.packs.rendering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code #maps}. */
final class MapFunctions extends FunctionGroup {

    MapFunctions() {
        super("#maps", "isEmpty/1 size/1 containsKey/2 containsValue/2 keys/1 values/1 get/2-3");
    }

    @Override
    @Nullable
    Object call(String function, Arguments with) {
        if (function.equals("isEmpty")) {
            return with.any(0) == null || with.map(0).isEmpty();
        }
        Map<?, ?> map = with.map(0);
        with.spend(1);
        return switch (function) {
            case "size" -> (long) map.size();
            case "containsKey" -> map.containsKey(with.text(1));
            case "containsValue" -> containsValue(map, with.any(1), with);
            case "keys" -> copy(map.keySet(), with);
            case "values" -> copy(map.values(), with);
            case "get" -> get(map, with);
            default -> throw unlisted(function);
        };
    }

    private static boolean containsValue(Map<?, ?> map, @Nullable Object wanted, Arguments with) {
        with.spend(map.size());
        for (Object value : map.values()) {
            if (PlainValues.areEqual(value, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static List<@Nullable Object> copy(Collection<?> values, Arguments with) {
        with.spend(values.size());
        return new ArrayList<>(values);
    }

    /** Where the key is not there, the third argument, or null. */
    private static @Nullable Object get(Map<?, ?> map, Arguments with) {
        String key = with.text(1);
        if (map.containsKey(key)) {
            return map.get(key);
        }
        return with.size() > 2 ? with.any(2) : null;
    }
}
