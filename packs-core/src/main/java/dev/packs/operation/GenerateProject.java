package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.activity.Activity;
import dev.packs.asking.AskedValues;
import dev.packs.generation.GenerationPlan;
import dev.packs.generation.RenderedFile;
import dev.packs.generation.ScaffoldWriter;
import dev.packs.generation.SettledFile;
import dev.packs.hook.ContentDigest;
import dev.packs.hook.HookRunner;
import dev.packs.hook.PackHooks;
import dev.packs.integrity.Digest;
import dev.packs.io.RelativePath;
import dev.packs.knowledge.GraphAccess;
import dev.packs.knowledge.ProjectGraphs;
import dev.packs.lock.LockWriter;
import dev.packs.manifest.AnswersWriter;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.pack.VariableDefinition;
import dev.packs.resolution.Requirement;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValues;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueSource;
import dev.packs.version.VersionConstraint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Starts a project from a pack: all of its files or none, with the answers and the lock in its {@code .packs} folder. */
public final class GenerateProject {

    static final RelativePath ANSWERS = RelativePath.parse(".packs/answers.toml");
    static final RelativePath LOCK = RelativePath.parse(".packs/packs.lock");

    private final PackLibrary library;
    private final PreparePacks prepare;
    private final StoreUse store;
    private final Engines engines;

    public GenerateProject(PackLibrary library, PreparePacks prepare, StoreUse store, Engines engines) {
        this.library = library;
        this.prepare = prepare;
        this.store = store;
        this.engines = engines;
    }

    /** The same for projects that are looked at and thrown away. */
    GenerateProject aside() {
        return new GenerateProject(library, prepare, store.ofNoProject(), engines);
    }

    /** What is opened only by packs that need it. */
    public record Engines(GraphAccess graphs, ArchetypeAccess archetypes) {}

    /**
     * What is to be generated, and where.
     *
     * @param name {@code -Dname}; empty: the pack's id
     * @param folder where the user stands
     * @param output the folder that becomes the project; empty: the name, below {@code folder}
     * @param graphs {@code packs.graph}, relative to {@code folder}
     * @param interaction who may be asked
     */
    public record Request(
            PackRef.Named pack,
            Optional<String> name,
            Path folder,
            Optional<Path> output,
            List<String> graphs,
            Answers answers,
            Mode mode,
            Interaction interaction) {

        /** Where nobody is asked. */
        public Request(
                PackRef.Named pack,
                Optional<String> name,
                Path folder,
                Optional<Path> output,
                List<String> graphs,
                Answers answers,
                Mode mode) {
            this(pack, name, folder, output, graphs, answers, mode, Interaction.none());
        }

        Request named(String asked) {
            return new Request(pack, Optional.of(asked), folder, output, graphs, answers, mode, interaction);
        }
    }

    /**
     * What was answered.
     *
     * @param groups {@code packs.groups}
     * @param properties the user's {@code -D} properties
     * @param file {@code packs.answers}
     * @param detected given the project's name
     */
    public record Answers(
            List<String> groups,
            Map<String, String> properties,
            Optional<Path> file,
            Function<String, DetectedValues> detected) {}

    /** How carefully: each as the parameter of the same name says. */
    public record Mode(boolean dryRun, boolean force, boolean keepGoing, boolean frozen) {}

    /** @throws PacksException with everything that is wrong; nothing is written then, unless {@code keepGoing} */
    public GeneratedProject run(Request request) {
        PackName pack = library.require(request.pack(), request.answers().groups());
        try (Conversation talk =
                new Conversation(request.interaction(), request.mode().dryRun())) {
            Request named = named(request, pack, talk);
            while (true) {
                try {
                    return run(named, pack, talk);
                } catch (PacksException wrong) {
                    if (named.equals(request) || !isAboutName(wrong)) {
                        throw wrong;
                    }
                    talk.explain(wrong);
                    named = named(request, pack, talk);
                }
            }
        }
    }

    /** What a pack says of a name is known when all packs are, and is found before the first of their questions. */
    private static boolean isAboutName(PacksException wrong) {
        for (Problem problem : wrong.problems()) {
            if (problem.code() != ProblemCode.VARIABLE_INVALID
                    || !problem.place().equals(Optional.of(Place.of(CommandLineValues.NAME)))) {
                return false;
            }
        }
        return true;
    }

