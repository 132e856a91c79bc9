package dev.packs.rendering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IdentifierSequences;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.expression.IExpressionObjects;
import org.thymeleaf.inline.IInliner;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/** One rendering as Thymeleaf sees it: a context without variables, objects, messages or links. The values stay behind the {@link Evaluation}. */
final class RenderingContext implements IEngineContext {

    private final IEngineConfiguration configuration;
    private final Evaluation run;
    private final List<Directive> directives;
    private final BoundedWriter writer;
    private @Nullable TemplateData template;
    private int level;

    RenderingContext(
            IEngineConfiguration configuration, Evaluation run, List<Directive> directives, BoundedWriter writer) {
        this.configuration = configuration;
        this.run = run;
        this.directives = directives;
        this.writer = writer;
    }

    void perform(int number, IElementTagStructureHandler structure) {
        Directive directive = directives.get(number);
        if (directive instanceof Directive.Print print) {
            write(run.print(print.value().value(run), print.spot()), print.spot());
            structure.removeElement();
        } else if (directive instanceof Directive.Literal literal) {
            writer.write(literal.text());
            structure.removeElement();
        } else if (directive instanceof Directive.Loop loop) {
            run.step(loop.spot());
            LoopItems items = new LoopItems(loop, run);
            if (items.hasNext()) {
                run.took(loop.spot(), true);
            }
            structure.iterateElement(PreparedText.LOOP, null, items);
        } else if (isTaken(directive)) {
            structure.removeTags();
        } else {
            structure.removeElement();
        }
    }

    /** All text before has been written by now, since nothing stands behind Thymeleaf that could hold it back. */
    private void write(String text, Spot spot) {
        run.step(spot);
        writer.write(text, spot);
    }

    private boolean isTaken(Directive directive) {
        if (directive instanceof Directive.Condition condition) {
            run.step(condition.spot());
            boolean taken = PlainValues.isTrue(condition.value().value(run)) == condition.wanted();
            run.took(condition.spot(), taken);
            return taken;
        }
        if (directive instanceof Directive.Switch start) {
            run.setLocal(start.slot(), start.value().value(run));
            run.setLocal(start.slot() + 1, false);
            return true;
        }
        return directive instanceof Directive.Case branch && isTaken(branch);
    }

    private boolean isTaken(Directive.Case branch) {
        run.step(branch.spot());
        if (Objects.equals(run.local(branch.slot() + 1), true)) {
            return false;
        }
        Node value = branch.value();
        boolean taken = value == null
                || Objects.equals(
                        Operator.EQUAL.apply(run.local(branch.slot()), value.value(run), run, branch.spot()), true);
        run.setLocal(branch.slot() + 1, taken);
        if (taken) {
            run.took(branch.spot(), true);
        }
        return taken;
    }

    @Override
    public IEngineConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public TemplateMode getTemplateMode() {
        return TemplateMode.TEXT;
    }

    @Override
    public Locale getLocale() {
        return Locale.ROOT;
    }

    @Override
    public @Nullable TemplateData getTemplateData() {
        return template;
    }

    @Override
    public void setTemplateData(TemplateData template) {
        this.template = template;
    }

    @Override
    public List<TemplateData> getTemplateStack() {
        return template == null ? List.of() : List.of(template);
    }

    @Override
    public IModelFactory getModelFactory() {
        return configuration.getModelFactory(TemplateMode.TEXT);
    }

    @Override
    public void increaseLevel() {
        level++;
    }

    @Override
    public void decreaseLevel() {
        level--;
    }

    @Override
    public int level() {
        return level;
    }

    /** Thymeleaf names the item of a loop here; expressions find it in their own slot. */
    @Override
    public void setVariable(String name, @Nullable Object value) {}

    @Override
    public void setElementTag(@Nullable IProcessableElementTag elementTag) {}

    @Override
    public void setInliner(@Nullable IInliner inliner) {}

    @Override
    public @Nullable IInliner getInliner() {
        return null;
    }

    @Override
    public boolean containsVariable(String name) {
        return false;
    }

    @Override
    public boolean isVariableLocal(String name) {
        return false;
    }

    @Override
    public @Nullable Object getVariable(String name) {
        return null;
    }

    @Override
    public Set<String> getVariableNames() {
        return Set.of();
    }

    @Override
    public List<IProcessableElementTag> getElementStack() {
        return List.of();
    }

    @Override
    public List<IProcessableElementTag> getElementStackAbove(int contextLevel) {
        return List.of();
    }

    @Override
    public @Nullable Map<String, Object> getTemplateResolutionAttributes() {
        return null;
    }

    @Override
    public boolean hasSelectionTarget() {
        return false;
    }

    @Override
    public @Nullable Object getSelectionTarget() {
        return null;
    }

    @Override
    public void setVariables(Map<String, Object> variables) {
        throw unreachable();
    }

    @Override
    public void removeVariable(String name) {
        throw unreachable();
    }

    @Override
    public void setSelectionTarget(Object selectionTarget) {
        throw unreachable();
    }

    @Override
    public IExpressionObjects getExpressionObjects() {
        throw unreachable();
    }

    @Override
    public String getMessage(Class<?> origin, String key, Object[] parameters, boolean useAbsentMessageRepresentation) {
        throw unreachable();
    }

    @Override
    public String buildLink(String base, Map<String, Object> parameters) {
        throw unreachable();
    }

    @Override
    public IdentifierSequences getIdentifierSequences() {
        throw unreachable();
    }

    private static UnsupportedOperationException unreachable() {
        return new UnsupportedOperationException("templates have their own expressions");
    }
}
