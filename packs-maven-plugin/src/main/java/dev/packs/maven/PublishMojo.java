package dev.packs.maven;

import dev.packs.operation.Report;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Publishes packs to a Maven repository, after checking them: those that this build makes, one in a folder or a jar, or a catalogue of packs. */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class PublishMojo extends ReportMojo {

    /** The pack, {@code file:} and its folder or jar; counts only on the command line. Without it those that this build makes. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** A catalogue to publish, the file that {@code packs:catalog} made; counts only on the command line. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    /** What the catalogue is published as: {@code group:artifact:version}. */
    @Parameter(property = "packs.coordinates")
    private @Nullable String coordinates;

    /** Where to, {@code id::url}; the login is that of the server with this id in the settings. Without it the project's distributionManagement says. */
    @Parameter(property = "altDeploymentRepository")
    private @Nullable String altDeploymentRepository;

    /** Checks everything, asks the repository, and publishes nothing. */
    @Parameter(property = "packs.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new PublishCall(call, wiring, altDeploymentRepository, dryRun).run(pack, catalog, coordinates);
    }
}
