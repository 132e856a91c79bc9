package dev.packs.generation;

import dev.packs.Place;
import dev.packs.io.RelativePath;
import dev.packs.rendering.LineTemplate;
import dev.packs.rendering.Scope;
import dev.packs.variables.PackExpressions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders conditions and paths and no text; what it parsed for one set of values it knows for the next. */
final class OutputsOnly implements TextRendering.Factory {

    private final PackExpressions expressions;
    private final Map<String, LineTemplate> lines = new HashMap<>();

    OutputsOnly(PackExpressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public TextRendering of(PackContent pack, Map<String, Object> values) {
        return new Rendering(Scope.of(values).with(pack.queries()));
    }

    private final class Rendering implements TextRendering {

        private final Scope scope;

        Rendering(Scope scope) {
            this.scope = scope;
        }

        @Override
        public Result template(RelativePath source, Optional<Row> row) {
            throw new UnsupportedOperationException("only paths are rendered");
        }

        @Override
        public Result velocity(RelativePath source, Optional<Row> row) {
            throw new UnsupportedOperationException("only paths are rendered");
        }

        @Override
        public String line(String text, Optional<Row> row, Place place) {
            Scope seen =
                    row.isPresent() ? scope.with(row.get().name(), row.get().value()) : scope;
            return lines.computeIfAbsent(text, line -> LineTemplate.parse(line, place))
                    .render(seen)
                    .text();
        }

        @Override
        public boolean isTrue(String expression, Place place) {
            return expressions.parse(expression).isTrue(scope);
        }

        @Override
        public @Nullable Object value(String name) {
            return scope.get(name);
        }
    }
}
