package dev.packs.rendering;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Renders the templates of one pack for one generation, each parsed once for all its rows. For one thread; loads Thymeleaf with the first whole template. */
public final class TemplateRenderer {

    private final SourceReader sources;
    private final RenderLimits limits;
    private final Budget budget;
    private final Map<String, CompiledTemplate> templates = new HashMap<>();
    private final Map<String, LineTemplate> lines = new HashMap<>();
    private @Nullable TextEngine engine;
    private @Nullable BranchRecorder branches;

    /**
     * @param files of the pack
     * @param pack how places name it: {@code web-api-starter}
     * @param limits for everything that this renderer does together
     */
    public TemplateRenderer(FileTree files, String pack, RenderLimits limits) {
        this.sources = new SourceReader(files, pack);
        this.limits = limits;
        this.budget = new Budget(limits);
    }

    /**
     * Renders a file of the pack.
     *
     * @throws PacksException {@link ProblemCode#TEMPLATE_MISSING}, with everything that is wrong in the template, or with the first thing that fails
     */
    public RenderedText render(RelativePath source, Scope scope) {
        CompiledTemplate template = templates.get(source.text());
        if (template == null) {
            template = new TemplateCompiler(sources, limits).compileWhole(source);
            templates.put(source.text(), template);
            engine().add(source.text(), template);
        }
        Evaluation run = new Evaluation(scope, budget, template.locals());
        run.record(branches);
        budget.start();
        try {
            String text = engine().render(source.text(), template.place(), run, template.directives());
            return new RenderedText(text, run.reads(), template.sources());
        } finally {
            budget.stop();
        }
    }

    public RenderedText render(RelativePath source, Map<String, ? extends @Nullable Object> values) {
        return render(source, Scope.of(values));
    }

    /**
     * Renders a text of one line, such as an output path, without Thymeleaf.
     *
     * @param place of its first character
     */
    public RenderedText renderLine(String line, Place place, Scope scope) {
        LineTemplate template = lines.get(line);
        if (template == null) {
            template = LineTemplate.parse(line, place);
            lines.put(line, template);
        }
        return template.render(scope, budget);
    }

    public RenderedText renderLine(String line, Place place, Map<String, ? extends @Nullable Object> values) {
        return renderLine(line, place, Scope.of(values));
    }

    /**
     * Everything that can be said of a template before it is rendered. {@link ProblemCode#LOOKS_LIKE_A_TAG} is a warning, the rest are errors.
     *
     * @param declared the names that it may read, and the queries, as {@link QueryRows#readAs}
     */
    public List<Problem> check(RelativePath source, Set<String> declared) {
        return check(source, declared, new TreeSet<>());
    }

    /** @param reads gets the names that the template may read */
    public List<Problem> check(RelativePath source, Set<String> declared, Set<String> reads) {
        TemplateCompiler compiler = new TemplateCompiler(sources, limits);
        List<Problem> found = new ArrayList<>();
        try {
            compiler.compile(source);
        } catch (PacksException e) {
            found.addAll(e.problems());
        }
        found.addAll(compiler.problems().list());
        reads.addAll(compiler.uses().keySet());
        for (Map.Entry<String, Spot> use : compiler.uses().entrySet()) {
            if (!declared.contains(use.getKey())) {
                found.add(Undefined.problem(use.getKey(), use.getValue().place(), declared));
            }
        }
        return List.copyOf(found);
    }

    /** From now on, notes which ways templates take. */
    public void record(BranchRecorder recorder) {
        branches = recorder;
    }

    /**
     * All ways that there are in a template and what it includes.
     *
     * @throws PacksException with everything that is wrong in it
     */
    public SortedSet<BranchRecorder.Branch> branches(RelativePath source) {
        SortedSet<BranchRecorder.Branch> all = new TreeSet<>();
        for (Directive directive :
                new TemplateCompiler(sources, limits).compileWhole(source).directives()) {
            if (directive instanceof Directive.Condition condition) {
                String where = condition.spot().place().toString();
                all.add(new BranchRecorder.Branch(where, true));
                all.add(new BranchRecorder.Branch(where, false));
            } else if (directive instanceof Directive.Case branch) {
                all.add(new BranchRecorder.Branch(branch.spot().place().toString(), true));
            } else if (directive instanceof Directive.Loop loop) {
                all.add(new BranchRecorder.Branch(loop.spot().place().toString(), true));
            }
        }
        return all;
    }

    private TextEngine engine() {
        TextEngine loaded = engine;
        if (loaded == null) {
            loaded = new TextEngine();
            engine = loaded;
        }
        return loaded;
    }
}
