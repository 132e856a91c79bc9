package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.generation.FileChange;
import dev.packs.io.DeletedTree;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileTree;
import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackRef;
import dev.packs.variables.DetectedValues;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Generates packs aside for each of their golden cases, and holds what comes out against what is expected, or makes that the expectation. */
public final class TestPack {

    /** What Packs itself puts into a project: the answers are those of the case, and the lock tells of versions. */
    private static final RelativePath OWN = RelativePath.parse(".packs");

    private static final String LOG = "build.log";
    private static final int LAST_LINES = 20;

    /** In which they are looked for. */
    private static final int LAST_BYTES = 64 * 1024;

    private final GenerateProject generate;
    private final CaseBuild build;
    private final String packsVersion;

    /** @param packsVersion detected by packs that ask for it */
    public TestPack(GenerateProject generate, CaseBuild build, String packsVersion) {
        this.generate = generate.aside();
        this.build = build;
        this.packsVersion = packsVersion;
    }

    /**
     * A pack with its cases.
     *
     * @param cases the folder with a folder for each; need not be there
     * @param work a folder that belongs to nobody else, where they are generated
     */
    public record Subject(PackRef.Named pack, Path cases, Path work) {}

    /**
     * What is to be done.
     *
     * @param selected names of cases; none for all
     * @param strict whether each of these names has to be a case of one of the packs
     * @param accept whether what is generated becomes what is expected; nothing is built then
     */
    public record Request(List<Subject> packs, Set<String> selected, boolean strict, boolean accept) {

        public Request {
            packs = List.copyOf(packs);
            selected = Set.copyOf(selected);
        }
    }

    /** One that is to be run. */
    private record Chosen(Subject subject, GoldenCase golden) {}

    /**
     * What a case generated.
     *
     * @param root the project
     * @param emptyFolders in it
     */
    private record Made(
            Chosen chosen,
            Path root,
            FileTree files,
            SortedSet<RelativePath> emptyFolders,
            List<Problem> warnings,
            Duration time,
            List<GoldenDifference> differences) {

        boolean isNew() {
            return !chosen.golden().hasExpected() && !files.paths().isEmpty();
        }
    }

    /** @throws PacksException with every difference of every case, and whatever else is wrong with any of them; nothing is accepted then */
    public TestedPacks run(Request request) {
        Problems problems = new Problems();
        List<Chosen> chosen = choose(request, problems);
        List<Made> all = new ArrayList<>();
        Map<Problem, List<String>> failures = new LinkedHashMap<>();
        for (Chosen each : chosen) {
            try {
                all.add(make(each, request.accept()));
            } catch (PacksException failed) {
                for (Problem problem : failed.problems()) {
                    failures.computeIfAbsent(problem, first -> new ArrayList<>())
                            .add(each.golden().name());
                }
            }
        }
        failures.forEach((problem, names) -> problems.add(in(names, problem)));
        Map<Chosen, Duration> built = new HashMap<>();
        if (request.accept()) {
            problems.throwIfAny();
            for (Made made : all) {
                GoldenCase golden = made.chosen().golden();
                if (golden.settings().isCompared()) {
                    new AcceptedTree(golden, made.files(), made.emptyFolders()).write(made.differences());
                }
            }
        } else {
            differences(all, problems);
            for (Made made : all) {
                build(made, problems).ifPresent(time -> built.put(made.chosen(), time));
            }
        }
        problems.throwIfAny();
        return report(request, all, built);
    }

    private static List<Chosen> choose(Request request, Problems problems) {
        List<Chosen> chosen = new ArrayList<>();
        SortedSet<String> known = new TreeSet<>();
        for (Subject subject : request.packs()) {
            SortedMap<String, GoldenCase> cases = GoldenCase.all(subject.cases(), problems);
            known.addAll(cases.keySet());
            for (GoldenCase golden : cases.values()) {
                if (request.selected().isEmpty() || request.selected().contains(golden.name())) {
                    chosen.add(new Chosen(subject, golden));
                }
            }
        }
        for (String name : new TreeSet<>(request.selected())) {
            if (request.strict() && !known.contains(name)) {
                problems.add(GoldenCase.unknown(name, known));
            }
        }
        return chosen;
    }

    private Made make(Chosen chosen, boolean accepting) {
        GoldenCase golden = chosen.golden();
        // A folder around the project, as some archetypes write beside it; the project's own is called like the case,
        // which names the project.
        Path around = chosen.subject().work().resolve(golden.name());
        DeletedTree.delete(around);
        long start = System.nanoTime();
        GeneratedProject project = generate.run(new GenerateProject.Request(
                chosen.subject().pack(),
                Optional.empty(),
                golden.folder(),
                Optional.of(around.resolve(golden.name())),
                golden.settings().graphs(),
                new GenerateProject.Answers(
                        List.of(), Map.of(), Optional.of(golden.answers()), new Detection(packsVersion)),
                new GenerateProject.Mode(false, false, false, false)));
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Path root = project.plan().root();
        FileTree files = new Others(FolderTree.read(root));
        SortedSet<RelativePath> emptyFolders = new TreeSet<>();
        for (FileChange change : project.plan().changes()) {
            if (change instanceof FileChange.CreateFolder) {
                emptyFolders.add(change.path());
            }
        }
        List<GoldenDifference> differences = new ArrayList<>();
        if (golden.settings().isCompared()) {
            differences.addAll(GoldenDifference.between(golden.expectedFiles(), files));
            golden.expectedFolders()
                    .or(() -> accepting || !golden.hasExpected() ? Optional.of(new TreeSet<>()) : Optional.empty())
                    .ifPresent(expected -> differences.addAll(GoldenDifference.between(expected, emptyFolders)));
        }
        return new Made(chosen, project.subject().root(), files, emptyFolders, project.warnings(), time, differences);
    }

