package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.draft.DraftTranslator;
import dev.packs.draft.DraftVariable;
import dev.packs.draft.PackDraft;
import dev.packs.generation.PackContent;
import dev.packs.generation.PackDrafts;
import dev.packs.io.AtomicFiles;
import dev.packs.knowledge.GraphAccess;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackArchetype;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.rendering.PartialRenderer;
import dev.packs.rendering.RenderLimits;
import dev.packs.resolution.Requirement;
import dev.packs.source.PackLibrary;
import dev.packs.terminal.ShellText;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValues;
import dev.packs.variables.OpenVariables;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueSource;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes a Maven archetype of a pack and those that it needs. What is given now is plain text in it, the rest it asks for. */
public final class ExportArchetype {

    private final PackLibrary library;
    private final PreparePacks prepare;
    private final GraphAccess graphs;
    private final Supplier<? extends DraftTranslator> translator;

    public ExportArchetype(
            PackLibrary library,
            PreparePacks prepare,
            GraphAccess graphs,
            Supplier<? extends DraftTranslator> translator) {
        this.library = library;
        this.prepare = prepare;
        this.graphs = graphs;
        this.translator = translator;
    }

    /**
     * What to export.
     *
     * @param groups {@code packs.groups}
     * @param properties the user's {@code -D} properties
     * @param answers {@code packs.answers}
     * @param graphs {@code packs.graph}
     * @param folder that graphs are relative to
     */
    public record Request(
            PackRef.Named pack,
            List<String> groups,
            Map<String, String> properties,
            Optional<Path> answers,
            List<String> graphs,
            Path folder,
            Target target) {

        public Request {
            groups = List.copyOf(groups);
            properties = Map.copyOf(properties);
            graphs = List.copyOf(graphs);
        }
    }

    /** Where the archetype goes. */
    public sealed interface Target {

        /** The jar. */
        Path file(Coordinates archetype);

        /**
         * To a user, with an entry in the list of archetypes beside it.
         *
         * @param folder where the user stands
         * @param output the jar; empty: its Maven name, below {@code folder}
         */
        record ToUser(Path folder, Optional<Path> output) implements Target {

            @Override
            public Path file(Coordinates archetype) {
                return output.orElse(folder.resolve(archetype.fileName() + ".jar"));
            }
        }

        /** To a build, which publishes it: jar and pom have their Maven names below this folder. */
        record ToBuild(Path folder) implements Target {

            @Override
            public Path file(Coordinates archetype) {
                return folder.resolve(archetype.fileName() + ".jar");
            }
        }
    }

    /**
     * What was written.
     *
     * @param file the jar
     * @param beside the list of archetypes that names it, or the pom for who publishes it
     * @param asked what it asks of whoever generates from it
     * @param needed those of them that have no default
     */
    public record Exported(
            PackName pack,
            Coordinates archetype,
            Target target,
            Path file,
            Path beside,
            List<String> asked,
            List<String> needed,
            List<Problem> warnings)
            implements Report {

        public Exported {
            asked = List.copyOf(asked);
            needed = List.copyOf(needed);
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("Wrote the archetype " + archetype + " of " + pack + " to `" + file + "`");
            if (target instanceof Target.ToUser) {
                lines.add("Entered it into `" + beside + "`");
            }
            lines.add(asked.isEmpty() ? "It asks for nothing" : "It asks for " + String.join(", ", asked));
            if (target instanceof Target.ToBuild) {
                return lines;
            }
            lines.add("");
            lines.add("Next:");
            // All that the oldest install-file asks for, which is what Maven 3.8 takes.
            lines.add("  mvn install:install-file "
                    + ShellText.here().quote("-Dfile=" + file).orElse("-Dfile=…") + " -DgroupId=" + archetype.group()
                    + " -DartifactId="
                    + archetype.artifact() + " -Dversion=" + archetype.version() + " -Dpackaging=jar");
            StringBuilder generate = new StringBuilder("  mvn archetype:generate -B -DarchetypeCatalog=local")
                    .append(" -DarchetypeGroupId=")
                    .append(archetype.group())
                    .append(" -DarchetypeArtifactId=")
                    .append(archetype.artifact())
                    .append(" -DarchetypeVersion=")
                    .append(archetype.version())
                    .append(" -DgroupId=com.example -DartifactId=my-project");
            needed.forEach(name -> generate.append(" -D").append(name).append("=…"));
            lines.add(generate.toString());
            return lines;
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("pack", pack.toString());
            document.put("archetype", archetype.toString());
            document.put("file", file.toString());
            document.put(target instanceof Target.ToUser ? "catalog" : "pom", beside.toString());
            document.put("asks", asked);
            document.put("needs", needed);
            return document;
        }
    }

    /** Under which Maven knows an archetype. */
    public record Coordinates(String group, String artifact, String version) {

        /** Without its extension. */
        String fileName() {
            return artifact + "-" + version;
        }

        @Override
        public String toString() {
            return group + ":" + artifact + ":" + version;
        }
    }

