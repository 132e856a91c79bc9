package dev.packs.maven;

import dev.packs.operation.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Scores packs from 0 to 100, with the evidence of each point and what would earn the next. Without {@code -Dpack} those that this build makes. */
@Mojo(name = "score", requiresProject = false, threadSafe = true)
public final class ScoreMojo extends ReportMojo {

    /** The packs, separated by commas; counts only on the command line. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** Fails where a pack has fewer points. */
    @Parameter(property = "packs.minScore", defaultValue = "0")
    private int minScore;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new ScoreCall(call, wiring).run(pack, minScore);
    }
}