    /** An archetype asks for the artifactId, which is its name. */
    private Request named(Request request, PackName pack, Conversation talk) {
        if (!talk.asks() || request.name().isPresent() || request.output().isPresent()) {
            return request;
        }
        boolean isArchetype = new ShowPack(library, request.answers().groups())
                .run(request.pack())
                .manifest()
                .archetype()
                .isPresent();
        return isArchetype ? request : request.named(talk.name(pack.id(), text -> name(request.named(text), pack)));
    }

    private GeneratedProject run(Request request, PackName pack, Conversation talk) {
        String name = name(request, pack);
        Path root = request.output()
                .orElse(request.folder().resolve(name))
                .toAbsolutePath()
                .normalize();
        ScaffoldWriter.recover(root);
        LockFile lock = LockFile.read(LOCK.under(root));
        PreparedPacks prepared = prepare.run(new PreparePacks.Request(
                List.of(new Requirement(pack, request.pack().constraint().orElse(VersionConstraint.any()), "-Dpack")),
                lock.before(),
                Map.of()));
        if (prepared.manifest(pack).archetype().isPresent()) {
            return new GenerateArchetype(engines.archetypes(), prepare, store, talk).run(request, pack, prepared);
        }
        return generate(request, name, root, new Resolved(pack, prepared, lock, Optional.empty(), talk));
    }

    /**
     * What is generated from.
     *
     * @param composed where the pack is one that composes others for this call alone
     */
    record Resolved(
            PackName pack,
            PreparedPacks packs,
            LockFile lock,
            Optional<GeneratedProject.Composed> composed,
            Conversation talk) {

        String title() {
            return composed.isPresent()
                    ? composed.get().named(packs)
                    : packs.manifest(pack).id().toString();
        }
    }

    /** Generates from what is resolved. */
    GeneratedProject generate(Request request, String name, Path root, Resolved resolved) {
        PackName pack = resolved.pack();
        PreparedPacks prepared = resolved.packs();
        Conversation talk = resolved.talk();
        if (request.mode().frozen()) {
            resolved.lock().requireUnchanged(prepared.lock());
        }
        GivenValues values = given(request, pack, name, root, prepared);
        GivenValues given = resolved.composed().isPresent()
                ? talk.asked(values, pack, resolved.composed().get().ids())
                : talk.asked(values);
        RenderInputs ready;
        try {
            ready = inputs(request, resolved, given);
        } catch (PacksException wrong) {
            throw talk.explained(wrong);
        }
        try (RenderInputs inputs = ready) {
            talk.confirm(
                    resolved.title() + " into " + root,
                    new AskedValues(RenderInputs.manifests(prepared, pack), inputs.variables()),
                    request.answers().properties());
            PackHooks hooks = hooks(prepared, pack);
            boolean agreed = talk.agreesTo(hooks);
            List<Problem> notes = new ArrayList<>(talk.notes());
            talk.close();
            GeneratedProject project = generate(
                    request, root, new Prepared(pack, prepared, resolved.lock(), inputs, resolved.composed()), notes);
            if (!agreed) {
                return project;
            }
            run(hooks, request, root, inputs);
            return project.afterHooks();
        }
    }

    private static PackHooks hooks(PreparedPacks prepared, PackName pack) {
        PackManifest manifest = prepared.manifest(pack);
        if (manifest.postGenerate().isEmpty()) {
            return new PackHooks(manifest.id(), Optional.empty(), List.of());
        }
        return new PackHooks(manifest.id(), Optional.of(content(prepared, pack)), manifest.postGenerate());
    }

    /** Of everything that the project is made of: what a hook runs, as {@code mvn verify} does, may come from any of it. */
    private static Digest content(PreparedPacks prepared, PackName root) {
        SortedMap<String, Digest> contents = new TreeMap<>();
        for (PackId id : prepared.closure(root)) {
            PackContent content = prepared.content(id.name());
            contents.put("pack " + id, content.digest().orElseGet(() -> ContentDigest.of(content.files())));
        }
        prepared.packages().values().forEach(each -> contents.put("package " + each.coordinates(), each.digest()));
        return ContentDigest.of(contents);
    }

    /** @throws PacksException where one fails; the project stays */
    private static void run(PackHooks hooks, Request request, Path root, RenderInputs inputs) {
        Interaction.Surroundings surroundings = request.interaction().surroundings();
        new HookRunner(root, surroundings.environment(), inputs.secrets(), surroundings.log()).run(hooks);
    }

