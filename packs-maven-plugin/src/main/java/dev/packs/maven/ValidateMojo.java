package dev.packs.maven;

import dev.packs.operation.Report;
import dev.packs.operation.ReportList;
import dev.packs.operation.ValidatePack;
import dev.packs.pack.PackId;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Checks a pack: its manifest, its templates, its expressions. Without {@code -Dpack} those that this project builds. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends ReportMojo {

    /** The pack; counts only on the command line. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        if (call.isFromCommandLine() && pack != null && !pack.isBlank()) {
            AskedPack asked = AskedPack.require(pack, call, "validate", wiring);
            PackLibrary library = wiring.library(asked.contents());
            PackId id = wiring.newest(library, asked.ref());
            return new ValidatePack(wiring.graphs())
                    .run(library.manifest(id), library.content(id).files());
        }
        List<Report> reports = new ArrayList<>();
        wiring.builtHere(call.isFromCommandLine())
                .forEach((id, sources) -> reports.add(new ValidatePack(wiring.graphs())
                        .run(LocalPacks.manifest(sources, Optional.of(id)), LocalPacks.files(sources))));
        if (reports.isEmpty()) {
            AskedPack.require(null, call, "validate", wiring);
        }
        return new ReportList("packs", reports);
    }
}
