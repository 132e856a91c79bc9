package dev.packs.maven;

import dev.packs.operation.MakeSite;
import dev.packs.operation.Report;
import dev.packs.source.PackLibrary;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link SiteMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. */
final class SiteCall {

    private static final String NAME = "packs-site";

    private final MavenCall call;
    private final Wiring wiring;
    private final @Nullable File output;

    SiteCall(MavenCall call, Wiring wiring, @Nullable File output) {
        this.call = call;
        this.wiring = wiring;
        this.output = output;
    }

    Report run(@Nullable File folder, @Nullable String catalog, boolean isForced, boolean isDry) {
        PackLibrary library = wiring.library(List.of());
        Optional<Path> named =
                Optional.ofNullable(folder).map(file -> call.folder().resolve(file.toPath()));
        return wiring.site(library, wiring.packsAtHand(library, named), catalog)
                .run(new MakeSite.Request(
                        output(), isForced, isDry, "dev.packs:packs-maven-plugin:" + wiring.pluginVersion()));
    }

    private Path output() {
        if (output != null) {
            return call.folder().resolve(output.toPath());
        }
        return call.isFromCommandLine() || !call.hasProject()
                ? call.folder().resolve(NAME)
                : Path.of(call.project().getBuild().getDirectory()).resolve(NAME);
    }
}
