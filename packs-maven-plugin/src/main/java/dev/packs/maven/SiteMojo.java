package dev.packs.maven;

import dev.packs.operation.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Makes pages of the packs that {@code list} shows: a folder that a browser opens without a network, with a search and a page for each pack. */
@Mojo(name = "site", defaultPhase = LifecyclePhase.SITE, requiresProject = false, threadSafe = true)
public final class SiteMojo extends ReportMojo {

    /** A folder whose packs are shown, too. */
    @Parameter(property = "packs.folder")
    private @Nullable File folder;

    /** A catalogue whose packs are shown, too: a file, or the coordinates {@code group:artifact:version} of one that was published. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    /** The folder that becomes the site; {@code packs-site} if not set, bound to a phase {@code target/packs-site}. */
    @Parameter(property = "packs.output")
    private @Nullable File output;

    /** Makes the site in a folder that holds other things, too, and leaves those there. */
    @Parameter(property = "packs.force", defaultValue = "false")
    private boolean force;

    /** Writes nothing, and says what would be written. */
    @Parameter(property = "packs.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new SiteCall(call, wiring, output).run(folder, catalog, force, dryRun);
    }
}
