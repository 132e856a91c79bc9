package dev.packs.maven;

import dev.packs.operation.InstallPacks;
import dev.packs.operation.InstalledPacks;
import dev.packs.operation.Report;
import dev.packs.operation.ReportList;
import dev.packs.resolution.Requirement;
import dev.packs.source.PackLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Resolves packs, brings their packages and writes {@code packs.lock}. */
@Mojo(name = "install", requiresProject = false, threadSafe = true)
public final class InstallMojo extends ReportMojo {

    /** The packs to install, separated by commas; without it, what the modules declare. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** Fails where {@code packs.lock} would change. */
    @Parameter(property = "packs.frozen", defaultValue = "false")
    private boolean frozen;

    @Override
    protected boolean isDone(MavenCall call) {
        if (isDocument()) {
            return false;
        }
        Optional<RepeatedInstall> repeated = RepeatedInstall.of(call, pack);
        Optional<List<String>> lines = repeated.isPresent() ? repeated.get().lines() : Optional.empty();
        if (lines.isEmpty()) {
            return false;
        }
        for (String line : TypedGoals.of(call).in(lines.get())) {
            getLog().info(line);
        }
        return true;
    }

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        List<Asked> asked = Asked.toInstall(pack, call, wiring);
        PackLibrary library = wiring.library(Asked.contents(asked));
        InstallPacks install = new InstallPacks(wiring.prepare(library), wiring.storeUse());
        List<Report> installations = new ArrayList<>();
        Optional<RepeatedInstall> repeated = RepeatedInstall.of(call, pack);
        for (Asked each : asked) {
            List<Requirement> required = new ArrayList<>(each.requirements(library, wiring.groups()));
            required.addAll(each.kept(library, wiring.groups()));
            InstalledPacks done = install.run(
                    new InstallPacks.Request(each.name(), required, each.managed(), each.lockFile(), frozen));
            if (repeated.isPresent() && done.hasPackages()) {
                repeated.get().remember(done, wiring.store());
            }
            installations.add(done);
        }
        return new ReportList("installations", installations);
    }
}
