package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.operation.GenerateDeclared;
import dev.packs.operation.GenerateProject;
import dev.packs.operation.Interaction;
import dev.packs.operation.Module;
import dev.packs.operation.PackDeclaration;
import dev.packs.operation.Report;
import dev.packs.operation.UpdatedModule;
import dev.packs.operation.UpdatedModules;
import dev.packs.pack.PackRef;
import dev.packs.source.PackLibrary;
import dev.packs.variables.DetectedValues;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call of {@code generate} or {@code plan} that has something to do. */
final class GenerateCall {

    private final MavenCall call;
    private final Wiring wiring;
    private final Parameters parameters;

    GenerateCall(MavenCall call, Wiring wiring, Parameters parameters) {
        this.call = call;
        this.wiring = wiring;
        this.parameters = parameters;
    }

    /** As Maven read them; each is documented where it is declared. */
    record Parameters(
            @Nullable String pack,
            @Nullable String name,
            @Nullable File output,
            @Nullable File answers,
            @Nullable String graphs,
            Talk talk,
            boolean dryRun,
            boolean force,
            boolean frozen,
            boolean keepGoing,
            Archetypes archetypes) {}

    /** What is said of questions and hooks; each is documented where it is declared. */
    record Talk(boolean interactive, @Nullable String hooks) {

        static Talk none() {
            return new Talk(false, null);
        }
    }

    /** What is said of archetypes; each is documented where it is declared. */
    record Archetypes(@Nullable String catalogs, @Nullable String allowScript) {

        static Archetypes none() {
            return new Archetypes(null, null);
        }
    }

    /** A project if a pack is named; otherwise whatever any module declares. */
    Report fromCommandLine() {
        String goal = call.execution().getGoal();
        Interaction interaction = interaction();
        if (parameters.pack() != null && !parameters.pack().isBlank()) {
            AskedPack asked = AskedPack.of(
                    PackRef.parse(parameters.pack()),
                    call,
                    wiring,
                    parameters.archetypes().catalogs());
            return project(asked, interaction);
        }
        refuseForDeclared(interaction);
        List<UpdatedModule> modules = new ArrayList<>();
        for (Module module : Modules.require(call, goal)) {
            modules.add(declared(module, module.ids(), ""));
        }
        return new UpdatedModules(modules, parameters.dryRun());
    }

    Interaction interaction() {
        return wiring.interaction(
                parameters.talk().interactive(),
                HookParameter.parse(parameters.talk().hooks()));
    }

    /** Declared packs have their values in the pom, and their hooks never run: every build would have to ask. */
    private static void refuseForDeclared(Interaction interaction) {
        Problems problems = new Problems();
        if (!(interaction.hooks() instanceof Interaction.Hooks.Off)) {
            problems.add(Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "-Dpacks.hooks counts for a project that is generated, and never for declared packs")
                    .help("leave it out, or name a pack: -Dpack=web-api-starter"));
        }
        if (interaction.asks()) {
            problems.add(Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "-Dpacks.interactive asks for a project that is generated; declared packs have their values"
                                    + " in the pom")
                    .help("leave it out, or name a pack: -Dpack=web-api-starter"));
        }
        problems.throwIfAny();
    }

    /** The declarations of one bound execution. */
    Report bound(BoundModule bound, boolean addRoots, ChangedFiles changed) {
        List<PackDeclaration> declarations = PackDeclarations.ofModules(call).getOrDefault(call.project(), List.of());
        Module module = Modules.of(call.project(), declarations);
        Set<String> own = new TreeSet<>(bound.ids());
        UpdatedModule updated = declared(module, own, bound.settings());
        changed.refresh(updated.changed());
        if (addRoots) {
            for (String id : bound.ids()) {
                OutputRoots.add(call.project(), module.outputOf(id).toFile());
            }
        }
        return new UpdatedModules(List.of(updated), parameters.dryRun());
    }

    private UpdatedModule declared(Module module, Set<String> own, String settings) {
        return new GenerateDeclared(wiring.prepare(wiring.library(List.of())), wiring.storeUse(), wiring.graphs())
                .run(new GenerateDeclared.Request(
                        module,
                        settings,
                        properties(),
                        answers(),
                        own,
                        new GenerateDeclared.Mode(
                                BuildSettings.renderer(call),
                                parameters.frozen(),
                                parameters.force(),
                                parameters.keepGoing(),
                                parameters.dryRun(),
                                PackDeclarations.ofModules(call).size() < 2)));
    }

    private Report project(AskedPack asked, Interaction interaction) {
        return generateProject(wiring.library(asked.contents())).run(request(asked.ref(), interaction));
    }

    GenerateProject generateProject(PackLibrary library) {
        return new GenerateProject(library, wiring.prepare(library), wiring.storeUse(), engines());
    }

    GenerateProject.Request request(PackRef.Named pack, Interaction interaction) {
        String name = parameters.name();
        return new GenerateProject.Request(
                pack,
                name == null || name.isBlank() ? Optional.empty() : Optional.of(name),
                call.folder(),
                absolute(parameters.output()),
                graphs(),
                new GenerateProject.Answers(
                        wiring.groups(), properties(), answers(), new Detection(wiring.pluginVersion())),
                new GenerateProject.Mode(
                        parameters.dryRun(), parameters.force(), parameters.keepGoing(), parameters.frozen()),
                interaction);
    }

    private GenerateProject.Engines engines() {
        return new GenerateProject.Engines(
                wiring.graphs(), wiring.archetypeEngine(parameters.archetypes().allowScript()));
    }

    /** What is detected for a project of some name. */
    private record Detection(String pluginVersion) implements Function<String, DetectedValues> {

        @Override
        public DetectedValues apply(String project) {
            Optional<String> author = Optional.ofNullable(System.getProperty("user.name"));
            return DetectedValues.ofScaffold(Optional.of(project), author, Instant.now())
                    .withPacks(pluginVersion);
        }
    }

    private Optional<Path> answers() {
        return absolute(parameters.answers());
    }

    private List<String> graphs() {
        List<String> graphs = new ArrayList<>();
        if (parameters.graphs() != null) {
            for (String graph : parameters.graphs().split(",", -1)) {
                if (!graph.isBlank()) {
                    graphs.add(graph.strip());
                }
            }
        }
        return graphs;
    }

    /** Maven resolves files against the project; what a user types is meant from where they stand. */
    Optional<Path> absolute(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        return Optional.of(file.isAbsolute() ? file.toPath() : call.folder().resolve(file.toPath()));
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        for (Map.Entry<Object, Object> property :
                call.session().getUserProperties().entrySet()) {
            properties.put(property.getKey().toString(), property.getValue().toString());
        }
        return properties;
    }
}
