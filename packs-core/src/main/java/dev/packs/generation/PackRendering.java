package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds out which files packs that are rendered together make, and makes them. Writes nothing. */
public final class PackRendering {

    private final List<PackContent> packs;
    private final TextRendering.Factory renderings;

    /** @param packs dependencies first */
    public PackRendering(List<PackContent> packs, TextRendering.Factory renderings) {
        this.packs = List.copyOf(packs);
        this.renderings = renderings;
    }

    /**
     * Renders everything, one file after the other.
     *
     * @param files gets what could be rendered, by path; what it throws is passed on
     * @return everything that is wrong with any template
     */
    public List<Problem> render(Consumer<RenderedFile> files) {
        Plan plan = plan();
        // A query that fails does so for everybody who asks it, and is told once.
        Set<Problem> problems = new LinkedHashSet<>(plan.problems());
        for (PlannedFile file : plan.files()) {
            FileContent content;
            try {
                content = render(file).content();
            } catch (PacksException failed) {
                problems.addAll(failed.problems());
                continue;
            }
            files.accept(file.with(content));
        }
        return new ArrayList<>(problems);
    }

    /** A file's bytes and what they were made of. */
    record Made(FileContent content, Set<String> reads, Collection<RelativePath> sources) {}

    static Made render(PlannedFile file) {
        FileRecipe recipe = file.recipe();
        if (recipe instanceof FileRecipe.Template template) {
            TextRendering rendering = template.scope().rendering();
            TextRendering.Result result = template.engine() == TemplateEngine.VELOCITY
                    ? rendering.velocity(template.source(), template.row())
                    : rendering.template(template.source(), template.row());
            byte[] bytes = result.text().getBytes(StandardCharsets.UTF_8);
            return new Made(FileContent.of(bytes), result.reads(), result.sources());
        }
        FileRecipe.Copy copy = (FileRecipe.Copy) recipe;
        return new Made(copy, Set.of(), Set.of());
    }

    /**
     * The files before their text is made.
     *
     * @param failed {@link FileOrigin#id()} of the parts whose files are not known because something is wrong with them
     */
    record Plan(List<PlannedFile> files, List<Problem> problems, Set<String> failed) {}

    Plan plan() {
        PlannedFiles planned = new PlannedFiles();
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
        return new Plan(files, new ArrayList<>(problems), failed);
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
