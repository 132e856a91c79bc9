package dev.packs.rendering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one query by their columns, so that thousands of templates may each look for theirs. Made for the first of them. */
final class RowIndex {

    private final List<?> rows;
    private final Map<String, Map<@Nullable Object, List<@Nullable Object>>> columns = new HashMap<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    RowIndex(List<?> rows) {
        this.rows = rows;
    }

    /** The rows whose column has the value, in order; null where not every row has the column. */
    @Nullable
    List<@Nullable Object> where(String column, @Nullable Object value) {
        Map<@Nullable Object, List<@Nullable Object>> byValue = columns.get(column);
        if (byValue == null) {
            byValue = new HashMap<>();
            for (Object row : rows) {
                if (!(row instanceof Map<?, ?> map) || !map.containsKey(column)) {
                    return null;
                }
                byValue.computeIfAbsent(comparable(map.get(column)), any -> new ArrayList<>())
                        .add(row);
            }
            columns.put(column, byValue);
        }
        List<@Nullable Object> found = byValue.get(comparable(value));
        return found == null ? new ArrayList<>() : new ArrayList<>(found);
    }

    /** What {@link UniqueNames} made of a column, if it is remembered. */
    @Nullable
    Map<String, String> names(String asked) {
        return names.get(asked);
    }

    void remember(String asked, Map<String, String> made) {
        names.put(asked, made);
    }

    /** Equal for what {@link PlainValues#areEqual} calls equal. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number).stripTrailingZeros();
        }
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }
}
