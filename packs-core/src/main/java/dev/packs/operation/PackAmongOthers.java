package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.generation.FileOrigin;
import dev.packs.generation.OutputCombinations;
import dev.packs.generation.PackContent;
import dev.packs.generation.PackageContent;
import dev.packs.io.FileTree;
import dev.packs.knowledge.GraphAccess;
import dev.packs.knowledge.PackGraphFiles;
import dev.packs.knowledge.PackKnowledge;
import dev.packs.knowledge.ProjectGraphs;
import dev.packs.lock.PackLock;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.resolution.Requirement;
import dev.packs.resolution.Resolution;
import dev.packs.source.PackLibrary;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.SampleValues;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks at a pack together with what it needs: whether other packs and packages can be had, and whether all of their files find room in one project, whatever is chosen. */
public final class PackAmongOthers {

    /** What an offline Maven says of things that are there perhaps. */
    private static final Set<ProblemCode> UNKNOWN_OFFLINE = EnumSet.of(
            ProblemCode.OFFLINE,
            ProblemCode.PACK_NOT_FOUND,
            ProblemCode.PACKAGE_NOT_FOUND,
            ProblemCode.VERSION_NOT_FOUND,
            ProblemCode.CONFLICT);

    /** What is wrong with the values of variables, and not with the pack where a value was made up. */
    private static final Set<ProblemCode> OF_VALUES = EnumSet.complementOf(
            EnumSet.of(ProblemCode.OUTPUT_COLLISION, ProblemCode.TEMPLATE_MISSING, ProblemCode.EXPRESSION_SYNTAX));

    private final PackLibrary library;
    private final PreparePacks prepare;
    private final GraphAccess graphs;
    private final Circumstances circumstances;

    public PackAmongOthers(PackLibrary library, PreparePacks prepare, GraphAccess graphs, Circumstances circumstances) {
        this.library = library;
        this.prepare = prepare;
        this.graphs = graphs;
        this.circumstances = circumstances;
    }

    /**
     * Where this happens.
     *
     * @param offline whether Maven asks nobody
     * @param packsVersion for packs that ask for it
     */
    public record Circumstances(boolean offline, String packsVersion) {}

    /** What was looked at, and what is wrong with it. */
    record Look(CheckedAmongOthers checked, List<Problem> errors, List<Problem> warnings) {}

    /** @param sound whether the pack by itself is without an error; otherwise its files are not combined */
    Look look(ParsedManifest parsed, FileTree files, boolean sound) {
        return new One(parsed, files).look(sound);
    }

    private final class One {

        private final ParsedManifest parsed;
        private final PackManifest manifest;
        private final FileTree files;
        private final List<Problem> errors = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();
        private final List<String> unchecked = new ArrayList<>();

        One(ParsedManifest parsed, FileTree files) {
            this.parsed = parsed;
            this.manifest = parsed.manifest();
            this.files = files;
        }

        Look look(boolean sound) {
            PreparePacks.Request request = new PreparePacks.Request(
                    List.of(new Requirement(
                            manifest.id().name(),
                            VersionConstraint.exactly(manifest.id().version()),
                            "packs:validate")),
                    PackLock.empty(),
                    Map.of());
            Optional<Resolution> resolution = attempt("dependencies", () -> prepare.resolve(request));
            Optional<PreparedPacks> prepared =
                    resolution.flatMap(chosen -> attempt("packages", () -> prepare.run(request, chosen)));
            manifest.dependencies().stream().filter(PackDependency::optional).forEach(this::optional);
            Optional<OutputCombinations.Result> outputs =
                    sound && manifest.archetype().isEmpty() && resolution.isPresent()
                            ? combine(resolution.get(), prepared)
                            : Optional.empty();
            CheckedAmongOthers checked = new CheckedAmongOthers(
                    resolution.map(found -> found.packs().size() - 1),
                    prepared.map(found -> found.packages().size()),
                    outputs,
                    unchecked);
            return new Look(checked, errors, warnings);
        }

        private <T> Optional<T> attempt(String what, Supplier<T> step) {
            try {
                return Optional.of(step.get());
            } catch (PacksException failed) {
                for (Problem problem : failed.problems()) {
                    boolean unknown = circumstances.offline() && UNKNOWN_OFFLINE.contains(problem.code());
                    if (unknown || problem.code() == ProblemCode.REQUIREMENT_NOT_MET) {
                        unchecked.add(what + ": " + (unknown ? "offline, " : "") + problem.message());
                    } else {
                        errors.add(problem);
                    }
                }
                return Optional.empty();
            }
        }

