package dev.packs.maven;

import dev.packs.operation.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Finds packs by words: those that come with Packs, those of the same build and the installed ones; on demand those of a folder and of a catalogue. */
@Mojo(name = "search", requiresProject = false, threadSafe = true)
public final class SearchMojo extends ReportMojo {

    /** The words. */
    @Parameter(property = "query")
    private @Nullable String query;

    /** Only packs of this category. */
    @Parameter(property = "category")
    private @Nullable String category;

    /** Only packs with this tag or keyword. */
    @Parameter(property = "tag")
    private @Nullable String tag;

    /** A folder whose packs are searched, too. */
    @Parameter(property = "packs.folder")
    private @Nullable File folder;

    /** A catalogue whose packs are searched, too: a file, or the coordinates {@code group:artifact:version} of one that was published. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    /** How many packs are shown. */
    @Parameter(property = "packs.limit", defaultValue = "20")
    private int limit;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new SearchCall(call, wiring, folder, catalog).search(query, category, tag, limit);
    }
}
