package dev.packs.maven;

import dev.packs.operation.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a pack for those who use it, and says by SemVer whether the later one has the version that it needs. */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends ReportMojo {

    /** The earlier and the later version, separated by a comma; with only one, the pack that this build makes is the later. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** Fails where the later version is too low for what changed. */
    @Parameter(property = "packs.failOnBreak", defaultValue = "false")
    private boolean failOnBreak;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new DiffCall(call, wiring).run(pack, failOnBreak);
    }
}
