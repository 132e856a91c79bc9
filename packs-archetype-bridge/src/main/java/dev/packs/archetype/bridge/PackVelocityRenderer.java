package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeLimits;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.RenderedText;
import dev.packs.rendering.VelocityTemplates;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Renders the templates of one pack, each by a Velocity of its own, so that no macro leaks from one into the next: which of them are rendered differs from build to build. */
final class PackVelocityRenderer implements VelocityTemplates.Renderer {

    private static final String ENCODING = "UTF-8";

    private final FileTree files;
    private final String pack;
    private final RenderLimits limits;
    private Duration timeLeft;
    private long charactersLeft;
    private long iterationsLeft;

    PackVelocityRenderer(FileTree files, String pack, RenderLimits limits) {
        this.files = files;
        this.pack = pack;
        this.limits = limits;
        this.timeLeft = limits.time();
        this.charactersLeft = limits.totalCharacters();
        this.iterationsLeft = limits.iterations();
    }

    @Override
    public RenderedText render(RelativePath source, Map<String, ? extends @Nullable Object> values) {
        ReadingContext context = new ReadingContext(values);
        SortedSet<RelativePath> sources = new TreeSet<>();
        String text = fenced(source, guard -> () -> {
            StringWriter writer = new StringWriter();
            velocity(guard, sources).mergeTemplate(source.text(), ENCODING, context, writer);
            return writer.toString();
        });
        return new RenderedText(text, context.reads(), sources);
    }

    @Override
    public List<Problem> check(RelativePath source) {
        try {
            fenced(source, guard -> () -> velocity(guard, new TreeSet<>()).getTemplate(source.text(), ENCODING));
            return List.of();
        } catch (PacksException wrong) {
            return wrong.problems();
        }
    }

    /** What is done under a guard. */
    private interface Work<T> {
        Callable<T> under(Guard guard);
    }

    private <T> T fenced(RelativePath source, Work<T> work) {
        Guard guard = new Guard(new ArchetypeLimits(
                timeLeft, Integer.MAX_VALUE, limits.fileCharacters(), Math.max(1, charactersLeft), (int)
                        Math.max(1, Math.min(Integer.MAX_VALUE, iterationsLeft))));
        long start = System.nanoTime();
        try {
            return FencedRun.run(guard, work.under(guard));
        } catch (Exception failure) {
            throw new Failures(this::nameOf)
                    .translated(
                            failure,
                            Problem.at(
                                    ProblemCode.TEMPLATE_FAILED,
                                    Place.of(nameOf(source.text())),
                                    "the template fails: " + Failures.told(failure)));
        } finally {
            timeLeft = timeLeft.minusNanos(System.nanoTime() - start);
            if (timeLeft.isNegative() || timeLeft.isZero()) {
                timeLeft = Duration.ofNanos(1);
            }
            charactersLeft -= guard.charactersWritten();
            iterationsLeft -= guard.iterationsMade();
        }
    }

    private FencedVelocity velocity(Guard guard, SortedSet<RelativePath> sources) {
        return new FencedVelocity(
                new JarTemplates(name -> find(name, guard, sources)),
                new TemplateFence(guard, this::nameOf),
                (template, encoding, text, context) -> {},
                Dialect.PACK);
    }

    private String nameOf(String template) {
        return pack + "!/" + template;
    }

    private Optional<byte[]> find(String name, Guard guard, SortedSet<RelativePath> sources) {
        if (RelativePath.fault(name).isPresent()) {
            return Optional.empty();
        }
        RelativePath path = RelativePath.parse(name);
        Optional<byte[]> content = files.read(path);
        if (content.isPresent()) {
            sources.add(path);
            checkEncoding(name, content.get(), guard);
        }
        return content;
    }

    private void checkEncoding(String name, byte[] content, Guard guard) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException wrong) {
            throw guard.refuse(
                    Problem.at(ProblemCode.TEMPLATE_SYNTAX, Place.of(nameOf(name)), "the template is not UTF-8")
                            .help("save it as UTF-8; for a binary file, use [[files]] or `engine = \"copy\"`"));
        }
    }
}
