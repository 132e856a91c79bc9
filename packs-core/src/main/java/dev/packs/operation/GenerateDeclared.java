package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.generation.BoundGeneration;
import dev.packs.generation.GenerationReport;
import dev.packs.generation.IncrementalGeneration;
import dev.packs.generation.InputFile;
import dev.packs.hook.PackHooks;
import dev.packs.io.RelativePath;
import dev.packs.knowledge.GraphAccess;
import dev.packs.knowledge.ProjectGraphs;
import dev.packs.lock.LockWriter;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.source.PackContent;
import dev.packs.source.PackOrigin;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValue;
import dev.packs.variables.GivenValues;
import dev.packs.variables.ValueLayer;
import dev.packs.variables.ValueSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Brings the output of a module's declared packs up to date, and its lock. */
public final class GenerateDeclared {

    private final PreparePacks prepare;
    private final StoreUse store;
    private final GraphAccess graphs;

    public GenerateDeclared(PreparePacks prepare, StoreUse store, GraphAccess graphs) {
        this.prepare = prepare;
        this.store = store;
        this.graphs = graphs;
    }

    /**
     * What is to be brought up to date.
     *
     * @param settings see {@link DeclaredKey}; empty: the output does not count as up to date for the next build
     * @param properties the user's {@code -D} properties
     * @param answers {@code packs.answers}, for all declarations
     * @param own the declarations that are rendered; all of the module are resolved together, and output of any that is not among them is removed
     */
    public record Request(
            Module module,
            String settings,
            Map<String, String> properties,
            Optional<Path> answers,
            Set<String> own,
            Mode mode) {

        public Request {
            own = Set.copyOf(own);
        }
    }

    /**
     * In which way.
     *
     * @param renderer what turns templates into text, with its version
     * @param alone whether no other module declares packs; if one does, a {@code -Dvar} that nobody here asks for may be meant for that one
     */
    public record Mode(
            String renderer, boolean frozen, boolean force, boolean keepGoing, boolean dryRun, boolean alone) {}

    /** @throws PacksException with everything that is wrong; output and lock are then as they were, unless {@code keepGoing} */
    public UpdatedModule run(Request request) {
        Module module = request.module();
        LockFile lock = LockFile.read(module.lockFile());
        PreparedPacks prepared =
                prepare.run(new PreparePacks.Request(module.requirements(), lock.before(), module.managed()));
        if (request.mode().frozen()) {
            lock.requireUnchanged(prepared.lock());
        }
        List<Problem> warnings = new ArrayList<>(prepared.warnings());
        Map<PackDeclaration, Ready> inputs = inputs(request, prepared, warnings);
        try {
            check(inputs, warnings);
            return generate(request, lock, prepared, inputs, warnings);
        } finally {
            inputs.values().forEach(ready -> ready.inputs().close());
        }
    }

    /** Every shape and gate of every declaration is asked before anything is rendered. */
    private static void check(Map<PackDeclaration, Ready> inputs, List<Problem> warnings) {
        Problems problems = new Problems();
        inputs.values().forEach(ready -> ready.inputs().check(problems, warnings));
        problems.throwIfAny();
    }

    private UpdatedModule generate(
            Request request,
            LockFile lock,
            PreparedPacks prepared,
            Map<PackDeclaration, Ready> inputs,
            List<Problem> warnings) {
        Module module = request.module();
        Map<String, IncrementalGeneration> generations = new LinkedHashMap<>();
        String key = key(request, lock, prepared);
        inputs.forEach((declaration, ready) -> generations.put(
                declaration.id(), generation(request, declaration, ready, isMoving(ready, prepared) ? "" : key)));
        Map<String, GenerationReport> reports = prepareAll(generations);
        List<Path> forgotten = List.of();
        LockFile.Change change = LockFile.Change.UNCHANGED;
        if (!request.mode().dryRun()) {
            generations.forEach((id, generation) -> reports.put(id, generation.write()));
            forgotten = IncrementalGeneration.forget(module.generated(), module.ids());
            change = lock.write(prepared.lock());
            store.used(lock.path(), prepared.lock());
        }
        throwIfIncomplete(reports);
        inputs.values()
                .forEach(
                        ready -> ready.inputs().variables().values().forEach(each -> warnings.addAll(each.warnings())));
        warnings.addAll(hooks(inputs.keySet(), prepared));
        return new UpdatedModule(module, reports, forgotten, change == LockFile.Change.WRITTEN, warnings);
    }

    /**
     * A declaration that can be rendered.
     *
     * @param files what it depends on, stamped before it was read
     */
    private record Ready(RenderInputs inputs, List<InputFile> files) {}

