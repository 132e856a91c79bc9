package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.Glob;
import dev.packs.io.RelativePath;
import dev.packs.knowledge.Findings;
import dev.packs.knowledge.GraphAccess;
import dev.packs.knowledge.KnowledgeCheck;
import dev.packs.manifest.ParsedManifest;
import dev.packs.manifest.TomlPlaces;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.PackManifest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.TemplateEngine;
import dev.packs.pack.VariableDefinition;
import dev.packs.rendering.Expression;
import dev.packs.rendering.LineTemplate;
import dev.packs.rendering.QueryRows;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.TemplateRenderer;
import dev.packs.rendering.Undefined;
import dev.packs.rendering.VelocityTemplates;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.SecretNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says everything that can be said of a pack before it is used: its manifest, its templates, its expressions, its queries and its graph. */
public final class ValidatePack {

    private static final RelativePath README = RelativePath.parse("README.md");

    private final GraphAccess graphs;
    private final Optional<PackAmongOthers> others;
    private final Set<String> asked = new HashSet<>();
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /** For what can be said of a pack by itself. */
    public ValidatePack(GraphAccess graphs) {
        this.graphs = graphs;
        this.others = Optional.empty();
    }

    /** @param others to look also at what the pack needs, and at what both would write together */
    public ValidatePack(GraphAccess graphs, PackAmongOthers others) {
        this.graphs = graphs;
        this.others = Optional.of(others);
    }

    /** What was found, good or bad. */
    public record Judged(List<Problem> errors, List<Problem> warnings, Optional<ValidPack> pack) {

