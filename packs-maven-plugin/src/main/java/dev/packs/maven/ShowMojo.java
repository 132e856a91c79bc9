package dev.packs.maven;

import dev.packs.operation.Report;
import dev.packs.operation.ShowPack;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what a pack asks for, what it writes and what it needs. */
@Mojo(name = "show", requiresProject = false, threadSafe = true)
public final class ShowMojo extends ReportMojo {

    /** The pack: {@code [group:]name[@constraint]} or {@code file:folder}. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        AskedPack asked = AskedPack.require(pack, call, "show");
        return new ShowPack(wiring.library(asked.contents()), wiring.groups()).run(asked.ref());
    }
}
