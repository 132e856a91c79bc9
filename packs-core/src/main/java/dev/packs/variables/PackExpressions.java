package dev.packs.variables;

import dev.packs.Place;
import dev.packs.rendering.Expression;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The expressions of templates, for variables. */
public final class PackExpressions implements Expressions {

    private final Place place;

    /** @param place of the manifest that the expressions come from */
    public PackExpressions(Place place) {
        this.place = place;
    }

    @Override
    public @Nullable Object evaluate(String expression, Map<String, Object> values) {
        return Expression.parse(expression, place).evaluate(values);
    }

    @Override
    public boolean isTrue(String expression, Map<String, Object> values) {
        return Expression.parse(expression, place).isTrue(values);
    }

    @Override
    public Set<String> names(String expression) {
        return Expression.parse(expression, place).names();
    }
}
