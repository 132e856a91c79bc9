package dev.packs.maven;

import dev.packs.operation.Report;
import dev.packs.operation.UpdateLocks;
import dev.packs.pack.PackName;
import dev.packs.source.PackLibrary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Moves {@code packs.lock} of every module to the newest versions that its pom allows. */
@Mojo(name = "update", requiresProject = false, threadSafe = true)
public final class UpdateMojo extends ReportMojo {

    /** The packs that may move, separated by commas; without it, all. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** Says what would move, and writes nothing. */
    @Parameter(property = "packs.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        PackLibrary library = wiring.library(List.of());
        Set<PackName> only = new HashSet<>();
        if (pack != null && !pack.isBlank()) {
            for (Asked each : Asked.of(pack, call, wiring, "update")) {
                for (AskedPack one : each.packs()) {
                    only.add(library.require(one.ref(), wiring.groups()));
                }
            }
        }
        return new UpdateLocks(wiring.prepare(library), wiring.storeUse())
                .run(new UpdateLocks.Request(Modules.require(call, "update"), only, dryRun));
    }
}
