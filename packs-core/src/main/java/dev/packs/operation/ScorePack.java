package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problems;
import dev.packs.generation.PackBranches;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.io.AtomicFiles;
import dev.packs.io.FileMode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.knowledge.GraphAccess;
import dev.packs.knowledge.PackGraphFiles;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import dev.packs.rendering.BranchRecorder;
import dev.packs.resolution.Requirement;
import dev.packs.version.VersionConstraint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Scores a pack by what can be seen of it: what it claims of itself in {@code [metadata]} earns nothing. Writes nothing but to the store. */
public final class ScorePack {

    private static final RelativePath README = RelativePath.parse("README.md");
    private static final RelativePath EXAMPLES = RelativePath.parse("examples");
    private static final int MOST_COUNTED = 5;
    private static final int EACH = 3;
    private static final int FEW_LINES = 10;

    private final PreparePacks prepare;
    private final GraphAccess graphs;
    private final Function<String, Integer> asked;
    private final String packsVersion;

    /**
     * @param asked answers a query of the pack, by its name, with the number of rows; throws what is wrong with it
     * @param packsVersion detected by packs that ask for it
     */
    public ScorePack(PreparePacks prepare, GraphAccess graphs, Function<String, Integer> asked, String packsVersion) {
        this.prepare = prepare;
        this.graphs = graphs;
        this.asked = asked;
        this.packsVersion = packsVersion;
    }

    /**
     * A pack.
     *
     * @param cases folder of golden cases that do not lie in the pack itself
     */
    public record Subject(PackManifest manifest, FileTree files, Optional<Path> cases) {}

    /** @throws PacksException if what the pack needs cannot be had */
    public PackScore run(Subject subject) {
        PackManifest manifest = subject.manifest();
        PreparedPacks prepared = prepare.run(new PreparePacks.Request(
                List.of(new Requirement(
                        manifest.id().name(),
                        VersionConstraint.exactly(manifest.id().version()),
                        "packs:score")),
                PackLock.empty(),
                Map.of()));
        PackTrial trial = new PackTrial(manifest.id().name(), prepared, graphs, packsVersion);
        try (TemporaryFolder aside = TemporaryFolder.open()) {
            return new PackScore(
                    manifest.id(),
                    List.of(
                            tests(subject, trial, copied(subject.files(), GoldenCase.CARRIED, aside)),
                            documentation(subject),
                            queries(manifest),
                            examples(subject, trial, copied(subject.files(), EXAMPLES, aside)),
                            ontology(subject)));
        }
    }

    /** A folder of the pack as one on the disk. */
    private static Path copied(FileTree files, RelativePath folder, TemporaryFolder aside) {
        for (RelativePath path : files.paths()) {
            if (path.startsWith(folder)) {
                Path target = path.under(aside.path());
                aside.folder(aside.path()
                        .relativize(java.util.Objects.requireNonNull(target.getParent()))
                        .toString());
                AtomicFiles.fast().write(target, files.read(path).orElseThrow(), FileMode.of(files, path));
            }
        }
        return folder.under(aside.path());
    }

    private static PackScore.Part part(String name, int points, int most, List<String> evidence, String next) {
        return new PackScore.Part(name, points, most, evidence, points < most ? Optional.of(next) : Optional.empty());
    }

