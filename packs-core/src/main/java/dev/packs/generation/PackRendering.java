package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
import dev.packs.merge.FileMerger;
import dev.packs.pack.CollisionStrategy;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.TemplateEngine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out which files packs that are rendered together make, and makes them. Writes nothing. */
public final class PackRendering {

    private final List<PackContent> packs;
    private final TextRendering.Factory renderings;
    private final CombinedContent combined;
    private final Activity activity;

    /**
     * @param packs dependencies first
     * @param merger asked only where a composition merges files
     * @param activity told of each file
     */
    public PackRendering(
            List<PackContent> packs, TextRendering.Factory renderings, Supplier<FileMerger> merger, Activity activity) {
        this.packs = List.copyOf(packs);
        this.renderings = renderings;
        this.combined = new CombinedContent(merger);
        this.activity = activity;
    }

    /** Which nobody watches. */
    public PackRendering(List<PackContent> packs, TextRendering.Factory renderings, Supplier<FileMerger> merger) {
        this(packs, renderings, merger, Activity.none());
    }

    Activity activity() {
        return activity;
    }

    /**
     * Renders everything, one file after the other.
     *
     * @param files gets what could be rendered, by path; what it throws is passed on
     * @return everything that is wrong with any template
     */
    public List<Problem> render(Consumer<RenderedFile> files) {
        return rendered(files, null);
    }

    /**
     * Renders everything, one file after the other.
     *
     * @param files gets what could be rendered, by path; what it throws is passed on
     * @param settled told of each file, before it is given, whose it is
     * @return everything that is wrong with any template
     */
    public List<Problem> render(Consumer<RenderedFile> files, Consumer<SettledFile> settled) {
        return rendered(files, settled);
    }

    private List<Problem> rendered(Consumer<RenderedFile> files, @Nullable Consumer<SettledFile> settled) {
        Plan plan = plan();
        // A query that fails does so for everybody who asks it, and is told once.
        Set<Problem> problems = new LinkedHashSet<>(plan.problems());
        activity.expect(Work.RENDER, plan.files().size());
        for (PlannedFile file : plan.files()) {
            Made made;
            try {
                made = render(file);
            } catch (PacksException failed) {
                problems.addAll(failed.problems());
                continue;
            } finally {
                activity.reach(Work.RENDER);
            }
            if (settled != null) {
                settled.accept(settled(file, made, plan.replaced().getOrDefault(file.path(), List.of())));
            }
            files.accept(file.with(made.content()));
        }
        return new ArrayList<>(problems);
    }

    private static SettledFile settled(PlannedFile file, Made made, List<FileOrigin> replaced) {
        SettledFile found = made.settled().isPresent() ? made.settled().get() : SettledFile.only(file);
        if (replaced.isEmpty()) {
            return found;
        }
        List<FileOrigin> dropped = new ArrayList<>(replaced);
        dropped.addAll(found.dropped());
        SettledFile.How how = found.how() == SettledFile.How.ONLY ? SettledFile.How.REPLACES : found.how();
        return new SettledFile(found.path(), how, found.from(), dropped, found.choices());
    }

    /**
     * A file's bytes and what they were made of.
     *
     * @param settled whose it is, where several packs give it
     */
    record Made(
            FileContent content, Set<String> reads, Collection<RelativePath> sources, Optional<SettledFile> settled) {}

    Made render(PlannedFile file) {
        FileRecipe recipe = file.recipe();
        if (recipe instanceof FileRecipe.Copy copy) {
            return new Made(copy, Set.of(), Set.of(), Optional.empty());
        }
        FileOrigin origin = file.origin();
        try (Step step = activity.start(
                Work.RENDER,
                new Subject(origin.pack().toString(), origin.part(), file.path().text()))) {
            Made made = rendered(file, recipe);
            // What is no copy lies in memory already.
            step.made(
                    made.content() instanceof FileRecipe.Copy
                            ? 0
                            : made.content().bytes().length,
                    1);
            return made;
        }
    }

    private Made rendered(PlannedFile file, FileRecipe recipe) {
        if (recipe instanceof FileRecipe.Combined several) {
            return combine(file.path(), several);
        }
        if (recipe instanceof FileRecipe.Template template) {
            TextRendering rendering = template.scope().rendering();
            TextRendering.Result result = template.engine() == TemplateEngine.VELOCITY
                    ? rendering.velocity(template.source(), template.row())
                    : rendering.template(template.source(), template.row());
            byte[] bytes = result.text().getBytes(StandardCharsets.UTF_8);
            return new Made(FileContent.of(bytes), result.reads(), result.sources(), Optional.empty());
        }
        throw new IllegalArgumentException(recipe.kind());
    }

