package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.QueryAnswer;
import dev.packs.manifest.ParsedManifest;
import dev.packs.operation.AskGraph;
import dev.packs.operation.GraphAnswer;
import dev.packs.operation.GraphScope;
import dev.packs.operation.PackScore;
import dev.packs.operation.RefusedReport;
import dev.packs.operation.Report;
import dev.packs.operation.ReportList;
import dev.packs.operation.ScorePack;
import dev.packs.pack.PackId;
import dev.packs.pack.PackRef;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What {@link ScoreMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. */
final class ScoreCall {

    private static final String CASES = "src/test/pack";

    private final MavenCall call;
    private final Wiring wiring;

    ScoreCall(MavenCall call, Wiring wiring) {
        this.call = call;
        this.wiring = wiring;
    }

    /** @param minScore below which it fails */
    Report run(@Nullable String pack, int minScore) {
        return judged(call.isFromCommandLine() && pack != null && !pack.isBlank() ? named(pack) : built(), minScore);
    }

    static Report judged(List<PackScore> scores, int minScore) {
        List<Problem> problems = new ArrayList<>();
        for (PackScore score : scores) {
            if (score.points() < minScore) {
                problems.add(Problem.of(
                                ProblemCode.SCORE_TOO_LOW,
                                "the pack " + score.id() + " scores " + score.points()
                                        + " of 100, and packs.minScore asks for " + minScore)
                        .help(String.join("\n", score.next())));
            }
        }
        return RefusedReport.unlessGood(new ReportList("packs", scores), problems);
    }

    private List<PackScore> named(String packs) {
        List<AskedPack> asked = AskedPacks.require(packs, call, wiring);
        List<PackContent> contents = new ArrayList<>();
        asked.forEach(one -> contents.addAll(one.contents()));
        PackLibrary library = wiring.library(contents);
        List<PackScore> scores = new ArrayList<>();
        for (AskedPack one : asked) {
            PackId id = wiring.newest(library, one.ref());
            PackContent content = library.content(id);
            Optional<Path> cases = content.location().flatMap(ScoreCall::casesBeside);
            scores.add(score(
                    library,
                    one.ref(),
                    new ScorePack.Subject(library.manifest(id).manifest(), content.files(), cases)));
        }
        return scores;
    }

    /** Of a pack that is built here or was named by its folder. */
    private static Optional<Path> casesBeside(Path sources) {
        Path project = sources.resolve("../../..").normalize();
        Path cases = project.resolve(CASES);
        return sources.endsWith("src/main/pack") && Files.isDirectory(cases) ? Optional.of(cases) : Optional.empty();
    }

    private List<PackScore> built() {
        List<PackScore> scores = new ArrayList<>();
        PackLibrary library = wiring.library(List.of());
        for (MavenProject project : call.isFromCommandLine() ? call.session().getProjects() : List.of(call.project())) {
            if (project.getPackaging().equals("pack") && project.getFile() != null) {
                Path base = project.getBasedir().toPath();
                Path sources = base.resolve("src/main/pack");
                ParsedManifest manifest = LocalPacks.manifest(sources, Optional.of(Wiring.requireId(project)));
                scores.add(score(
                        library,
                        AskedPack.ofProject(project).ref(),
                        new ScorePack.Subject(
                                manifest.manifest(), LocalPacks.files(sources), Optional.of(base.resolve(CASES)))));
            }
        }
        if (scores.isEmpty()) {
            AskedPack.require(null, call, "score", wiring);
        }
        return scores;
    }

    private PackScore score(PackLibrary library, PackRef.Named ref, ScorePack.Subject subject) {
        AskGraph graph = wiring.askGraph(library, Optional::empty);
        return new ScorePack(
                        wiring.prepare(library),
                        wiring.graphs(),
                        query -> rows(graph, ref, query),
                        wiring.pluginVersion())
                .run(subject);
    }

    private int rows(AskGraph graph, PackRef.Named ref, String query) {
        GraphAnswer answer = graph.run(new AskGraph.Question(
                List.of(ref),
                Optional.of(query),
                Optional.empty(),
                Map.of(),
                Optional.of(GraphScope.AVAILABLE),
                wiring.graphs().limits(),
                false));
        if (!answer.warnings().isEmpty()) {
            throw new dev.packs.PacksException(answer.warnings());
        }
        if (answer.answer() instanceof QueryAnswer.Rows rows) {
            return rows.rows().size();
        }
        return answer.answer() instanceof QueryAnswer.Triples triples
                ? triples.statements().size()
                : 1;
    }
}
