package dev.packs.maven;

import dev.packs.operation.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Generates one project from several packs: variables of one name are one, versions are chosen together, files that several packs give are merged or settled as the user says. */
@Mojo(name = "compose", requiresProject = false, threadSafe = true)
public final class ComposeMojo extends ReportMojo {

    /** The packs, separated by commas, in the order that {@code first} and {@code last} mean. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** The project's name and folder. */
    @Parameter(property = "name")
    private @Nullable String name;

    /** The folder that becomes the project; {@code ./<name>} if not set. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    /** A TOML file with values of variables. */
    @Parameter(property = "packs.answers")
    private @Nullable File answers;

    /** Graph files that the queries of the packs see, separated by commas. */
    @Parameter(property = "packs.graph")
    private @Nullable String graph;

    /** What becomes of files that several packs give: {@code pattern=strategy}, separated by commas; the strategies are {@code fail}, {@code first}, {@code last}, {@code merge}. */
    @Parameter(property = "packs.collisions")
    private @Nullable String collisions;

    /** The folder that gets the project of a pack that does the same. */
    @Parameter(property = "packs.saveAs")
    private @Nullable File saveAs;

    /** Overwrites what is in the way. */
    @Parameter(property = "packs.force", defaultValue = "false")
    private boolean force;

    /** Fails where the project's {@code .packs/packs.lock} would change. */
    @Parameter(property = "packs.frozen", defaultValue = "false")
    private boolean frozen;

    /** Writes what can be rendered although something cannot; fails all the same. */
    @Parameter(property = "packs.keepGoing", defaultValue = "false")
    private boolean keepGoing;

    /** Says what would be written and whose each file is, and writes nothing. */
    @Parameter(property = "packs.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Asks at the terminal for values that nobody gave. */
    @Parameter(property = "packs.interactive", defaultValue = "false")
    private boolean interactive;

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
                        new GenerateCall.Talk(interactive, null),
                        dryRun,
                        force,
                        frozen,
                        keepGoing,
                        GenerateCall.Archetypes.none()));
        return new ComposeCall(call, wiring, generate).compose(pack, collisions, saveAs);
    }
}
