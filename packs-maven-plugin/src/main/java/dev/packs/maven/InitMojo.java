package dev.packs.maven;

import dev.packs.operation.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Starts a project that builds a pack: {@code generate} with the embedded pack {@code pack-project}. */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends ReportMojo {

    private static final String PACK = "dev.packs.starters:pack-project";

    /** The new pack's id, and the project's folder. */
    @Parameter(property = "name", defaultValue = "my-pack")
    private String name;

    /** The folder that becomes the project; {@code ./<name>} if not set. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    /** A TOML file with values of variables. */
    @Parameter(property = "packs.answers")
    private @Nullable File answers;

    /** Overwrites what is in the way. */
    @Parameter(property = "packs.force", defaultValue = "false")
    private boolean force;

    /** Says what would be written, and writes nothing. */
    @Parameter(property = "packs.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new GenerateCall(
                        call,
                        wiring,
                        new GenerateCall.Parameters(
                                PACK,
                                name,
                                output,
                                answers,
                                null,
                                GenerateCall.Talk.none(),
                                dryRun,
                                force,
                                false,
                                false,
                                GenerateCall.Archetypes.none()))
                .fromCommandLine();
    }
}
