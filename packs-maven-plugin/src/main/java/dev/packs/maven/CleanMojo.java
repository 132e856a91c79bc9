package dev.packs.maven;

import dev.packs.operation.CleanStore;
import dev.packs.operation.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Cleans the store, never a project: without parameters down to {@code packs.storeLimit}. What a project's lock names always stays. */
@Mojo(name = "clean", requiresProject = false, threadSafe = true)
public final class CleanMojo extends ReportMojo {

    /** Removes everything that no project needs. */
    @Parameter(property = "packs.all", defaultValue = "false")
    private boolean all;

    /** Removes what was last used more days ago; 0 means that age does not count. */
    @Parameter(property = "packs.days", defaultValue = "0")
    private int days;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        Optional<Duration> age = days > 0 ? Optional.of(Duration.ofDays(days)) : Optional.empty();
        return new CleanStore(wiring.storeUse()).run(new CleanStore.Request(all, age, Instant.now()));
    }
}
