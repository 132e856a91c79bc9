package dev.packs.maven;

import dev.packs.operation.DependencyDrawing;
import dev.packs.operation.DescribeDependencies;
import dev.packs.operation.LockFile;
import dev.packs.operation.PreparePacks;
import dev.packs.operation.Report;
import dev.packs.operation.ReportList;
import dev.packs.source.PackLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows which packs are needed, by whom, and in which versions; also drawn, for Mermaid and Graphviz. */
@Mojo(name = "dependencies", requiresProject = false, threadSafe = true)
public final class DependenciesMojo extends ReportMojo {

    /** The packs, separated by commas; without it, what the modules declare. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        List<Asked> asked = Asked.of(pack, call, wiring, "dependencies");
        PackLibrary library = wiring.library(Asked.contents(asked));
        DescribeDependencies describe = new DescribeDependencies(wiring.prepare(library));
        List<Report> trees = new ArrayList<>();
        for (Asked each : asked) {
            trees.add(describe.run(
                    each.name(),
                    new PreparePacks.Request(
                            each.requirements(library, wiring.groups()),
                            LockFile.read(each.lockFile()).before(),
                            each.managed())));
        }
        return new ReportList("trees", trees);
    }

    @Override
    protected Map<String, Function<Report, String>> documents() {
        return Map.of(
                "mermaid", report -> DependencyDrawing.mermaid(trees(report)),
                "dot", report -> DependencyDrawing.dot(trees(report)));
    }

    private static List<DescribeDependencies.Tree> trees(Report report) {
        List<DescribeDependencies.Tree> trees = new ArrayList<>();
        ((ReportList) report).reports().forEach(tree -> trees.add((DescribeDependencies.Tree) tree));
        return trees;
    }
}