    /** What is not taken is not rendered either. */
    private Made combine(RelativePath path, FileRecipe.Combined several) {
        List<PlannedFile> files = several.files();
        if (several.strategy() == CollisionStrategy.FIRST || several.strategy() == CollisionStrategy.LAST) {
            boolean isFirst = several.strategy() == CollisionStrategy.FIRST;
            int place = isFirst ? 0 : files.size() - 1;
            PlannedFile taken = files.get(place);
            List<FileOrigin> dropped = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                if (i != place) {
                    dropped.add(files.get(i).origin());
                }
            }
            SettledFile settled = new SettledFile(
                    path,
                    isFirst ? SettledFile.How.FIRST : SettledFile.How.LAST,
                    List.of(taken.origin()),
                    dropped,
                    List.of());
            return new Made(render(taken).content(), Set.of(), Set.of(), Optional.of(settled));
        }
        List<CombinedContent.Given> given = new ArrayList<>();
        for (PlannedFile file : files) {
            given.add(new CombinedContent.Given(
                    file.origin(), render(file).content().bytes()));
        }
        CombinedContent.Combined made = combined.of(path, several.strategy(), given);
        return new Made(FileContent.of(made.content()), Set.of(), Set.of(), Optional.of(made.settled()));
    }

    /**
     * The files before their text is made.
     *
     * @param failed {@link FileOrigin#id()} of the parts whose files are not known because something is wrong with them
     */
    record Plan(
            List<PlannedFile> files,
            List<Problem> problems,
            Set<String> failed,
            Map<RelativePath, List<FileOrigin>> replaced) {}

    Plan plan() {
        return plan(new NoPlaces());
    }

    /** Written out, because a lambda is put together at run time, which every scaffold would pay for. */
    private static final class NoPlaces implements Function<FileOrigin, Optional<Place>> {

        @Override
        public Optional<Place> apply(FileOrigin origin) {
            return Optional.empty();
        }
    }

    /** @param places where a manifest says what a file comes from, for problems */
    Plan plan(Function<FileOrigin, Optional<Place>> places) {
        PlannedFiles planned = new PlannedFiles(places);
        Set<Problem> problems = new LinkedHashSet<>();
        Set<String> failed = new HashSet<>();
        for (PackContent pack : packs) {
            planned.startPack(pack.manifest());
            PackScope scope = new PackScope(pack, renderings);
            for (TemplateDefinition template : pack.manifest().templates()) {
                FileOrigin origin = new FileOrigin(pack.manifest().id(), "template " + template.name());
                try {
                    template(scope, template, origin, planned);
                } catch (PacksException wrong) {
                    problems.addAll(wrong.problems());
                    failed.add(origin.id());
                }
            }
            CopiedFiles copied = new CopiedFiles(scope, planned);
            List<FileSet> sets = pack.manifest().files();
            for (FileSet set : sets.isEmpty() ? List.of(FileSet.standard()) : sets) {
                FileOrigin origin = new FileOrigin(pack.manifest().id(), "files " + set.source());
                try {
                    copied.files(set, origin);
                } catch (PacksException wrong) {
                    problems.addAll(wrong.problems());
                    failed.add(origin.id());
                }
            }
            for (PackageRequest request : pack.manifest().packages()) {
                FileOrigin origin = new FileOrigin(pack.manifest().id(), "package " + request.name());
                try {
                    copied.packageFiles(request, origin);
                } catch (PacksException wrong) {
                    problems.addAll(wrong.problems());
                    failed.add(origin.id());
                }
            }
        }
        List<PlannedFile> files = planned.files();
        problems.addAll(planned.problems());
        return new Plan(files, new ArrayList<>(problems), failed, planned.replaced());
    }

    private static void template(
            PackScope scope, TemplateDefinition template, FileOrigin origin, PlannedFiles planned) {
        if (template.when().isPresent()
                && !scope.rendering().isTrue(template.when().get(), scope.manifest())) {
            return;
        }
        if (!scope.pack().files().paths().contains(template.source())) {
            throw Problem.at(
                            ProblemCode.TEMPLATE_MISSING,
                            scope.manifest(),
                            "the " + origin + " has no file `" + template.source() + "`")
                    .help("see that it is in the pack, spelled like that")
                    .asException();
        }
        FileMode mode = template.permissions().isPresent()
                ? mode(template.permissions().get())
                : FileMode.of(scope.pack().files(), template.source());
        List<Problem> problems = new ArrayList<>();
        for (Optional<TextRendering.Row> row : rows(scope, template, origin)) {
            try {
                String path = scope.rendering().line(template.output(), row, scope.manifest());
                FileRecipe recipe = template.engine() == TemplateEngine.COPY
                        ? new FileRecipe.Copy(scope, scope.pack().files(), template.source())
                        : new FileRecipe.Template(scope, template.source(), row, template.engine());
                planned.add(
                        new PlannedFile(OutputPaths.parse(path, origin), origin, recipe, mode, template.overwrite()));
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new PacksException(problems);
        }
    }

    private static List<Optional<TextRendering.Row>> rows(
            PackScope scope, TemplateDefinition template, FileOrigin origin) {
        if (template.forEach().isEmpty()) {
            return List.of(Optional.empty());
        }
        ForEach forEach = template.forEach().get();
        Object value = forEach.query()
                ? scope.pack().queries().rows(forEach.from())
                : scope.rendering().value(forEach.from());
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            throw Problem.at(
                            ProblemCode.TEMPLATE_FAILED,
                            scope.manifest(),
                            "the " + origin + " has `for_each = \"" + forEach + "\"`, and `" + forEach.from()
                                    + "` is no list")
                    .help("name a variable with `type = \"list\"`")
                    .asException();
        }
        List<Optional<TextRendering.Row>> rows = new ArrayList<>(items.size());
        for (Object item : items) {
            rows.add(Optional.of(new TextRendering.Row(forEach.item(), item)));
        }
        return rows;
    }

    /** The executable bits count, and nothing else: who may read a file is for the user's own mask to say. */
    static FileMode mode(String permissions) {
        return (Integer.parseInt(permissions, 8) & 0111) == 0 ? FileMode.PLAIN : FileMode.EXECUTABLE;
    }
}