    private PackScore.Part tests(Subject subject, PackTrial trial, Path own) {
        List<String> evidence = new ArrayList<>();
        Problems problems = new Problems();
        TreeMap<String, GoldenCase> cases = new TreeMap<>(GoldenCase.all(own, problems));
        Set<GoldenCase> carried = new HashSet<>(cases.values());
        subject.cases().ifPresent(folder -> cases.putAll(GoldenCase.all(folder, problems)));
        problems.list().forEach(wrong -> evidence.add("not counted: " + wrong.message()));
        SortedSet<BranchRecorder.Branch> taken = new TreeSet<>();
        List<String> good = new ArrayList<>();
        for (GoldenCase golden : cases.values()) {
            BranchRecorder branches = new BranchRecorder();
            Optional<String> wrong = wrong(golden, carried.contains(golden), trial, branches);
            if (wrong.isPresent()) {
                evidence.add("not counted: " + wrong.get());
            } else {
                good.add(golden.name());
                taken.addAll(branches.taken());
            }
        }
        if (subject.manifest().archetype().isPresent()) {
            evidence.add("an archetype has no templates whose branches could be seen");
        }
        if (good.isEmpty()) {
            evidence.add("no golden case that holds");
            return part(
                    "tests",
                    0,
                    30,
                    evidence,
                    "write `src/test/pack/<case>/answers.toml`, then mvn packs:test -Dpacks.accept");
        }
        SortedSet<BranchRecorder.Branch> all = PackBranches.of(subject.manifest(), subject.files());
        SortedSet<BranchRecorder.Branch> missing = new TreeSet<>(all);
        missing.removeAll(taken);
        int covered = all.size() - missing.size();
        evidence.add(0, Count.of(good.size(), "golden case") + " as expected (6 points): " + String.join(", ", good));
        evidence.add(
                1,
                all.isEmpty()
                        ? "the templates have no branches (24 points)"
                        : covered + " of " + Count.of(all.size(), "branch", "branches")
                                + " of conditions, cases and loops taken (" + ofBranches(covered, all.size())
                                + " of 24 points)");
        return part(
                "tests",
                6 + ofBranches(covered, all.size()),
                30,
                evidence,
                missing.isEmpty() ? "" : "a golden case in which " + missing.first());
    }

    private static int ofBranches(int covered, int all) {
        return all == 0 ? 24 : 24 * covered / all;
    }

    /** Golden cases that lie in a jar know of no executable bits, so that those of what is made are taken as they are. */
    private record SameModes(FileTree made, FileTree expected) implements FileTree {

        @Override
        public SortedSet<RelativePath> paths() {
            return made.paths();
        }

        @Override
        public Optional<byte[]> read(RelativePath path) {
            return made.read(path);
        }

        @Override
        public boolean isExecutable(RelativePath path) {
            return expected.isExecutable(path);
        }
    }

    /** @param carried whether the case lies in the pack itself */
    private static Optional<String> wrong(
            GoldenCase golden, boolean carried, PackTrial trial, BranchRecorder branches) {
        String name = "golden case `" + golden.name() + "` ";
        if (!golden.settings().isCompared() || !golden.hasExpected()) {
            return Optional.of(name + "expects nothing");
        }
        try {
            FileTree made = trial.make(
                    new PackTrial.Answers(
                            golden.name(), golden.answers(), golden.settings().graphs()),
                    branches);
            FileTree expected = golden.expectedFiles();
            List<GoldenDifference> differences =
                    GoldenDifference.between(expected, carried ? new SameModes(made, expected) : made);
            return differences.isEmpty()
                    ? Optional.empty()
                    : Optional.of(name + "differs: " + differences.get(0).text());
        } catch (PacksException failed) {
            return Optional.of(
                    name + "cannot be generated: " + failed.problems().get(0).message());
        }
    }

    private static PackScore.Part documentation(Subject subject) {
        List<String> evidence = new ArrayList<>();
        List<String> next = new ArrayList<>();
        int points = 0;
        String readme = subject.files()
                .read(README)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        long lines = readme.lines().filter(line -> !line.isBlank()).count();
        if (lines >= FEW_LINES && readme.lines().anyMatch(line -> line.startsWith("#"))) {
            points += 4;
            evidence.add("README.md has " + lines + " lines (4 points)");
        } else {
            evidence.add(readme.isEmpty() ? "no README.md" : "README.md has " + lines + " lines");
            next.add("a README.md with a heading and at least " + FEW_LINES + " lines");
        }
        if (showsUsage(readme, subject.manifest())) {
            points += 6;
            evidence.add("README.md shows how the pack is used (6 points)");
        } else {
            evidence.add("README.md does not show how the pack is used");
            next.add("in README.md, `mvn packs:generate -Dpack="
                    + subject.manifest().id().name().id() + " …`, or the lines for a pom");
        }
        List<String> poor = new ArrayList<>();
        for (VariableDefinition variable : subject.manifest().variables()) {
            if (variable.description().isEmpty() || (variable.example().isEmpty() && !variable.secret())) {
                poor.add(variable.name());
            }
        }
        int all = subject.manifest().variables().size();
        int good = all - poor.size();
        int described = all == 0 ? 10 : 10 * good / all;
        points += described;
        evidence.add(
                all == 0
                        ? "there are no variables to describe (10 points)"
                        : good + " of " + Count.of(all, "variable") + " described with an example (" + described
                                + " of 10 points)");
        if (!poor.isEmpty()) {
            next.add("a `description` and an `example` for the variable `" + poor.get(0) + "`");
        }
        return part("documentation", points, 20, evidence, next.isEmpty() ? "" : next.get(0));
    }

