package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.generation.GenerationPlan;
import dev.packs.generation.RenderedFile;
import dev.packs.generation.ScaffoldWriter;
import dev.packs.io.Glob;
import dev.packs.pack.CollisionRule;
import dev.packs.pack.CollisionStrategy;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.resolution.Requirement;
import dev.packs.source.PackLibrary;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.SharedVariables;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts one project from several packs, which are resolved together and share their variables; and saves that as a pack, if it is wanted. */
public final class ComposePacks {

    private static final Version FIRST_VERSION = Version.parse("1.0.0");

    private static final String STANDARD_NAME = "app";

    private final PackLibrary library;
    private final PreparePacks prepare;
    private final GenerateProject generate;
    private final String packsVersion;

    /** @param packsVersion of the plugin that a saved pack is to be built with */
    public ComposePacks(PackLibrary library, PreparePacks prepare, GenerateProject generate, String packsVersion) {
        this.library = library;
        this.prepare = prepare;
        this.generate = generate;
        this.packsVersion = packsVersion;
    }

    /**
     * What is to become one project.
     *
     * @param packs in the order that {@code first} and {@code last} mean
     * @param collisions {@code packs.collisions}: {@code pattern=strategy}, separated by commas
     * @param saveAs {@code packs.saveAs}: the folder of the pack's project
     * @param project everything else; its pack is not looked at
     */
    public record Request(
            List<PackRef.Named> packs, String collisions, Optional<Path> saveAs, GenerateProject.Request project) {

        public Request {
            packs = List.copyOf(packs);
            saveAs = saveAs.map(folder -> folder.toAbsolutePath().normalize());
        }

        /** The same, unless the folder is what names the project. */
        private Request named(String name) {
            return project.output().isPresent() ? this : new Request(packs, collisions, saveAs, project.named(name));
        }
    }

    /** @throws PacksException with everything that is wrong; nothing is written then, unless {@code keepGoing} */
    public GeneratedProject run(Request request) {
        List<CollisionRule> rules = rules(request.collisions());
        GenerateProject.Request project = request.project();
        try (Conversation talk =
                new Conversation(project.interaction(), project.mode().dryRun())) {
            String name = name(project, talk);
            return run(request.named(name), rules, name, talk);
        }
    }

