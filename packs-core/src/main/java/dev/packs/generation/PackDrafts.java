package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.draft.DraftFile;
import dev.packs.draft.ManifestPlaces;
import dev.packs.draft.PackDraft;
import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.TemplateEngine;
import dev.packs.rendering.Expression;
import dev.packs.rendering.Formula;
import dev.packs.rendering.PartialRenderer;
import dev.packs.rendering.QueryRows;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.Scope;
import dev.packs.rendering.TemplatePart;
import dev.packs.variables.OpenVariables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out which files packs would make whose variables are open, and renders them as far as that goes. For one use. */
public final class PackDrafts {

    private final List<PackContent> packs;
    private final OpenVariables.Result variables;
    private final ManifestPlaces places;
    private final Set<Problem> problems = new java.util.LinkedHashSet<>();
    private final List<DraftFile> files = new ArrayList<>();

    /**
     * @param packs dependencies first; the values of their variables are those that are known
     * @param variables of all of them
     */
    public PackDrafts(List<PackContent> packs, OpenVariables.Result variables, ManifestPlaces places) {
        this.packs = List.copyOf(packs);
        this.variables = variables;
        this.places = places;
    }

    /**
     * Finds them. What can be carried by nothing but Packs is left out, and an obstacle of the draft.
     *
     * @throws PacksException with everything else that is wrong with any of them, and those
     */
    public PackDraft draft() {
        problems.addAll(variables.obstacles());
        for (int i = packs.size() - 1; i >= 0; i--) {
            new OnePack(packs.get(i)).draft();
        }
        List<Problem> all = new ArrayList<>(problems);
        for (Problem problem : all) {
            if (problem.code() != ProblemCode.CANNOT_BE_CARRIED) {
                throw new PacksException(all);
            }
        }
        return new PackDraft(packs.get(packs.size() - 1).manifest().pack(), variables.open(), files, all);
    }

    private final class OnePack {

        private final PackContent pack;
        private final PackManifest manifest;
        private final PartialRenderer renderer;
        private final Scope known;
        private final Set<String> open;

        OnePack(PackContent pack) {
            this.pack = pack;
            this.manifest = pack.manifest();
            String id = manifest.id().name().id();
            this.renderer = new PartialRenderer(pack.files(), id, RenderLimits.standard());
            this.known = Scope.of(PackScope.values(pack)).with(pack.queries());
            this.open = new HashSet<>(variables.names());
            // What this pack was given is known in it, although another pack asks for its own of the same name.
            open.removeAll(pack.variables().values().keySet());
            for (String query : manifest.queries().keySet()) {
                if (!pack.queries().names().contains(query)) {
                    open.add(QueryRows.readAs(query));
                }
            }
        }

        void draft() {
            for (int i = 0; i < manifest.templates().size(); i++) {
                Entry entry = new Entry("templates[" + i + "]");
                TemplateDefinition template = manifest.templates().get(i);
                FileOrigin origin = new FileOrigin(manifest.id(), "template " + template.name());
                collect(() -> template(template, origin, entry));
            }
            List<FileSet> sets = manifest.files().isEmpty() ? List.of(FileSet.standard()) : manifest.files();
            for (int i = 0; i < sets.size(); i++) {
                Entry entry = new Entry("files[" + i + "]");
                FileSet set = sets.get(i);
                FileOrigin origin = new FileOrigin(manifest.id(), "files " + set.source());
                collect(() -> copied(set, origin, entry));
            }
            for (int i = 0; i < manifest.packages().size(); i++) {
                Entry entry = new Entry("packages[" + i + "]");
                PackageRequest request = manifest.packages().get(i);
                PackageContent installed = pack.packages().get(request.name());
                if (request.installPath().isPresent() && installed != null) {
                    FileOrigin origin = new FileOrigin(manifest.id(), "package " + request.name());
                    collect(() -> packaged(request, installed, origin, entry.at("install_path")));
                }
            }
        }