    private static boolean showsUsage(String readme, PackManifest manifest) {
        String id = manifest.id().name().id();
        boolean named = readme.contains(id);
        return named
                && (readme.contains("packs:generate")
                        || readme.contains(":generate -Dpack")
                        || readme.contains("packs:init")
                        || readme.contains("<artifactId>" + id + "</artifactId>"));
    }

    private PackScore.Part queries(PackManifest manifest) {
        List<String> evidence = new ArrayList<>();
        int good = 0;
        for (String name : manifest.queries().keySet()) {
            try {
                evidence.add("`" + name + "` answers with " + Count.of(asked.apply(name), "row"));
                good++;
            } catch (PacksException failed) {
                evidence.add("not counted: `" + name + "`: "
                        + failed.problems().get(0).message());
            }
        }
        if (manifest.queries().isEmpty()) {
            evidence.add("no named query");
        }
        return part(
                "queries",
                EACH * Math.min(good, MOST_COUNTED),
                EACH * MOST_COUNTED,
                evidence,
                "one more query under [sparql_queries] that answers");
    }

    private PackScore.Part examples(Subject subject, PackTrial trial, Path folder) {
        List<String> evidence = new ArrayList<>();
        int good = 0;
        for (RelativePath path : subject.files().paths()) {
            String file = path.text().substring(path.text().lastIndexOf('/') + 1);
            if (!path.startsWith(EXAMPLES) || !file.endsWith(".toml")) {
                continue;
            }
            String name = file.substring(0, file.length() - ".toml".length());
            try {
                Path answers =
                        folder.resolve(path.text().substring(EXAMPLES.text().length() + 1));
                FileTree made = trial.make(
                        new PackTrial.Answers(name, answers, graphsBeside(path, subject.files())),
                        new BranchRecorder());
                evidence.add("`" + path + "` generates " + Count.of(made.paths().size(), "file"));
                good++;
            } catch (PacksException failed) {
                evidence.add("not counted: `" + path + "`: "
                        + failed.problems().get(0).message());
            }
        }
        if (evidence.isEmpty()) {
            evidence.add("no example");
        }
        return part(
                "examples",
                EACH * Math.min(good, MOST_COUNTED),
                EACH * MOST_COUNTED,
                evidence,
                "one more answers file in `examples/` that the pack can be generated from");
    }

    /** Graph files that are named like the example: {@code examples/shop.toml} has {@code examples/shop.ttl}. */
    private static List<String> graphsBeside(RelativePath example, FileTree files) {
        String stem = example.text().substring(0, example.text().length() - "toml".length());
        List<String> graphs = new ArrayList<>();
        for (RelativePath path : files.paths()) {
            if (path.text().startsWith(stem)
                    && path.text().indexOf('/', stem.length()) < 0
                    && GraphSyntax.ofFile(path.text()).isPresent()) {
                graphs.add(path.text().substring(path.text().lastIndexOf('/') + 1));
            }
        }
        return graphs;
    }

    private PackScore.Part ontology(Subject subject) {
        PackGraphFiles own = new PackGraphFiles(
                subject.files(), subject.manifest().id().name().id());
        List<GraphSource> sources = new ArrayList<>(own.graph());
        sources.addAll(own.shapes());
        long triples = 0;
        List<String> evidence = new ArrayList<>();
        if (!sources.isEmpty()) {
            try (Graph graph = graphs.engine().open(GraphContent.ofSources(sources), graphs.limits())) {
                triples = graph.size();
            } catch (PacksException failed) {
                evidence.add("not counted: " + failed.problems().get(0).message());
            }
        }
        int points = (int) Math.min(20, triples / 10);
        evidence.add(0, triples + " triples in " + Count.of(sources.size(), "file") + " of graph/ and shapes/");
        return part(
                "ontology",
                points,
                20,
                evidence,
                "ten more triples in graph/*.ttl or shapes/*.ttl that say what the pack is about");
    }
}
