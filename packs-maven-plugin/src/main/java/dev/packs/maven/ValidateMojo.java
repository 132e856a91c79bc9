package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.operation.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks a pack: its manifest, templates, expressions, queries, what it needs, and whether its files find room whatever is chosen. Without {@code -Dpack} those that this
 * project builds.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class ValidateMojo extends ReportMojo {

    /** The pack; counts only on the command line. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    /** The address of a deployed application whose health endpoint has to answer; counts only on the command line. */
    @Parameter(property = "packs.deployed")
    private @Nullable String deployed;

    private @Nullable ValidateCall made;

    @Override
    protected Map<String, Function<Report, String>> documents() {
        return Map.of("sarif", report -> sarif(List.of(), report.warnings()));
    }

    @Override
    protected Optional<String> failureDocument(List<Problem> problems) {
        return Optional.of(sarif(problems, made == null ? List.of() : made.warnings()));
    }

    private String sarif(List<Problem> errors, List<Problem> warnings) {
        ValidateCall call = made;
        return call == null ? "" : call.sarif(errors, warnings);
    }

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        made = new ValidateCall(call, wiring);
        return made.run(pack, deployed);
    }
}
