package dev.packs.generation;

import dev.packs.Place;
import dev.packs.io.RelativePath;
import dev.packs.rendering.BranchRecorder;
import dev.packs.rendering.Expression;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.RenderedText;
import dev.packs.rendering.Scope;
import dev.packs.rendering.TemplateRenderer;
import dev.packs.rendering.VelocityTemplates;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Renders a pack's templates with the language of {@link dev.packs.rendering}, and those of Velocity with its engine, within the limits that hold for a whole pack. */
public final class PackTemplates implements TextRendering {

    /** How a condition of the manifest is noted, before its text. */
    static final String WHEN = "when ";

    /** How a loop of the manifest is noted, before the output's text. */
    static final String FOR_EACH = "for_each of ";

    private final PackContent pack;
    private final Map<String, Object> values;
    private final Supplier<VelocityTemplates> engine;
    private final TemplateRenderer renderer;
    private final Scope scope;
    private VelocityTemplates.@Nullable Renderer velocity;
    private @Nullable BranchRecorder branches;
    private @Nullable Row lastRow;
    private Scope lastScope;

    /**
     * @param values what the pack's templates see, plain
     * @param engine asked once there is a template of Velocity
     */
    public PackTemplates(PackContent pack, Map<String, Object> values, Supplier<VelocityTemplates> engine) {
        this.pack = pack;
        this.values = values;
        this.engine = engine;
        this.renderer =
                new TemplateRenderer(pack.files(), pack.manifest().id().name().id(), RenderLimits.standard());
        this.scope = Scope.of(values).with(pack.queries());
        this.lastScope = scope;
    }

    /** The same, and notes which ways the templates take, and what the manifest's conditions decide. */
    public PackTemplates recording(BranchRecorder recorder) {
        branches = recorder;
        renderer.record(recorder);
        return this;
    }

    @Override
    public Result template(RelativePath source, Optional<Row> row) {
        RenderedText rendered = renderer.render(source, scope(row));
        return new Result(rendered.text(), rendered.reads(), rendered.sources());
    }

    @Override
    public Result velocity(RelativePath source, Optional<Row> row) {
        VelocityTemplates.Renderer known = velocity;
        if (known == null) {
            known = engine.get().of(pack.files(), pack.manifest().id().name().id(), RenderLimits.standard());
            velocity = known;
        }
        Map<String, Object> seen = values;
        if (row.isPresent()) {
            seen = new HashMap<>(values);
            seen.put(row.get().name(), row.get().value());
        }
        RenderedText rendered = known.render(source, seen);
        return new Result(rendered.text(), rendered.reads(), rendered.sources());
    }

    @Override
    public String line(String text, Optional<Row> row, Place place) {
        if (branches != null && row.isPresent()) {
            branches.took(FOR_EACH + text, true);
        }
        return renderer.renderLine(text, place, scope(row)).text();
    }

    @Override
    public boolean isTrue(String expression, Place place) {
        boolean holds = Expression.parse(expression, place).isTrue(scope);
        if (branches != null) {
            branches.took(WHEN + expression, holds);
        }
        return holds;
    }

    @Override
    public @Nullable Object value(String name) {
        return scope.get(name);
    }

    private Scope scope(Optional<Row> row) {
        if (row.isEmpty()) {
            return scope;
        }
        if (!row.get().equals(lastRow)) {
            lastRow = row.get();
            lastScope = scope.with(row.get().name(), row.get().value());
        }
        return lastScope;
    }
}
