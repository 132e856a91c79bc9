package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.operation.ArchetypeFinder;
import dev.packs.operation.ImportArchetype;
import dev.packs.operation.Report;
import dev.packs.pack.PackRef;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Makes packs of Maven archetypes: for each a project that builds the pack, and a report of how true it is to the archetype. */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public final class ImportMojo extends ReportMojo {

    /** The archetypes, separated by commas: {@code archetype:groupId:artifactId[:version]} or {@code archetype:file:PATH}. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** The catalogues that are looked through: {@code local}, {@code remote}, {@code file:PATH}, separated by commas; without a pack all that they list is imported. */
    @Parameter(property = "packs.archetypeCatalog")
    private @Nullable String archetypeCatalog;

    /** The folder that becomes the pack's project, of several packs the folder that gets them all; {@code ./<artifactId>-pack} if not set. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    /** Overwrites what is in the way. */
    @Parameter(property = "packs.force", defaultValue = "false")
    private boolean force;

    /** Says what would be written, and writes nothing. */
    @Parameter(property = "packs.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        List<PackRef> refs = pack == null || pack.isBlank() ? List.of() : PackRef.parseAll(pack);
        ArchetypeFinder finder = wiring.archetypes(archetypeCatalog);
        if (refs.isEmpty() && (archetypeCatalog == null || archetypeCatalog.isBlank())) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "no archetype was named")
                    .help(
                            "mvn packs:import -Dpack=archetype:org.apache.maven.archetypes:maven-archetype-quickstart:1.5\n"
                                    + "all that a catalogue lists: mvn packs:import -Dpacks.archetypeCatalog=local")
                    .asException();
        }
        return new ImportArchetype(
                        finder, wiring.pluginVersion(), wiring.embedded().groups())
                .run(new ImportArchetype.Request(
                        refs,
                        call.folder(),
                        Optional.ofNullable(output).map(file -> call.folder().resolve(file.toPath())),
                        dryRun,
                        force));
    }
}