    private record Prepared(
            PackName pack,
            PreparedPacks packs,
            LockFile lock,
            RenderInputs inputs,
            Optional<GeneratedProject.Composed> composed) {}

    private GeneratedProject generate(Request request, Path root, Prepared ready, List<Problem> notes) {
        PackName pack = ready.pack();
        PreparedPacks prepared = ready.packs();
        RenderInputs inputs = ready.inputs();
        Problems violations = new Problems();
        inputs.check(violations, notes);
        violations.throwIfAny();
        GenerationPlan plan;
        List<Problem> failed;
        Map<RelativePath, SettledFile> settled = Map.of();
        try (ScaffoldWriter writer = writer(request.mode(), root, prepared.activity())) {
            if (isComposed(inputs, prepared)) {
                SettledFiles whose = new SettledFiles(inputs.secrets());
                failed = inputs.rendering().render(writer, whose);
                settled = whose.byPath();
            } else {
                failed = inputs.rendering().render(writer);
            }
            if (!failed.isEmpty() && !request.mode().keepGoing()) {
                throw new PacksException(failed);
            }
            for (RenderedFile file : own(inputs, pack, prepared)) {
                writer.accept(file);
            }
            plan = writer.plan();
            if (!request.mode().dryRun()) {
                writer.commit();
                store.used(ready.lock().path(), prepared.lock());
            }
        }
        notes.addAll(warnings(inputs, prepared));
        GeneratedProject report = new GeneratedProject(
                new GeneratedProject.Subject(
                        request.folder(), root, pack, request.mode().dryRun(), ready.composed()),
                prepared,
                plan,
                settled,
                notes,
                hooksOfAll(prepared, pack));
        if (!failed.isEmpty()) {
            throw incomplete(failed, report);
        }
        return report;
    }