    private Map<PackDeclaration, Ready> inputs(Request request, PreparedPacks prepared, List<Problem> warnings) {
        Problems problems = new Problems();
        Map<PackDeclaration, Ready> inputs = new LinkedHashMap<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (PackDeclaration declaration : request.module().declarations()) {
            RenderInputs.addNames(prepared, declaration.id(), declaration.name(), names);
        }
        List<Problem> unknown = new CommandLineValues(request.properties()).unknown(names);
        // Where nothing is declared any more, nobody can tell what a value is meant for.
        if (request.mode().alone() && !request.module().declarations().isEmpty()) {
            problems.addAll(unknown);
        } else {
            warnings.addAll(unknown);
        }
        for (PackDeclaration declaration : request.module().declarations()) {
            if (!request.own().contains(declaration.id())) {
                continue;
            }
            try {
                List<InputFile> files = inputFiles(request, declaration, project(request, declaration), prepared);
                // Listed again now that the folders are stamped: a file that came meanwhile changes a stamp.
                ProjectGraphs project = project(request, declaration);
                GivenValues given = given(request, declaration);
                RenderInputs ready =
                        RenderInputs.of(prepared, declaration.name(), given, new RenderInputs.Graphs(project, graphs));
                inputs.put(declaration, new Ready(ready, files));
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        problems.throwIfAny();
        return inputs;
    }

    private static ProjectGraphs project(Request request, PackDeclaration declaration) {
        return ProjectGraphs.find(request.module().folder(), declaration.graphs(), ProblemCode.DECLARATION_INVALID);
    }

    private static GivenValues given(Request request, PackDeclaration declaration) {
        List<ValueLayer> layers = new ArrayList<>();
        request.answers()
                .ifPresent(file -> layers.add(AnswersFile.read(file, declaration.id(), ValueSource.ANSWERS_FILE)));
        Map<String, GivenValue> pom = new LinkedHashMap<>();
        declaration
                .variables()
                .forEach((name, value) -> pom.put(
                        name,
                        GivenValue.text(
                                value,
                                Place.of("pom.xml: <packs>/<pack> " + declaration.id() + "/<variables>/<" + name
                                        + ">"))));
        layers.add(new ValueLayer(ValueSource.POM, pom));
        declaration
                .answers()
                .ifPresent(file -> layers.add(AnswersFile.read(file, declaration.id(), ValueSource.ANSWERS_FILE)));
        return new GivenValues(
                declaration.id(),
                new CommandLineValues(request.properties()),
                layers,
                DetectedValues.ofBuild(
                        Optional.of(request.module().name()),
                        Optional.empty(),
                        request.module().outputTimestamp()));
    }

    /** The files, outside the lock, that a rendering depends on; stamped here, before they are read. */
    private static List<InputFile> inputFiles(
            Request request, PackDeclaration declaration, ProjectGraphs project, PreparedPacks prepared) {
        Set<Path> paths = new TreeSet<>(project.inputs());
        request.answers().ifPresent(paths::add);
        declaration.answers().ifPresent(paths::add);
        for (PackId id : prepared.closure(declaration.name())) {
            PackContent content = prepared.content(id.name());
            content.location().ifPresent(place -> {
                paths.add(place);
                if (Files.isDirectory(place)) {
                    for (RelativePath file : content.files().paths()) {
                        for (Path path = file.under(place);
                                path != null && !path.equals(place);
                                path = path.getParent()) {
                            paths.add(path);
                        }
                    }
                }
            });
        }
        return paths.stream().map(InputFile::of).toList();
    }

    /** Every declaration is rendered before any is written, so that they all change or none does. */
    private static Map<String, GenerationReport> prepareAll(Map<String, IncrementalGeneration> generations) {
        Problems problems = new Problems();
        Map<String, GenerationReport> reports = new LinkedHashMap<>();
        generations.forEach((id, generation) -> {
            try {
                reports.put(id, generation.prepare());
            } catch (PacksException wrong) {
                problems.addAll(wrong.problems());
            }
        });
        problems.throwIfAny();
        return reports;
    }

    /** What declared packs would run: told, and never run, since every build would have to ask. */
    private static List<Problem> hooks(Collection<PackDeclaration> declarations, PreparedPacks prepared) {
        List<Problem> told = new ArrayList<>();
        for (PackDeclaration declaration : declarations) {
            PackManifest manifest = prepared.manifest(declaration.name());
            if (!manifest.postGenerate().isEmpty()) {
                PackHooks hooks = new PackHooks(manifest.id(), Optional.empty(), manifest.postGenerate());
                told.add(HooksLeftOut.ofDeclared(hooks, declaration.id()));
            }
        }
        return told;
    }

    private static void throwIfIncomplete(Map<String, GenerationReport> reports) {
        Problems problems = new Problems();
        reports.values().forEach(report -> problems.addAll(report.problems()));
        problems.throwIfAny();
    }

    /** What the next build compares; empty where it must not find the output up to date. */
    private static String key(Request request, LockFile lock, PreparedPacks prepared) {
        if (request.settings().isEmpty()) {
            return "";
        }
        // A lock that says the same is not written again, however it is spelled.
        String text = lock.before().equals(prepared.lock())
                ? DeclaredKey.textOf(lock.path())
                : LockWriter.write(prepared.lock());
        return DeclaredKey.of(request.settings(), text);
    }

    private static boolean isMoving(Ready ready, PreparedPacks prepared) {
        return ready.inputs().packs().stream()
                .anyMatch(id -> prepared.content(id.name()).origin() == PackOrigin.SNAPSHOT);
    }

    private static IncrementalGeneration generation(
            Request request, PackDeclaration declaration, Ready ready, String key) {
        return new IncrementalGeneration(
                new BoundGeneration(
                        request.module().outputOf(declaration.id()),
                        key,
                        request.mode().renderer(),
                        ready.files(),
                        new BoundGeneration.Options(
                                request.mode().keepGoing(), request.mode().force())),
                ready.inputs().rendering());
    }
}