        /** Nobody installs one for this pack's sake; but a name that nobody has is a slip of the pen. */
        private void optional(PackDependency dependency) {
            attempt("dependencies", () -> library.versions(dependency.name())).ifPresent(versions -> {
                if (versions.stream().noneMatch(dependency.constraint()::contains)) {
                    String message = "the optional dependency `" + dependency.name() + "` `" + dependency.constraint()
                            + "` is nowhere to be found";
                    if (circumstances.offline()) {
                        unchecked.add("dependencies: offline, " + message);
                    } else {
                        warnings.add(Problem.at(
                                        ProblemCode.PACK_NOT_FOUND,
                                        parsed.places()
                                                .of("dependencies["
                                                        + manifest.dependencies()
                                                                .indexOf(dependency) + "]"),
                                        message)
                                .help("see what there is: mvn packs:show -Dpack=" + dependency.name()));
                    }
                }
            });
        }

        private Optional<OutputCombinations.Result> combine(Resolution resolution, Optional<PreparedPacks> prepared) {
            List<PackContent> packs = new ArrayList<>();
            List<PackGraphFiles> graphFiles = new ArrayList<>();
            List<PackKnowledge> opened = new ArrayList<>();
            try {
                for (PackId id : resolution.dependenciesFirst()) {
                    boolean own = id.equals(manifest.id());
                    PackManifest of = own ? manifest : library.manifest(id).manifest();
                    FileTree tree = own ? files : library.content(id).files();
                    if (of.archetype().isPresent()) {
                        unchecked.add("files: the pack " + id + " is an archetype");
                        return Optional.empty();
                    }
                    graphFiles.add(new PackGraphFiles(tree, id.name().id()));
                    PackKnowledge knowledge = new PackKnowledge(of.queries(), graphFiles, ProjectGraphs.none(), graphs);
                    opened.add(knowledge);
                    Map<String, PackageContent> packages =
                            prepared.map(all -> RenderInputs.packages(all, of)).orElse(Map.of());
                    packs.add(new PackContent(of, tree, ResolvedVariables.none(), packages, knowledge));
                }
                return Optional.of(combine(packs));
            } catch (PacksException failed) {
                errors.addAll(failed.problems());
                return Optional.empty();
            } finally {
                opened.forEach(PackKnowledge::close);
            }
        }

        private OutputCombinations.Result combine(List<PackContent> packs) {
            SampleValues samples =
                    new SampleValues(packs.stream().map(PackContent::manifest).toList(), circumstances.packsVersion());
            OutputCombinations.Result result = new OutputCombinations(packs, samples, new OriginPlaces(parsed)).run();
            for (Problem problem : result.problems()) {
                boolean blameless = !samples.madeUp().isEmpty() && OF_VALUES.contains(problem.code());
                (blameless ? warnings : errors).add(blameless ? withoutExamples(problem, samples.madeUp()) : problem);
            }
            return result;
        }
    }

    private static Problem withoutExamples(Problem problem, Set<String> names) {
        return problem.help("perhaps only because `" + String.join("`, `", names)
                + "` has neither a default nor an `example`, and a value had to be made up; write one");
    }

    /** Where the manifest of the pack itself speaks of a file. */
    private record OriginPlaces(ParsedManifest parsed) implements Function<FileOrigin, Optional<Place>> {

        @Override
        public Optional<Place> apply(FileOrigin origin) {
            PackManifest manifest = parsed.manifest();
            if (!origin.pack().equals(manifest.id())) {
                return Optional.empty();
            }
            for (int i = 0; i < manifest.templates().size(); i++) {
                if (origin.part()
                        .equals("template " + manifest.templates().get(i).name())) {
                    return Optional.of(parsed.places().of("templates[" + i + "].output"));
                }
            }
            for (int i = 0; i < manifest.files().size(); i++) {
                if (origin.part().equals("files " + manifest.files().get(i).source())) {
                    return Optional.of(parsed.places().of("files[" + i + "]"));
                }
            }
            for (int i = 0; i < manifest.packages().size(); i++) {
                if (origin.part().equals("package " + manifest.packages().get(i).name())) {
                    return Optional.of(parsed.places().of("packages[" + i + "]"));
                }
            }
            return Optional.empty();
        }
    }
}
