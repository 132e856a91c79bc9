package dev.packs.maven;

import dev.packs.operation.Report;
import dev.packs.source.PackLibrary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link InfoMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. */
final class InfoCall {

    private InfoCall() {}

    static Report run(MavenCall call, Wiring wiring, @Nullable String pack, @Nullable String catalog) {
        AskedPack asked = AskedPack.require(pack, call, "info", wiring);
        PackLibrary library = wiring.library(asked.contents());
        return wiring.info(library, wiring.packsAtHand(library, Optional.empty()))
                .run(
                        asked.ref(),
                        wiring.catalog(catalog, BuildGraphs.read(call.session().getUserProperties())));
    }
}
