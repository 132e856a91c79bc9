package dev.packs.maven;

import dev.packs.operation.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Says what {@code generate} would write, and writes nothing. */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends ReportMojo {

    /** The pack to generate a project from; without it, the declared packs. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** The project's name and folder. */
    @Parameter(property = "name")
    private @Nullable String name;

    /** The folder that would become the project; {@code ./<name>} if not set. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    /** A TOML file with values of variables. */
    @Parameter(property = "packs.answers")
    private @Nullable File answers;

    /** Graph files that the queries of the pack see, separated by commas; counts only with a pack on the command line. */
    @Parameter(property = "packs.graph")
    private @Nullable String graph;

    /** Plans to overwrite what is in the way. */
    @Parameter(property = "packs.force", defaultValue = "false")
    private boolean force;

    /** Asks at a terminal for every value that nobody gave; never with {@code -B}. Counts only with a pack. */
    @Parameter(property = "packs.interactive", defaultValue = "false")
    private boolean interactive;

    /** The catalogues that are looked through for archetypes: {@code local}, {@code remote}, {@code file:PATH}, separated by commas. */
    @Parameter(property = "packs.archetypeCatalog")
    private @Nullable String archetypeCatalog;

    /** The digest of the one script of an archetype that may run. */
    @Parameter(property = "packs.allowScript")
    private @Nullable String allowScript;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new GenerateCall(
                        call,
                        wiring,
                        new GenerateCall.Parameters(
                                pack,
                                name,
                                output,
                                answers,
                                graph,
                                new GenerateCall.Talk(interactive, null),
                                true,
                                force,
                                false,
                                false,
                                new GenerateCall.Archetypes(archetypeCatalog, allowScript)))
                .fromCommandLine();
    }
}
