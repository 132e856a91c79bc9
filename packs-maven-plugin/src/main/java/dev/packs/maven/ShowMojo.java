package dev.packs.maven;

import dev.packs.operation.RelatePacks;
import dev.packs.operation.Report;
import dev.packs.operation.ShowPack;
import dev.packs.source.PackLibrary;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what a pack asks for, what it writes and what it needs. */
@Mojo(name = "show", requiresProject = false, threadSafe = true)
public final class ShowMojo extends ReportMojo {

    /** The pack: {@code [group:]name[@constraint]} or {@code file:folder}. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** Shows also which packs are related to it, and why; of several packs, separated by commas, whether they get along. */
    @Parameter(property = "packs.related", defaultValue = "false")
    private boolean related;

    /** With {@code packs.related}, a catalogue whose packs count too: a file, or the coordinates {@code group:artifact:version} of one that was published. */
    @Parameter(property = "packs.catalog")
    private @Nullable String catalog;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        if (related && pack != null) {
            GraphCall several = GraphCall.of(call, wiring, pack, null);
            PackLibrary library = wiring.library(several.contents());
            return new RelatePacks(
                            library,
                            wiring.groups(),
                            wiring.askGraph(library, wiring.catalog(catalog, several.limits())))
                    .run(several.refs(), several.limits());
        }
        AskedPack asked = AskedPack.require(pack, call, "show", wiring);
        return new ShowPack(wiring.library(asked.contents()), wiring.groups()).run(asked.ref());
    }
}
