package dev.packs.maven;

import dev.packs.operation.Report;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Generates a project from a pack ({@code -Dpack}), or brings the output of the declared packs up to date. Bound to a phase it does the latter, for its module.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, requiresProject = false, threadSafe = true)
public final class GenerateMojo extends ReportMojo {

    /** The packs of this module; see {@code docs/declaring.md}. */
    @Parameter
    private @Nullable PlexusConfiguration packs;

    /** Whether {@code src/main/java} and its like inside the output become roots of the project. */
    @Parameter(property = "packs.addRoots", defaultValue = "true")
    private boolean addRoots;

    /** The pack to generate a project from; counts only on the command line. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** The project's name and folder; counts only on the command line. */
    @Parameter(property = "name")
    private @Nullable String name;

    /** The folder that becomes the project; {@code ./<name>} if not set. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    /** A TOML file with values of variables. */
    @Parameter(property = "packs.answers")
    private @Nullable File answers;

    /** Graph files that the queries of the pack see, separated by commas; counts only with a pack on the command line. */
    @Parameter(property = "packs.graph")
    private @Nullable String graph;

    /** Overwrites what is in the way. */
    @Parameter(property = "packs.force", defaultValue = "false")
    private boolean force;

    /** Fails where {@code packs.lock} would change. */
    @Parameter(property = "packs.frozen", defaultValue = "false")
    private boolean frozen;

    /** Writes what can be rendered although something cannot; fails all the same. */
    @Parameter(property = "packs.keepGoing", defaultValue = "false")
    private boolean keepGoing;

    /** Says what would be written, and writes nothing. */
    @Parameter(property = "packs.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Asks at a terminal for every value that nobody gave; never with {@code -B}. Counts only with a pack on the command line. */
    @Parameter(property = "packs.interactive", defaultValue = "false")
    private boolean interactive;

    /** Whether hooks of the named pack run: {@code off}; {@code run} asks at a terminal; the digest of the hooks lets these run and no others. */
    @Parameter(property = "packs.hooks")
    private @Nullable String hooks;

    /** The catalogues that are looked through for archetypes: {@code local}, {@code remote}, {@code file:PATH}, separated by commas. */
    @Parameter(property = "packs.archetypeCatalog")
    private @Nullable String archetypeCatalog;

    /** The digest of the one script of an archetype that may run. */
    @Parameter(property = "packs.allowScript")
    private @Nullable String allowScript;

    @Inject
    private PlexusContainer container;

    @Override
    protected boolean isDone(MavenCall call) {
        return !call.isFromCommandLine() && new BoundModule(call, packs, answers).isUpToDate(addRoots);
    }

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        GenerateCall generate = new GenerateCall(
                call,
                wiring,
                new GenerateCall.Parameters(
                        pack,
                        name,
                        output,
                        answers,
                        graph,
                        new GenerateCall.Talk(interactive, hooks),
                        dryRun,
                        force,
                        frozen,
                        keepGoing,
                        new GenerateCall.Archetypes(archetypeCatalog, allowScript)));
        if (call.isFromCommandLine()) {
            return generate.fromCommandLine();
        }
        return generate.bound(new BoundModule(call, packs, answers), addRoots, new ChangedFiles(container));
    }
}
