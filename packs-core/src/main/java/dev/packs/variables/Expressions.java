package dev.packs.variables;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The language of {@code when} and of defaults, as far as variables need it. */
public interface Expressions {

    /**
     * The value of {@code ${…}} over plain values.
     *
     * @throws dev.packs.PacksException if it cannot be parsed or fails
     */
    @Nullable
    Object evaluate(String expression, Map<String, Object> values);

    /** The value as a condition. */
    boolean isTrue(String expression, Map<String, Object> values);

    /** The variables that the expression may ask for. */
    Set<String> names(String expression);
}
