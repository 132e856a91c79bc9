package dev.packs.variables;

import dev.packs.Place;
import dev.packs.rendering.Expression;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The expressions of templates, for variables; each is parsed once, however many values it meets. For one thread. */
public final class PackExpressions implements Expressions {

    private final Place place;
    private final Map<String, Expression> parsed = new HashMap<>();

    /** @param place of the manifest that the expressions come from */
    public PackExpressions(Place place) {
        this.place = place;
    }

    @Override
    public @Nullable Object evaluate(String expression, Map<String, Object> values) {
        return parse(expression).evaluate(values);
    }

    @Override
    public boolean isTrue(String expression, Map<String, Object> values) {
        return parse(expression).isTrue(values);
    }

    @Override
    public Set<String> names(String expression) {
        return parse(expression).names();
    }

    /** The expression itself. */
    public Expression parse(String expression) {
        Expression known = parsed.get(expression);
        if (known == null) {
            known = Expression.parse(expression, place);
            parsed.put(expression, known);
        }
        return known;
    }
}
