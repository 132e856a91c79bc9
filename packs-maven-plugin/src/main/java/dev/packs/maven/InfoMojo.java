package dev.packs.maven;

import dev.packs.operation.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows a pack as {@code show} does, and how well it is kept, how large it is, who needs it, and the licences of everything that it needs. */
@Mojo(name = "info", requiresProject = false, threadSafe = true)
public final class InfoMojo extends ReportMojo {

    /** The pack: {@code [group:]name[@constraint]} or {@code file:folder}. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** A catalogue whose packs may need it: a file, or the coordinates {@code group:artifact:version} of one that was published. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return InfoCall.run(call, wiring, pack, catalog);
    }
}