    private static String name(GenerateProject.Request project, Conversation talk) {
        if (project.name().isPresent() || project.output().isPresent()) {
            return GenerateProject.name(project, STANDARD_NAME);
        }
        if (!talk.asks()) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "the project has no name")
                    .help("name it: mvn packs:compose -Dpack=… -Dname=app")
                    .asException();
        }
        return talk.name(STANDARD_NAME, text -> GenerateProject.name(project.named(text), STANDARD_NAME));
    }

    private GeneratedProject run(Request request, List<CollisionRule> rules, String name, Conversation talk) {
        GenerateProject.Request project = request.project();
        Path root = project.output()
                .orElse(project.folder().resolve(name))
                .toAbsolutePath()
                .normalize();
        requireApart(root, request.saveAs());
        ScaffoldWriter.recover(root);
        LockFile lock = LockFile.read(GenerateProject.LOCK.under(root));
        Map<PackName, VersionConstraint> asked = asked(request);
        List<Requirement> requirements = new ArrayList<>();
        asked.forEach((pack, constraint) -> requirements.add(new Requirement(pack, constraint, "-Dpack")));
        PreparedPacks prepared = prepare.run(new PreparePacks.Request(requirements, lock.before(), Map.of()));
        ComposedPack composed = composed(request, asked, rules, prepared, name);
        GenerateProject.Resolved resolved = new GenerateProject.Resolved(
                composed.id().name(),
                prepared.with(composed.manifest(), composed.content()),
                lock,
                Optional.of(new GeneratedProject.Composed(List.copyOf(asked.keySet()), request.saveAs())),
                talk);
        GeneratedProject made = generate(request, name, root, resolved, composed);
        return made.noting(unused(rules, made));
    }

    /** Rules that no file was looked up by: mostly misspelled, so that a default decided. */
    private static List<Problem> unused(List<CollisionRule> rules, GeneratedProject made) {
        List<Problem> unused = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        made.settled().keySet().forEach(path -> paths.add(path.text()));
        for (CollisionRule rule : rules) {
            if (made.settled().keySet().stream().noneMatch(rule.files()::matches)) {
                unused.add(Problem.of(
                                ProblemCode.COLLISIONS_UNUSED,
                                "`" + rule + "` in packs.collisions matches no file of these packs")
                        .help(Nearest.question(rule.files().toString(), paths)
                                .orElse("a pattern is a path below the project: `**/*.yaml` is any YAML file, `*.yaml`"
                                        + " one beside pom.xml")));
            }
        }
        return unused;
    }

    private GeneratedProject generate(
            Request request, String name, Path root, GenerateProject.Resolved resolved, ComposedPack composed) {
        GenerateProject.Request project = request.project();
        if (request.saveAs().isEmpty()) {
            return generate.generate(project, name, root, resolved);
        }
        Path folder = request.saveAs().get();
        ScaffoldWriter.recover(folder);
        try (ScaffoldWriter writer = writer(folder, project.mode())) {
            for (RenderedFile file : composed.project(packsVersion)) {
                writer.accept(file);
            }
            GenerationPlan plan = writer.plan();
            if (!project.mode().dryRun() && !plan.problems().isEmpty()) {
                throw new PacksException(inTheWay(plan.problems()));
            }
            GeneratedProject report = generate.generate(project, name, root, resolved);
            if (!project.mode().dryRun()) {
                writer.commit();
            }
            return report;
        }
    }

    /** Two folders are written at a time, and each whole or not at all: neither can have the other in it. */
    private static void requireApart(Path root, Optional<Path> saveAs) {
        if (saveAs.isPresent() && (saveAs.get().startsWith(root) || root.startsWith(saveAs.get()))) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "the pack is to be saved in `" + saveAs.get() + "`, and the project comes into `" + root
                                    + "`: one lies in the other")
                    .help("-Dname=app -Dpacks.saveAs=my-stack puts them beside each other")
                    .asException();
        }
    }

    /** The pack's folder is named by another property than the project's. */
    private static List<Problem> inTheWay(List<Problem> problems) {
        List<Problem> all = new ArrayList<>();
        for (Problem problem : problems) {
            boolean isFolder =
                    problem.code() == ProblemCode.OUTPUT_EXISTS || problem.code() == ProblemCode.FOLDER_NOT_EMPTY;
            all.add(
                    isFolder
                            ? new Problem(
                                    problem.code(),
                                    problem.message(),
                                    problem.place(),
                                    Optional.of(
                                            "the pack goes to another folder with `-Dpacks.saveAs=…`; `-Dpacks.force`"
                                                    + " writes all the same, here and in the project"))
                            : problem);
        }
        return all;
    }

    private static ScaffoldWriter writer(Path root, GenerateProject.Mode mode) {
        ScaffoldWriter.Existing existing =
                mode.force() ? ScaffoldWriter.Existing.REPLACE : ScaffoldWriter.Existing.KEEP;
        return mode.dryRun() ? ScaffoldWriter.dryRun(root, existing) : ScaffoldWriter.open(root, existing);
    }

    private Map<PackName, VersionConstraint> asked(Request request) {
        Map<PackName, VersionConstraint> asked = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (PackRef.Named ref : request.packs()) {
            try {
                PackName name = library.require(ref, request.project().answers().groups());
                VersionConstraint constraint = ref.constraint().orElse(VersionConstraint.any());
                VersionConstraint other = asked.putIfAbsent(name, constraint);
                if (other != null && !other.equals(constraint)) {
                    problems.add(Problem.of(
                                    ProblemCode.COMPOSITION_INVALID,
                                    "the pack " + name + " is named twice, as `" + other + "` and as `" + constraint
                                            + "`")
                            .help("name it once"));
                }
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        problems.throwIfAny();
        return asked;
    }

    private ComposedPack composed(
            Request request,
            Map<PackName, VersionConstraint> asked,
            List<CollisionRule> rules,
            PreparedPacks prepared,
            String name) {
        Set<PackManifest> byWeight = new LinkedHashSet<>();
        List<PackDependency> dependencies = new ArrayList<>();
        asked.forEach((pack, constraint) -> {
            List<PackId> closure = new ArrayList<>(prepared.closure(pack));
            Collections.reverse(closure);
            for (PackId id : closure) {
                byWeight.add(prepared.manifest(id.name()));
            }
            dependencies.add(PackDependency.of(pack, kept(constraint, prepared.manifest(pack))));
        });
        SharedVariables shared = new SharedVariables(
                List.copyOf(byWeight), prepared::placeOf, new PackExpressions(Place.of("pack.toml")));
        return new ComposedPack(
                new PackId(nameOf(request, name), FIRST_VERSION), dependencies, shared.definitions(), rules);
    }

    /** What was asked for, or else what SemVer lets take the place of what was found. */
    private static VersionConstraint kept(VersionConstraint asked, PackManifest found) {
        return asked.equals(VersionConstraint.any())
                ? VersionConstraint.parse((found.id().version().isPreRelease() ? "" : "^")
                        + found.id().version())
                : asked;
    }

    private static PackName nameOf(Request request, String project) {
        String folder = request.saveAs()
                .map(path -> String.valueOf(path.toAbsolutePath().normalize().getFileName()))
                .orElse(project);
        String id = folder.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        if (request.saveAs().isPresent() && !PackName.isId(folder)) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "`" + folder + "` is not a pack's id")
                    .help("-Dpacks.saveAs=my-stack: the folder is called like the pack, by letters, digits and single"
                            + " hyphens")
                    .asException();
        }
        String given = Optional.ofNullable(
                        request.project().answers().properties().get("var.group_id"))
                .filter(PackName::isGroup)
                .orElse("com.example");
        return new PackName(given + ".packs", id.isEmpty() ? "app" : id.substring(0, Math.min(id.length(), 100)));
    }

    /** Reads {@code packs.collisions}; a comma between braces belongs to the pattern. */
    static List<CollisionRule> rules(String text) {
        List<CollisionRule> rules = new ArrayList<>();
        Problems problems = new Problems();
        for (String part : parts(text)) {
            int equals = part.lastIndexOf('=');
            String word = part.substring(equals + 1).strip();
            Optional<CollisionStrategy> strategy = strategy(word);
            if (equals < 1 || strategy.isEmpty()) {
                problems.add(Problem.of(
                                ProblemCode.PARAMETER_INVALID,
                                "`" + part + "` in packs.collisions is not a pattern and a strategy")
                        .help(
                                equals > 0
                                        ? Nearest.question(word, words())
                                                .orElse("the strategies are " + String.join(", ", words()))
                                        : "as in -Dpacks.collisions=\"README.md=first,**/*.yaml=merge\""));
                continue;
            }
            try {
                rules.add(new CollisionRule(Glob.parse(part.substring(0, equals).strip()), strategy.get()));
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        problems.throwIfAny();
        return rules;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (i == text.length() || (c == ',' && depth <= 0)) {
                if (!text.substring(start, i).isBlank()) {
                    parts.add(text.substring(start, i).strip());
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static Optional<CollisionStrategy> strategy(String word) {
        for (CollisionStrategy strategy : CollisionStrategy.values()) {
            if (strategy.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(strategy);
            }
        }
        return Optional.empty();
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (CollisionStrategy strategy : CollisionStrategy.values()) {
            words.add(strategy.word());
        }
        return words;
    }
}
