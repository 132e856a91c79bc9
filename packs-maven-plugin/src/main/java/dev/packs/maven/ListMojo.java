package dev.packs.maven;

import dev.packs.operation.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the packs that come with Packs, those of the same build and the installed ones; on demand those of a folder and of a catalogue. */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends ReportMojo {

    /** Only packs of this category. */
    @Parameter(property = "category")
    private @Nullable String category;

    /** Only packs with this tag or keyword. */
    @Parameter(property = "tag")
    private @Nullable String tag;

    /** A folder whose packs are listed, too. */
    @Parameter(property = "packs.folder")
    private @Nullable File folder;

    /** A catalogue whose packs are listed, too: a file, or the coordinates {@code group:artifact:version} of one that was published. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new SearchCall(call, wiring, folder, catalog).list(category, tag);
    }
}
