package dev.packs.maven;

import dev.packs.operation.ListPacks;
import dev.packs.operation.Report;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the packs that come with Packs, and those of the same build. */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends ReportMojo {

    /** Only packs of this category. */
    @Parameter(property = "category")
    private @Nullable String category;

    /** Only packs with this tag or keyword. */
    @Parameter(property = "tag")
    private @Nullable String tag;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        return new ListPacks(wiring.library())
                .run(new ListPacks.Request(Optional.ofNullable(category), Optional.ofNullable(tag)));
    }
}