    private static boolean isComposed(RenderInputs inputs, PreparedPacks prepared) {
        for (PackId id : inputs.packs()) {
            if (prepared.manifest(id.name()).composition().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static ScaffoldWriter writer(Mode mode, Path root, Activity activity) {
        ScaffoldWriter.Existing existing =
                mode.force() ? ScaffoldWriter.Existing.REPLACE : ScaffoldWriter.Existing.KEEP;
        return mode.dryRun() ? ScaffoldWriter.dryRun(root, existing) : ScaffoldWriter.open(root, existing, activity);
    }

    private static PacksException incomplete(List<Problem> problems, GeneratedProject report) {
        List<Problem> all = new ArrayList<>(problems);
        boolean isPlan = report.subject().planned();
        String files = Count.of(report.written(), "file");
        String written = report.written() == 1 ? " was" : " were";
        all.add(Problem.of(
                        ProblemCode.TEMPLATE_FAILED,
                        isPlan
                                ? "the project would be incomplete: " + files + " would be written to `"
                                        + report.subject().root() + "`, and what is listed above would not"
                                : "the project is incomplete: " + files + written + " written to `"
                                        + report.subject().root() + "`, and what is listed above was not")
                .help("mend the pack or its variables, then run again" + (isPlan ? "" : " with -Dpacks.force")));
        return new PacksException(all);
    }

    private static String name(Request request, PackName pack) {
        return name(request, pack.id());
    }

    /** @param standard where neither a name nor a folder is given */
    static String name(Request request, String standard) {
        String name = standard;
        if (request.name().isPresent()) {
            name = request.name().get();
        } else if (request.output().isPresent()) {
            Path folder = request.output().get().toAbsolutePath().normalize();
            name = String.valueOf(folder.getFileName());
        }
        if (name.contains("/") || RelativePath.fault(name).isPresent()) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "`" + name + "` cannot be the name of a project"
                                    + RelativePath.fault(name)
                                            .map(fault -> ": " + fault)
                                            .orElse(": it has a `/`"))
                    .help("-Dname=my-api names the project; -Dpacks.output=some/folder says where it goes")
                    .asException();
        }
        return name;
    }

    private static GivenValues given(Request request, PackName pack, String name, Path root, PreparedPacks prepared) {
        boolean isNamed = request.name().isPresent() && declares(prepared, pack, CommandLineValues.PROJECT_NAME);
        List<AnswersFile> files = answersFiles(request, root);
        return new GivenValues(
                pack.id(),
                new CommandLineValues(request.answers().properties(), isNamed ? request.name() : Optional.empty()),
                AnswersFile.layers(files, pack.id()),
                request.answers().detected().apply(name),
                Optional.empty(),
                AnswersFile.layers(files, pack.id(), prepared.closure(pack)));
    }

    /** The strongest first. */
    private static List<AnswersFile> answersFiles(Request request, Path root) {
        List<AnswersFile> files = new ArrayList<>();
        if (request.answers().file().isPresent()) {
            files.add(AnswersFile.read(request.answers().file().get(), ValueSource.ANSWERS_FILE));
        }
        if (Files.isRegularFile(ANSWERS.under(root))) {
            files.add(AnswersFile.read(ANSWERS.under(root), ValueSource.SAVED_ANSWERS));
        }
        return files;
    }

    /** Values that are wrong and values that nobody asks for are reported together. */
    private RenderInputs inputs(Request request, Resolved resolved, GivenValues given) {
        PreparedPacks prepared = resolved.packs();
        PackName pack = resolved.pack();
        Map<String, Set<String>> names = new HashMap<>();
        RenderInputs.addNames(prepared, pack.id(), pack, names);
        if (resolved.composed().isPresent() && !isAlsoAnother(prepared, pack)) {
            // The pack that stands for the composition is nobody's, and called like the project.
            names.remove(pack.id());
        }
        Problems problems = new Problems();
        problems.addAll(given.commandLine().unknown(names));
        if (given.asker().isPresent()) {
            problems.throwIfAny();
        }
        Optional<RenderInputs> inputs = Optional.empty();
        try {
            ProjectGraphs project =
                    ProjectGraphs.find(request.folder(), request.graphs(), ProblemCode.PARAMETER_INVALID);
            inputs = Optional.of(
                    RenderInputs.of(prepared, pack, given, new RenderInputs.Graphs(project, engines.graphs())));
        } catch (PacksException wrong) {
            problems.addAll(wrong.problems());
        }
        problems.throwIfAny();
        return inputs.orElseThrow();
    }

    private static boolean isAlsoAnother(PreparedPacks prepared, PackName pack) {
        for (PackId each : prepared.closure(pack)) {
            if (each.name().id().equals(pack.id()) && !each.name().equals(pack)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(PreparedPacks prepared, PackName pack, String variable) {
        for (PackManifest manifest : RenderInputs.manifests(prepared, pack)) {
            for (VariableDefinition definition : manifest.variables()) {
                if (definition.name().equals(variable)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The answers without secrets, so that the same project can be generated again, and the lock. */
    private static List<RenderedFile> own(RenderInputs inputs, PackName pack, PreparedPacks prepared) {
        ResolvedVariables main = inputs.variables().getOrDefault(pack, ResolvedVariables.none());
        Map<String, Object> common = new LinkedHashMap<>(main.shown());
        Map<String, Map<String, Object>> byPack = new LinkedHashMap<>();
        for (Map.Entry<PackName, ResolvedVariables> other : inputs.variables().entrySet()) {
            Map<String, Object> differing = new LinkedHashMap<>();
            for (Map.Entry<String, Object> value : other.getValue().shown().entrySet()) {
                if (!value.getValue().equals(common.get(value.getKey()))) {
                    differing.put(value.getKey(), value.getValue());
                }
            }
            if (!other.getKey().equals(pack) && !differing.isEmpty()) {
                byPack.put(other.getKey().id(), differing);
            }
        }
        return List.of(
                RenderedFile.own(ANSWERS, AnswersWriter.write(common, byPack).getBytes(StandardCharsets.UTF_8)),
                RenderedFile.own(LOCK, LockWriter.write(prepared.lock()).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Problem> warnings(RenderInputs inputs, PreparedPacks prepared) {
        List<Problem> warnings = new ArrayList<>(prepared.warnings());
        for (ResolvedVariables variables : inputs.variables().values()) {
            warnings.addAll(variables.warnings());
        }
        return warnings;
    }

    /** The named pack's last. */
    private static List<PackHooks> hooksOfAll(PreparedPacks prepared, PackName pack) {
        List<PackHooks> all = new ArrayList<>();
        for (PackManifest manifest : RenderInputs.manifests(prepared, pack)) {
            all.add(hooks(prepared, manifest.id().name()));
        }
        return all;
    }
}
