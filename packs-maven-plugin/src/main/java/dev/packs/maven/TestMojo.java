package dev.packs.maven;

import dev.packs.operation.Report;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Generates the packs that this build makes for each of their golden cases in {@code src/test/pack}, and holds what comes out against what is expected. */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, requiresProject = false, threadSafe = true)
public final class TestMojo extends ReportMojo {

    private @Nullable String cases;

    /** Makes what is generated what is expected, and says what changed. */
    @Parameter(property = "packs.accept", defaultValue = "false")
    private boolean accept;

    /** Seconds after which the build of a case is stopped. */
    @Parameter(property = "packs.buildTimeout", defaultValue = "900")
    private int buildTimeout;

    /** The digest of the one script of an archetype that may run. */
    @Parameter(property = "packs.allowScript")
    private @Nullable String allowScript;

    /** Does nothing, like all tests. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Does nothing, like all tests. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /**
     * The cases to run, separated by commas; without it, all.
     *
     * @param names by a method, as no field can be called like this
     */
    @Parameter(property = "packs.case")
    public void setCase(@Nullable String names) {
        cases = names;
    }

    @Override
    protected boolean isDone(MavenCall call) {
        if (skipTests || mavenTestSkip) {
            getLog().info("Tests are skipped.");
            return true;
        }
        return !TestCall.hasCases(call);
    }

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new TestCall(call, wiring, new TestCall.Parameters(cases, accept, buildTimeout, allowScript)).run();
    }
}
