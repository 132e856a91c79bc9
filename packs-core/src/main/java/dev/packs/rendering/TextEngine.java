package dev.packs.rendering;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.dialect.IProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.TemplateResolution;

/**
 * Thymeleaf with one dialect, ours, and one source of templates: those that were prepared. It has no expression parser, no messages, no links, and no way to a file, and
 * none of its standard processors.
 */
final class TextEngine implements ITemplateResolver, IProcessorDialect {

    /** Characters. */
    private static final int LARGEST_KEPT = 1 << 18;

    private final TemplateEngine engine = new TemplateEngine();
    private final Map<String, String> prepared = new HashMap<>();
    /** Of one file after the other, so that ten thousand files do not need ten thousand of them. */
    private StringBuilder text = new StringBuilder(4096);

    TextEngine() {
        engine.setDialect(this);
        engine.setTemplateResolver(this);
        engine.setCacheManager(new ParsedTemplates());
        engine.setMessageResolvers(Set.of());
        engine.setLinkBuilders(Set.of());
    }

    void add(String name, CompiledTemplate template) {
        prepared.put(name, template.prepared());
    }

    /**
     * @param name of a template that was added
     * @param place of the template, for what has no place of its own
     */
    String render(String name, Place place, Evaluation run, List<Directive> directives) {
        if (text.capacity() > LARGEST_KEPT) {
            text = new StringBuilder(4096);
        }
        text.setLength(0);
        BoundedWriter writer = new BoundedWriter(text, run.budget(), place);
        try {
            RenderingContext context = new RenderingContext(engine.getConfiguration(), run, directives, writer);
            // Not through the engine, which would log each failure with its stack trace before it passes it on.
            engine.getConfiguration()
                    .getTemplateManager()
                    .parseAndProcess(new TemplateSpec(name, TemplateMode.TEXT), context, writer);
            return writer.toString();
        } catch (PacksException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ours(place, e);
        }
    }

    private static PacksException ours(Place place, RuntimeException thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < 50 && cause != null; i++) {
            if (cause instanceof PacksException packs) {
                return packs;
            }
            cause = cause.getCause();
        }
        return new PacksException(
                Problem.at(ProblemCode.TEMPLATE_FAILED, place, "the template fails: " + thrown.getMessage())
                        .help("please report this: templates should fail with a place"),
                thrown);
    }

    @Override
    public String getName() {
        return "packs";
    }

    @Override
    public Integer getOrder() {
        return 1;
    }

    @Override
    public @Nullable TemplateResolution resolveTemplate(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            @Nullable Map<String, Object> attributes) {
        String text = prepared.get(template);
        return text == null
                ? null
                : new TemplateResolution(
                        new PreparedResource(template, text),
                        true,
                        TemplateMode.TEXT,
                        false,
                        AlwaysValidCacheEntryValidity.INSTANCE);
    }

    @Override
    public String getPrefix() {
        return PreparedText.PREFIX;
    }

    @Override
    public int getDialectProcessorPrecedence() {
        return 1;
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(
                new DirectiveProcessor(PreparedText.PRINT, 1),
                new DirectiveProcessor(PreparedText.BLOCK, 1),
                new DirectiveProcessor(PreparedText.LOOP, 1),
                new DirectiveProcessor(PreparedText.LOOP, DirectiveProcessor.LAST));
    }
}