        public Judged {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Checks a pack whose manifest was read without error.
     *
     * @throws PacksException with all errors
     */
    public ValidPack run(ParsedManifest parsed, FileTree files) {
        Judged judged = look(parsed, files);
        return judged.pack().orElseThrow(() -> new PacksException(judged.errors()));
    }

    /** The same, with warnings beside errors. */
    public Judged look(ParsedManifest parsed, FileTree files) {
        PackManifest manifest = parsed.manifest();
        warnings.addAll(parsed.warnings());
        if (!files.paths().contains(README)) {
            warnings.add(Problem.of(ProblemCode.TEMPLATE_MISSING, "the pack has no `README.md`")
                    .help("say in it what the pack gives, its variables, and how it is used"));
        }
        variables(manifest, parsed.places());
        templates(manifest, parsed.places(), files);
        fileSets(manifest, parsed.places(), files);
        if (errors.isEmpty()) {
            errors.addAll(SecretPaths.problems(
                    manifest,
                    SecretNames.of(List.of(manifest), new PackExpressions(Place.of("pack.toml"))),
                    parsed.places()::of));
        }
        errors.addAll(PackedArchetype.problems(parsed, files));
        queries(manifest, parsed.places(), files);
        Optional<PackAmongOthers.Look> look = others.map(each -> each.look(parsed, files, errors.isEmpty()));
        look.ifPresent(found -> {
            errors.addAll(found.errors());
            warnings.addAll(found.warnings());
        });
        Optional<ValidPack> valid = errors.isEmpty()
                ? Optional.of(new ValidPack(
                        manifest.id(), manifest.templates().size(), look.map(PackAmongOthers.Look::checked), warnings))
                : Optional.empty();
        return new Judged(errors, warnings, valid);
    }

    private void variables(PackManifest manifest, TomlPlaces places) {
        Set<String> before = new LinkedHashSet<>();
        for (int i = 0; i < manifest.variables().size(); i++) {
            VariableDefinition variable = manifest.variables().get(i);
            String path = "variables[" + i + "]";
            variable.when().ifPresent(when -> expression(when, places.of(path + ".when"), before));
            variable.defaultValue()
                    .filter(value -> value instanceof String text && text.startsWith("${") && text.endsWith("}"))
                    .ifPresent(value -> expression(value.toString(), places.of(path + ".default"), before));
            before.add(variable.name());
            if (variable.description().isEmpty()) {
                warnings.add(Problem.at(
                        ProblemCode.MANIFEST_MISSING_KEY,
                        places.of(path),
                        "the variable `" + variable.name() + "` has no description"));
            }
        }
    }

    private void templates(PackManifest manifest, TomlPlaces places, FileTree files) {
        TemplateRenderer renderer =
                new TemplateRenderer(files, manifest.id().name().id(), RenderLimits.standard());
        for (int i = 0; i < manifest.templates().size(); i++) {
            TemplateDefinition template = manifest.templates().get(i);
            String path = "templates[" + i + "]";
            Set<String> names = names(manifest, Optional.of(template));
            template.forEach().filter(ForEach::query).ifPresent(each -> asked.add(QueryRows.readAs(each.from())));
            template.when()
                    .ifPresent(when -> expression(when, places.of(path + ".when"), names(manifest, Optional.empty())));
            line(template.output(), places.of(path + ".output"), names);
            if (!files.paths().contains(template.source())) {
                errors.add(MissingFile.problem(template.source(), places.of(path + ".source"), files));
            } else if (template.engine() == TemplateEngine.THYMELEAF) {
                for (Problem problem : renderer.check(template.source(), names, asked)) {
                    (problem.code() == ProblemCode.LOOKS_LIKE_A_TAG ? warnings : errors).add(problem);
                }
            } else if (template.engine() == TemplateEngine.VELOCITY) {
                velocity(manifest, template, names, files);
            }
        }
    }

    /** Velocity asks no queries, so none of them is a name there. What several templates render in their place is told once. */
    private void velocity(PackManifest manifest, TemplateDefinition template, Set<String> names, FileTree files) {
        Set<String> plain = new LinkedHashSet<>(names);
        plain.removeIf(name -> QueryRows.queryOf(name) != null);
        VelocityTemplates.Renderer renderer =
                graphs.velocity().of(files, manifest.id().name().id(), RenderLimits.standard());
        for (Problem problem : renderer.check(template.source(), plain)) {
            List<Problem> told = problem.code() == ProblemCode.VARIABLE_UNDEFINED ? warnings : errors;
            if (!told.contains(problem)) {
                told.add(problem);
            }
        }
    }

    private void fileSets(PackManifest manifest, TomlPlaces places, FileTree files) {
        for (int i = 0; i < manifest.files().size(); i++) {
            FileSet set = manifest.files().get(i);
            String path = "files[" + i + "]";
            Set<String> names = names(manifest, Optional.empty());
            set.when().ifPresent(when -> expression(when, places.of(path + ".when"), names));
            set.output().ifPresent(output -> line(output, places.of(path + ".output"), names));
            Glob glob = Glob.parse(set.source());
            // A manifest without [[files]] does not say that there are any.
            if (!set.equals(FileSet.standard()) && files.paths().stream().noneMatch(glob::matches)) {
                errors.add(Problem.at(
                                ProblemCode.TEMPLATE_MISSING,
                                places.of(path + ".source"),
                                "nothing in the pack matches `" + set.source() + "`")
                        .help("paths are relative to the folder of `pack.toml`"));
            }
        }
    }

    /** What belongs to the pack's graph: every query is read, and every gate asked. */
    private void queries(PackManifest manifest, TomlPlaces places, FileTree files) {
        Map<RelativePath, Boolean> named = new TreeMap<>();
        manifest.queries().forEach((name, text) -> {
            RelativePath path = RelativePath.parse(text);
            if (!files.paths().contains(path)) {
                errors.add(MissingFile.problem(path, places.of("sparql_queries." + name), files));
            } else {
                named.merge(path, asked.contains(QueryRows.readAs(name)), Boolean::logicalOr);
            }
        });
        try {
            Findings findings = new KnowledgeCheck(files, manifest.id().name().id(), graphs).run(named);
            errors.addAll(findings.violations());
            warnings.addAll(findings.notes());
        } catch (PacksException wrong) {
            errors.addAll(wrong.problems());
        }
    }

    private static Set<String> names(PackManifest manifest, Optional<TemplateDefinition> template) {
        Set<String> names = new LinkedHashSet<>();
        manifest.variables().forEach(variable -> names.add(variable.name()));
        names.add("pack");
        names.add("packages");
        manifest.queries().keySet().forEach(query -> names.add(QueryRows.readAs(query)));
        template.flatMap(TemplateDefinition::forEach).ifPresent(rows -> names.add(rows.item()));
        return names;
    }

    private void expression(String text, Place place, Set<String> names) {
        try {
            undeclared(Expression.parse(text, place).names(), place, names);
        } catch (PacksException wrong) {
            errors.addAll(wrong.problems());
        }
    }

    private void line(String text, Place place, Set<String> names) {
        try {
            undeclared(LineTemplate.parse(text, place).names(), place, names);
        } catch (PacksException wrong) {
            errors.addAll(wrong.problems());
        }
    }

    private void undeclared(Set<String> used, Place place, Set<String> declared) {
        asked.addAll(used);
        for (String name : used) {
            if (!declared.contains(name)) {
                errors.add(Undefined.problem(name, place, declared));
            }
        }
    }
}
