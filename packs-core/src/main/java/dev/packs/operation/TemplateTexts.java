package dev.packs.operation;

import dev.packs.Place;
import dev.packs.generation.PackContent;
import dev.packs.generation.TextRendering;
import dev.packs.io.RelativePath;
import dev.packs.rendering.Expression;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.RenderedText;
import dev.packs.rendering.Scope;
import dev.packs.rendering.TemplateRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The template language, as generation and variables ask for it. */
final class TemplateTexts implements TextRendering {

    private final TemplateRenderer renderer;
    private final Scope scope;
    private final Map<String, Expression> expressions = new HashMap<>();

    private TemplateTexts(TemplateRenderer renderer, Scope scope) {
        this.renderer = renderer;
        this.scope = scope;
    }

    /** Each pack has limits of its own. */
    static TextRendering of(PackContent pack, Map<String, Object> values) {
        return new TemplateTexts(
                new TemplateRenderer(pack.files(), pack.manifest().id().name().id(), RenderLimits.standard()),
                Scope.of(values));
    }

    @Override
    public Result template(RelativePath source, Optional<Row> row) {
        RenderedText text = renderer.render(source, scope(row));
        return new Result(text.text(), text.reads(), List.copyOf(text.sources()));
    }

    @Override
    public String line(String text, Optional<Row> row, Place place) {
        return renderer.renderLine(text, place, scope(row)).text();
    }

    @Override
    public boolean isTrue(String expression, Place place) {
        return expressions
                .computeIfAbsent(expression, text -> Expression.parse(text, place))
                .isTrue(scope);
    }

    @Override
    public @Nullable Object value(String name) {
        return scope.get(name);
    }

    private Scope scope(Optional<Row> row) {
        return row.isEmpty() ? scope : scope.with(row.get().name(), row.get().value());
    }
}
