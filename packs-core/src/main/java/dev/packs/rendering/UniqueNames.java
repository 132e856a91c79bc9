package dev.packs.rendering;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code #names.unique}: a Java identifier for each value of a column, no two of them alike, not even where upper and lower case count as one. */
final class UniqueNames {

    private UniqueNames() {}

    /**
     * @param column whose values are IRIs (which are named by their local part) or texts
     * @return IRI or text to name, in the order of the rows
     */
    static Map<String, String> of(List<?> rows, String column, String style, List<?> reserved, Arguments with) {
        Set<String> taken = new HashSet<>();
        for (Object word : reserved) {
            taken.add(with.textOf(word).toLowerCase(Locale.ROOT));
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (Object row : rows) {
            Object value = row instanceof Map<?, ?> map ? map.get(column) : null;
            if (!(row instanceof Map<?, ?> map) || !map.containsKey(column)) {
                throw with.failed(
                        "meets " + PlainValues.kind(row) + " without the key `" + column + "`",
                        "every item of the list must be a map with that key");
            }
            if (value == null) {
                continue;
            }
            String id = part(value, "iri", with);
            if (!names.containsKey(id)) {
                names.put(id, free(NameFunctions.identifier(style, part(value, "local", with), with), taken));
            }
        }
        return Collections.unmodifiableMap(names);
    }

    private static String part(@Nullable Object value, String key, Arguments with) {
        return with.textOf(value instanceof Map<?, ?> iri ? iri.get(key) : value);
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + number;
        }
        return free;
    }
}