    /** The same values on every machine and every day. */
    record Detection(String packsVersion) implements Function<String, DetectedValues> {

        private static final Instant MOMENT = Instant.parse("2000-01-01T00:00:00Z");
        private static final String AUTHOR = "author";

        @Override
        public DetectedValues apply(String project) {
            return DetectedValues.ofScaffold(Optional.of(project), Optional.of(AUTHOR), MOMENT)
                    .withPacks(packsVersion);
        }
    }

    /** A project without what Packs itself puts into it. */
    private record Others(FileTree all) implements FileTree {

        @Override
        public SortedSet<RelativePath> paths() {
            SortedSet<RelativePath> paths = new TreeSet<>();
            for (RelativePath path : all.paths()) {
                if (!isOwn(path)) {
                    paths.add(path);
                }
            }
            return paths;
        }

        @Override
        public Optional<byte[]> read(RelativePath path) {
            return isOwn(path) ? Optional.empty() : all.read(path);
        }

        @Override
        public boolean isExecutable(RelativePath path) {
            return all.isExecutable(path);
        }

        private static boolean isOwn(RelativePath path) {
            return path.startsWith(OWN);
        }
    }

    /** What is wrong with a template is wrong in many cases, and told once. */
    private static Problem in(List<String> names, Problem problem) {
        String cases = names.size() == 1 ? " (golden case `" : " (golden cases `";
        return new Problem(
                problem.code(),
                problem.message() + cases + String.join("`, `", names) + "`)",
                problem.place(),
                problem.help());
    }

    private static void differences(List<Made> all, Problems problems) {
        List<String> differing = new ArrayList<>();
        List<String> trees = new ArrayList<>();
        for (Made made : all) {
            GoldenCase golden = made.chosen().golden();
            if (made.isNew() && golden.settings().isCompared()) {
                problems.add(Problem.of(
                                ProblemCode.CASE_DIFFERS,
                                "case `" + golden.name() + "`: there is no expected tree, and "
                                        + Count.of(made.files().paths().size(), "file")
                                        + (made.files().paths().size() == 1 ? " is" : " are") + " generated")
                        .help("look at `" + made.root()
                                + "`, then make it the expectation: mvn packs:test -Dpacks.accept" + " -Dpacks.case="
                                + golden.name()));
                continue;
            }
            for (GoldenDifference difference : made.differences()) {
                problems.add(difference.in(golden));
            }
            if (!made.differences().isEmpty()) {
                differing.add(golden.name());
                trees.add("diff -r " + golden.expected() + " " + made.root());
            }
        }
        if (!differing.isEmpty()) {
            problems.add(Problem.of(
                            ProblemCode.CASE_DIFFERS,
                            differing.size() + " of " + Count.of(all.size(), "golden case") + " "
                                    + (differing.size() == 1 ? "differs" : "differ") + ": "
                                    + String.join(", ", differing))
                    .help("what is generated is there to look at: " + trees.get(0)
                            + "\nif it is right, it becomes the expectation: mvn packs:test -Dpacks.accept -Dpacks.case="
                            + String.join(",", differing)));
        }
    }

    /** How long it took; nothing where nothing is built. */
    private Optional<Duration> build(Made made, Problems problems) {
        GoldenCase golden = made.chosen().golden();
        List<String> arguments = golden.settings().build();
        if (arguments.isEmpty() || !made.differences().isEmpty()) {
            return Optional.empty();
        }
        Path log = made.chosen().subject().work().resolve(golden.name()).resolve(LOG);
        long start = System.nanoTime();
        Optional<String> failure = build.run(made.root(), arguments, log);
        if (failure.isPresent()) {
            problems.add(Problem.of(
                            ProblemCode.CASE_BUILD_FAILED,
                            "case `" + golden.name() + "`: the build `mvn " + String.join(" ", arguments) + "` in `"
                                    + made.root() + "` " + failure.get())
                    .help(lastLines(log)));
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(System.nanoTime() - start));
    }

    private static String lastLines(Path log) {
        if (!Files.isRegularFile(log)) {
            return "run it there by hand";
        }
        // What a build prints may be of any encoding, and of any length.
        String[] lines = end(log).strip().split("\r?\n");
        return "the end of `" + log + "`:\n"
                + String.join("\n", List.of(lines).subList(Math.max(0, lines.length - LAST_LINES), lines.length));
    }

    private static String end(Path log) {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - LAST_BYTES));
            String text = new String(Channels.newInputStream(channel).readNBytes(LAST_BYTES), StandardCharsets.UTF_8);
            boolean isCut = channel.size() > LAST_BYTES;
            return isCut && text.contains("\n") ? text.substring(text.indexOf('\n')) : text;
        } catch (IOException failed) {
            throw DiskFailure.reading(log, failed);
        }
    }

    private static TestedPacks report(Request request, List<Made> all, Map<Chosen, Duration> built) {
        List<TestedPacks.Pack> packs = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        for (Subject subject : request.packs()) {
            List<TestedPacks.Case> cases = new ArrayList<>();
            for (Made made : all) {
                if (made.chosen().subject().equals(subject)) {
                    GoldenCase golden = made.chosen().golden();
                    warnings.addAll(made.warnings());
                    cases.add(new TestedPacks.Case(
                            golden.name(),
                            made.files().paths().size(),
                            made.time(),
                            golden.settings().isCompared(),
                            request.accept() ? made.differences() : List.of(),
                            Optional.ofNullable(built.get(made.chosen()))));
                }
            }
            packs.add(new TestedPacks.Pack(subject.pack().text(), subject.cases(), cases));
        }
        return new TestedPacks(
                request.accept(), packs, warnings.stream().distinct().toList());
    }
}
