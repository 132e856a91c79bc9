package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.operation.Report;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that has something to say: as text on the screen, or as one JSON document. */
public abstract class ReportMojo extends PacksMojo {

    /** {@code text} or {@code json}. */
    @Parameter(property = "packs.format", defaultValue = "text")
    private String format;

    /** Gets exactly one document, also when the goal fails. Only goals from the command line write it. */
    @Parameter(property = "packs.outputFile")
    private @Nullable File outputFile;

    private @Nullable Output output;
    private @Nullable GoalRun run;

    @Override
    protected final void run(MavenCall call) {
        if (isDone(call)) {
            return;
        }
        GoalRun current = new GoalRun(call, getLog());
        run = current;
        try {
            output = Output.of(call, format, outputFile, documents());
            Report report = watched(call, current);
            List<Problem> failures = report.failures();
            output.succeeded(report, getLog());
            current.succeeded(report);
            if (!failures.isEmpty()) {
                // The document is written, and says so.
                output = null;
                throw new PacksException(failures);
            }
        } catch (PacksException known) {
            throw known;
        } catch (RuntimeException | Error unknown) {
            current.broke(unknown);
            throw unknown;
        } finally {
            current.ended();
        }
    }

    private Report watched(MavenCall call, GoalRun current) {
        try {
            return report(call, new Wiring(call, current));
        } finally {
            current.ended();
        }
    }

    /** Whether something else than lines in the log is asked for. */
    protected final boolean isDocument() {
        return outputFile != null || !format.equals("text");
    }

    /** {@code packs.format}. */
    protected final String format() {
        return format;
    }

    /** Formats beside {@code text} and {@code json}, or instead of {@code text}, and what writes each. */
    protected Map<String, Function<Report, String>> documents() {
        return Map.of();
    }

    /** What a run that failed writes in one of {@link #documents()}; without it, the problems as text. */
    protected Optional<String> failureDocument(List<Problem> problems) {
        return Optional.empty();
    }

    /** Whether there is nothing to do and nothing to say; asked first, and by idle builds, so that it has to be cheap. */
    protected boolean isDone(MavenCall call) {
        return false;
    }

    @Override
    protected final void failed(List<Problem> problems) {
        if (output != null) {
            output.failed(problems, this::failureDocument);
        }
        if (run != null) {
            run.failed(problems);
        }
    }

    /**
     * The goal itself.
     *
     * @throws dev.packs.PacksException with everything that is wrong
     */
    protected abstract Report report(MavenCall call, Wiring wiring);
}