    /** @throws dev.packs.PacksException with everything that is wrong, or that an archetype cannot carry; nothing is written then */
    public Exported run(Request request) {
        PackName pack = library.require(request.pack(), request.groups());
        PreparedPacks prepared = prepare.run(new PreparePacks.Request(
                List.of(new Requirement(pack, request.pack().constraint().orElse(VersionConstraint.any()), "-Dpack")),
                PackLock.empty(),
                Map.of()));
        Optional<PackArchetype> carried = prepared.manifest(pack).archetype();
        if (carried.isPresent()) {
            return asItIs(request, pack, prepared, carried.get());
        }
        List<PackManifest> manifests = RenderInputs.manifests(prepared, pack);
        OpenVariables.Result variables = new OpenVariables(
                        manifests,
                        given(request, pack, prepared),
                        new PartialRenderer(prepared.content(pack).files(), pack.id(), RenderLimits.standard()),
                        prepared::placeOf)
                .resolve();
        PackDraft draft;
        try (KnownGraphs known = KnownGraphs.of(request, prepared, manifests, graphs)) {
            known.check();
            draft = new PackDrafts(contents(prepared, manifests, variables, known), variables, prepared::placeOf)
                    .draft();
        }
        DraftTranslator.Translated translated = translator.get().translate(draft);
        Asked asked = Asked.of(draft);
        List<Problem> notes = new ArrayList<>(prepared.warnings());
        notes.addAll(variables.notes());
        notes.addAll(translated.notes());
        return write(request, prepared.manifest(pack), translated, asked, notes);
    }

    /** A pack that is an archetype carries what is exported. */
    private static Exported asItIs(Request request, PackName pack, PreparedPacks prepared, PackArchetype carried) {
        PackManifest manifest = prepared.manifest(pack);
        if (request.target() instanceof Target.ToBuild) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "the pack " + manifest.id() + " is the archetype " + carried
                                    + ", which is somebody else's to publish")
                    .help("leave the goal `export` out of this pom; who wants the archetype generates from " + carried)
                    .asException();
        }
        if (request.answers().isPresent()
                || request.properties().keySet().stream().anyMatch(key -> key.startsWith("var."))) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "the pack " + manifest.id()
                                    + " is the archetype " + carried
                                    + ", which is exported as it is: no value can be fixed in it")
                    .help("leave -Dvar.… and -Dpacks.answers out; values are given to archetype:generate")
                    .asException();
        }
        return write(
                request,
                manifest,
                new DraftTranslator.Translated(
                        carried.group(),
                        carried.artifact(),
                        carried.version(),
                        GenerateArchetype.jar(carried, prepared, pack),
                        new byte[0],
                        List.of()),
                Asked.of(manifest, carried),
                prepared.warnings());
    }

    /**
     * The properties of an archetype.
     *
     * @param needed those that have no default, and are not in every call
     */
    private record Asked(List<String> all, List<String> needed) {

        private static final Set<String> ALWAYS = Set.of("groupId", "artifactId", "project_name");

        static Asked of(PackDraft draft) {
            List<DraftVariable> open = draft.variables().stream()
                    .filter(variable -> variable.fixed().isEmpty())
                    .toList();
            return new Asked(
                    open.stream().map(DraftVariable::name).toList(),
                    open.stream()
                            .filter(variable -> variable.defaultValue().isEmpty() && !variable.isNullable())
                            .map(DraftVariable::name)
                            .filter(name -> !ALWAYS.contains(name))
                            .toList());
        }

        static Asked of(PackManifest manifest, PackArchetype carried) {
            return new Asked(
                    manifest.variables().stream()
                            .map(variable -> carried.propertyOf(variable.name()))
                            .toList(),
                    manifest.variables().stream()
                            .filter(variable -> variable.required()
                                    && variable.defaultValue().isEmpty())
                            .map(variable -> carried.propertyOf(variable.name()))
                            .filter(name -> !ALWAYS.contains(name))
                            .toList());
        }
    }

    private static Exported write(
            Request request,
            PackManifest manifest,
            DraftTranslator.Translated translated,
            Asked asked,
            List<Problem> notes) {
        Coordinates archetype = new Coordinates(translated.group(), translated.artifact(), translated.version());
        Target target = request.target();
        Path file = target.file(archetype).toAbsolutePath().normalize();
        Path beside;
        if (target instanceof Target.ToBuild) {
            beside = file.resolveSibling(archetype.fileName() + ".pom");
            AtomicFiles.fast().write(beside, translated.pom());
        } else {
            beside = ArchetypeCatalog.enter(archetype, manifest.pack().description(), file.resolveSibling(""));
        }
        AtomicFiles.fast().write(file, translated.jar());
        return new Exported(manifest.id().name(), archetype, target, file, beside, asked.all(), asked.needed(), notes);
    }

    private static GivenValues given(Request request, PackName pack, PreparedPacks prepared) {
        Map<String, Set<String>> names = new HashMap<>();
        RenderInputs.addNames(prepared, pack.id(), pack, names);
        CommandLineValues commandLine = new CommandLineValues(request.properties());
        List<Problem> unknown = commandLine.unknown(names);
        if (!unknown.isEmpty()) {
            throw new PacksException(unknown);
        }
        List<AnswersFile> files = new ArrayList<>();
        if (request.answers().isPresent()) {
            files.add(AnswersFile.read(request.answers().get(), ValueSource.ANSWERS_FILE));
        }
        return new GivenValues(
                pack.id(),
                commandLine,
                AnswersFile.layers(files, pack.id()),
                DetectedValues.none(),
                Optional.empty(),
                AnswersFile.layers(files, pack.id(), prepared.closure(pack)));
    }

    private static List<PackContent> contents(
            PreparedPacks prepared, List<PackManifest> manifests, OpenVariables.Result variables, KnownGraphs known) {
        List<PackContent> contents = new ArrayList<>();
        for (PackManifest manifest : manifests) {
            PackName name = manifest.id().name();
            contents.add(new PackContent(
                    manifest,
                    prepared.content(name).files(),
                    new ResolvedVariables(
                            variables.known().getOrDefault(name, Map.of()), Set.of(), Map.of(), List.of()),
                    RenderInputs.packages(prepared, manifest),
                    known.of(name)));
        }
        return contents;
    }
}
