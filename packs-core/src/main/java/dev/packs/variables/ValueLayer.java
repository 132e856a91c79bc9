package dev.packs.variables;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that stand in one place, by the variable's name. */
public record ValueLayer(ValueSource source, Map<String, GivenValue> values) {

    public ValueLayer {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