        /** A template, files or a package of the manifest. */
        private final class Entry {

            private final String path;

            Entry(String path) {
                this.path = path;
            }

            Place at(String key) {
                return places.of(manifest.id().name(), path + "." + key);
            }
        }

        private void collect(Runnable part) {
            try {
                part.run();
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        }

        private void template(TemplateDefinition template, FileOrigin origin, Entry entry) {
            Condition condition = condition(template.when(), entry);
            if (condition.never()) {
                return;
            }
            if (template.engine() == TemplateEngine.VELOCITY) {
                throw Problem.at(
                                ProblemCode.CANNOT_BE_CARRIED,
                                entry.at("engine"),
                                "the " + origin + " is written for the engine `velocity`")
                        .help("write it for `thymeleaf`; only that is translated")
                        .asException();
            }
            byte[] source = pack.files().read(template.source()).orElse(null);
            if (source == null) {
                throw Problem.at(
                                ProblemCode.TEMPLATE_MISSING,
                                entry.at("source"),
                                "the " + origin + " has no file `" + template.source() + "`")
                        .help("see that it is in the pack, spelled like that")
                        .asException();
            }
            FileMode mode = template.permissions().isPresent()
                    ? PackRendering.mode(template.permissions().get())
                    : FileMode.of(pack.files(), template.source());
            for (Scope scope : scopes(template, origin, entry)) {
                collect(() -> {
                    List<TemplatePart> path = renderer.line(template.output(), entry.at("output"), scope, open);
                    DraftFile.Content content = template.engine() == TemplateEngine.COPY
                            ? new DraftFile.Content.Bytes(source)
                            : content(renderer.template(template.source(), scope, open));
                    add(origin, entry.at("output"), path, condition, content, mode, inPack(template.source()));
                });
            }
        }

        private DraftFile.Content content(List<TemplatePart> parts) {
            if (parts.isEmpty()) {
                return new DraftFile.Content.Bytes(new byte[0]);
            }
            return parts.size() == 1 && parts.get(0) instanceof TemplatePart.Text text
                    ? new DraftFile.Content.Bytes(text.text().getBytes(StandardCharsets.UTF_8))
                    : new DraftFile.Content.Open(parts);
        }

        private List<Scope> scopes(TemplateDefinition template, FileOrigin origin, Entry entry) {
            if (template.forEach().isEmpty()) {
                return List.of(known);
            }
            ForEach forEach = template.forEach().get();
            boolean isOpen = open.contains(forEach.query() ? QueryRows.readAs(forEach.from()) : forEach.from());
            if (isOpen) {
                throw Problem.at(
                                ProblemCode.CANNOT_BE_CARRIED,
                                entry.at("for_each"),
                                "the " + origin + " makes one file for each of `" + forEach.from()
                                        + "`, and how many there are is not known now")
                        .help(
                                forEach.query()
                                        ? "name the graph that it asks: -Dpacks.graph=model.ttl"
                                        : "give the list now, with -Dpacks.answers")
                        .asException();
            }
            Object value = forEach.query() ? pack.queries().rows(forEach.from()) : known.get(forEach.from());
            if (!(value instanceof List<?> items)) {
                return List.of();
            }
            List<Scope> scopes = new ArrayList<>();
            for (Object item : items) {
                scopes.add(known.with(forEach.item(), item));
            }
            return scopes;
        }

        private void copied(FileSet set, FileOrigin origin, Entry entry) {
            Condition condition = condition(set.when(), entry);
            if (condition.never()) {
                return;
            }
            List<CopiedFiles.Copy> copies = CopiedFiles.copies(set, pack.files());
            if (copies.isEmpty() && !set.isStandard()) {
                throw CopiedFiles.missing(origin, entry.at("source"));
            }
            List<TemplatePart> folder = set.output().isPresent()
                    ? renderer.line(set.output().get(), entry.at("output"), known, open)
                    : List.of();
            for (CopiedFiles.Copy copy : copies) {
                List<TemplatePart> path = new ArrayList<>(folder);
                if (!copy.target().isEmpty()) {
                    path.add(new TemplatePart.Text((folder.isEmpty() ? "" : "/") + copy.target()));
                }
                FileMode mode = set.permissions().isPresent()
                        ? PackRendering.mode(set.permissions().get())
                        : FileMode.of(copy.tree(), copy.source());
                add(origin, entry.at("output"), path, condition, bytes(copy), mode, inPack(copy.source()));
            }
        }

        private void packaged(PackageRequest request, PackageContent installed, FileOrigin origin, Place place) {
            for (CopiedFiles.Copy copy : CopiedFiles.copies(request, installed.files(), place, origin)) {
                List<TemplatePart> path = List.of(new TemplatePart.Text(copy.target()));
                FileMode mode = FileMode.of(copy.tree(), copy.source());
                add(origin, place, path, Condition.ALWAYS, bytes(copy), mode, place);
            }
        }

        private DraftFile.Content bytes(CopiedFiles.Copy copy) {
            return new DraftFile.Content.Bytes(copy.tree()
                    .read(copy.source())
                    .orElseThrow(() -> new IllegalStateException("a file left while it was read: " + copy.source())));
        }

        private Condition condition(Optional<String> when, Entry entry) {
            if (when.isEmpty()) {
                return Condition.ALWAYS;
            }
            Place place = entry.at("when");
            Formula formula = renderer.formula(Expression.parse(when.get(), place), known, open);
            if (formula instanceof Formula.Literal literal) {
                boolean holds =
                        Expression.parse("value", place).isTrue(Collections.singletonMap("value", literal.value()));
                return holds ? Condition.ALWAYS : new Condition(Optional.empty(), true);
            }
            return new Condition(Optional.of(formula), false);
        }

        private Place inPack(RelativePath file) {
            return Place.of(manifest.id().name().id() + "!/" + file);
        }

        /**
         * Adds a file, unless one of a dependent is there.
         *
         * @param place of what says it
         * @param source of what is in it
         */
        private void add(
                FileOrigin origin,
                Place place,
                List<TemplatePart> path,
                Condition condition,
                DraftFile.Content content,
                FileMode mode,
                Place source) {
            List<TemplatePart> joined = joined(path);
            if (joined.size() == 1 && joined.get(0) instanceof TemplatePart.Text text) {
                OutputPaths.parse(text.text(), origin);
            }
            for (DraftFile other : files) {
                if (other.path().equals(joined)) {
                    boolean replaced =
                            dependsOnMine(other.origin()) && other.when().isEmpty();
                    if (!replaced) {
                        problems.add(Problem.at(
                                        ProblemCode.OUTPUT_COLLISION,
                                        place,
                                        "the " + other.origin() + " and the " + origin + " write to one path")
                                .help("give one of them another `output`"));
                    }
                    return;
                }
            }
            files.add(new DraftFile(
                    origin.toString(), joined, condition.formula(), content, mode == FileMode.EXECUTABLE, source));
        }

        /** Files of dependents come first, and take the place of those of this pack. */
        private boolean dependsOnMine(String origin) {
            return !origin.endsWith(" of " + manifest.id());
        }
    }

    private record Condition(Optional<Formula> formula, boolean never) {
        static final Condition ALWAYS = new Condition(Optional.empty(), false);
    }

    private static List<TemplatePart> joined(List<TemplatePart> parts) {
        List<TemplatePart> joined = new ArrayList<>();
        for (TemplatePart part : parts) {
            int last = joined.size() - 1;
            if (last >= 0
                    && part instanceof TemplatePart.Text more
                    && joined.get(last) instanceof TemplatePart.Text text) {
                joined.set(last, new TemplatePart.Text(text.text() + more.text()));
            } else {
                joined.add(part);
            }
        }
        return List.copyOf(joined);
    }
}
