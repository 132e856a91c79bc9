package dev.packs.rendering;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.processor.element.MatchingAttributeName;
import org.thymeleaf.processor.element.MatchingElementName;
import org.thymeleaf.templatemode.TemplateMode;

/** Does what a numbered element stands for. A loop's element has two of these: the first repeats it, the last removes its own tags each time. */
final class DirectiveProcessor implements IElementTagProcessor {

    static final int LAST = 2;

    private final MatchingElementName element;
    private final int precedence;

    DirectiveProcessor(String element, int precedence) {
        this.element = MatchingElementName.forElementName(
                TemplateMode.TEXT,
                org.thymeleaf.engine.ElementNames.forName(TemplateMode.TEXT, PreparedText.PREFIX, element));
        this.precedence = precedence;
    }

    @Override
    public void process(
            ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structureHandler) {
        if (precedence == LAST) {
            structureHandler.removeTags();
            return;
        }
        int number = Integer.parseInt(tag.getAttributeValue(PreparedText.NUMBER));
        ((RenderingContext) context).perform(number, structureHandler);
    }

    @Override
    public MatchingElementName getMatchingElementName() {
        return element;
    }

    @Override
    public @Nullable MatchingAttributeName getMatchingAttributeName() {
        return null;
    }

    @Override
    public TemplateMode getTemplateMode() {
        return TemplateMode.TEXT;
    }

    @Override
    public int getPrecedence() {
        return precedence;
    }
}
