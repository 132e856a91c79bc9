package dev.packs.operation;

import dev.packs.Place;
import dev.packs.rendering.Expression;
import dev.packs.variables.Expressions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The template language's expressions, for defaults and conditions of variables. */
final class VariableExpressions implements Expressions {

    private static final Place PLACE = Place.of("pack.toml");

    @Override
    public @Nullable Object evaluate(String expression, Map<String, Object> values) {
        return Expression.parse(expression, PLACE).evaluate(values);
    }

    @Override
    public boolean isTrue(String expression, Map<String, Object> values) {
        return Expression.parse(expression, PLACE).isTrue(values);
    }

    @Override
    public Set<String> names(String expression) {
        return Expression.parse(expression, PLACE).names();
    }
}
