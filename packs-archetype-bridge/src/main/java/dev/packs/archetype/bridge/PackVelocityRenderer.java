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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.velocity.Template;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/**
 * Renders the templates of one pack. A Velocity that could have learnt a macro is not used again, so that none leaks from one template into the next: which of them are rendered differs from
 * build to build.
 */
final class PackVelocityRenderer implements VelocityTemplates.Renderer {

    private static final String ENCODING = "UTF-8";

    private final FileTree files;
    private final String pack;
    private final RenderLimits limits;
    private Duration timeLeft;
    private long charactersLeft;
    private long iterationsLeft;
    private @Nullable Engine spare;

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
        return fenced(source, engine -> {
            StringWriter writer = new StringWriter();
            engine.velocity.mergeTemplate(source.text(), ENCODING, context, writer);
            return new RenderedText(writer.toString(), context.reads(), engine.sources);
        });
    }

    @Override
    public List<Problem> check(RelativePath source, Collection<String> names) {
        NameCheck check = new NameCheck(files, this::nameOf);
        List<Problem> unreadable = new ArrayList<>();
        check.ask(source);
        for (Optional<RelativePath> next = check.next(); next.isPresent(); next = check.next()) {
            RelativePath template = next.get();
            try {
                check.add(template, fenced(template, engine -> engine.names(template)));
            } catch (PacksException wrong) {
                unreadable.addAll(wrong.problems());
            }
        }
        // What an unreadable template defines, nobody knows.
        return unreadable.isEmpty() ? check.problems(names) : unreadable;
    }

    /** What is done with a Velocity. */
    private interface Work<T> {
        T with(Engine engine) throws Exception;
    }

    private <T> T fenced(RelativePath source, Work<T> work) {
        Guard guard = new Guard(new ArchetypeLimits(
                timeLeft, Integer.MAX_VALUE, limits.fileCharacters(), Math.max(1, charactersLeft), (int)
                        Math.max(1, Math.min(Integer.MAX_VALUE, iterationsLeft))));
        long start = System.nanoTime();
        Engine known = spare;
        // Whatever ends badly leaves none behind.
        spare = null;
        try {
            Done<T> done = FencedRun.run(guard, () -> {
                Engine engine = known == null ? new Engine(guard) : known.next(guard);
                return new Done<>(engine, work.with(engine));
            });
            if (done.engine().isAsBefore) {
                spare = done.engine();
            }
            return done.result();
        } catch (Exception failure) {
            throw new Failures(this::nameOf)
                    .translated(
                            failure,
                            Problem.at(
                                    ProblemCode.TEMPLATE_FAILED,
                                    Place.of(nameOf(source.text())),
                                    "the template fails: " + Failures.told(failure)));
        } finally {
            Duration left = timeLeft.minusNanos(System.nanoTime() - start);
            timeLeft = left.isNegative() || left.isZero() ? Duration.ofNanos(1) : left;
            charactersLeft -= guard.charactersWritten();
            iterationsLeft -= guard.iterationsMade();
        }
    }

    /** What came out, and the Velocity that may do more. */
    private record Done<T>(Engine engine, T result) {}

    /** A Velocity, and what it read since it was used last. */
    private final class Engine {

        private final TemplateFence fence;
        private final FencedVelocity velocity;
        private SortedSet<RelativePath> sources = new TreeSet<>();
        private boolean isAsBefore = true;

        Engine(Guard guard) {
            fence = new TemplateFence(guard, PackVelocityRenderer.this::nameOf);
            velocity = new FencedVelocity(
                    new JarTemplates(this::find), fence, (template, encoding, text, context) -> {}, Dialect.PACK);
        }

        Engine next(Guard guard) {
            fence.guard(guard);
            sources = new TreeSet<>();
            return this;
        }

        /** Velocity reads it twice: as for rendering, which finds all that is wrong, and as the bare syntax, which still has every token and its place. */
        TemplateNames names(RelativePath path) throws ParseException {
            Template template = velocity.getTemplate(path.text(), ENCODING);
            SimpleNode tree = (SimpleNode) template.getData();
            String text = decoded(path.text(), files.read(path).orElseThrow());
            return TemplateNames.read(
                    text.startsWith("\uFEFF") ? text.substring(1) : text, tree.getRuntimeServices(), template);
        }

        private Optional<byte[]> find(String name) {
            if (RelativePath.fault(name).isPresent()) {
                return Optional.empty();
            }
            RelativePath path = RelativePath.parse(name);
            Optional<byte[]> content = files.read(path);
            if (content.isPresent()) {
                sources.add(path);
                String text = decoded(name, content.get());
                // What is evaluated may be put together of anything.
                isAsBefore &= !text.contains("macro") && !text.contains("evaluate");
            }
            return content;
        }

        private String decoded(String name, byte[] content) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content))
                        .toString();
            } catch (CharacterCodingException wrong) {
                throw fence.guard()
                        .refuse(Problem.at(
                                        ProblemCode.TEMPLATE_SYNTAX,
                                        Place.of(nameOf(name)),
                                        "the template is not UTF-8")
                                .help("save it as UTF-8; for a binary file, use [[files]] or `engine = \"copy\"`"));
            }
        }
    }

    private String nameOf(String template) {
        return pack + "!/" + template;
    }
}
