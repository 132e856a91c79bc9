package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.activity.Activity;
import dev.packs.activity.Both;
import dev.packs.activity.Measured;
import dev.packs.io.AtomicFiles;
import dev.packs.operation.Report;
import dev.packs.recording.Recordings;
import dev.packs.report.RunReport;
import dev.packs.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** One run of a goal that has something to do, seen from outside: what it does is measured, and where it works in a project, told in {@code target/packs/report.json}; what takes long is shown. */
final class GoalRun {

    /** Those that change something or judge it. Whoever only asks leaves nothing behind. */
    static final Set<String> REPORTED = Set.of(
            "catalog",
            "clean",
            "compose",
            "export",
            "generate",
            "import",
            "init",
            "install",
            "publish",
            "score",
            "site",
            "test",
            "uninstall",
            "update",
            "validate");

    private static final String KEPT = "dev.packs.report:";

    private final MavenCall call;
    private final Log log;
    private final @Nullable ShownProgress progress;
    private final Measured measured = new Measured(new SystemClock());
    private final Activity activity;
    private final Instant started = Instant.now();
    private final long begin = System.nanoTime();
    private boolean isTold;

    GoalRun(MavenCall call, Log log) {
        this.call = call;
        this.log = log;
        this.progress = log.isInfoEnabled() ? ShownProgress.start(call, log) : null;
        Activity told = progress == null ? measured : new Both(measured, progress);
        Activity recorded = Recordings.current();
        this.activity = recorded == Activity.none() ? told : new Both(recorded, told);
    }

    private static final class SystemClock implements LongSupplier {

        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }

    /** Who is to be told of work. */
    Activity activity() {
        return activity;
    }

    /** The log for as long as the goal works. */
    Log log() {
        return progress == null ? log : progress.aside(log);
    }

    /** A terminal that was opened to ask somebody: nothing else is shown there until it is closed. */
    Terminal alone(Terminal terminal) {
        return progress == null ? terminal : progress.alone(terminal);
    }

    /** The work is done, and the screen free for what there is to say of it. */
    void ended() {
        if (progress != null) {
            progress.close();
        }
    }

    void succeeded(Report report) {
        tell(new RunReport.Outcome.Done(report));
    }

    /** Where it had {@link #succeeded} in part, everything is told already. */
    void failed(List<Problem> problems) {
        tell(new RunReport.Outcome.Failed(problems));
    }

    void broke(Throwable fault) {
        tell(new RunReport.Outcome.Broken(fault.getClass().getName()));
    }

    private void tell(RunReport.Outcome outcome) {
        if (isTold || !isReported(call)) {
            return;
        }
        isTold = true;
        RunReport run = new RunReport(
                call.execution().getGoal(),
                call.execution().getExecutionId(),
                call.project().getGroupId() + ":" + call.project().getArtifactId(),
                started);
        Path file = Path.of(call.project().getBuild().getDirectory(), "packs", "report.json");
        List<Map<String, Object>> runs =
                with(run.entry(outcome, measured, Duration.ofNanos(System.nanoTime() - begin)), file);
        try {
            AtomicFiles.fast().write(file, RunReport.document(runs).getBytes(StandardCharsets.UTF_8));
        } catch (PacksException unwritable) {
            // A report is no reason to fail a build, nor to hide why it failed.
            log.warn("there is no report of this run: " + unwritable.getMessage());
        }
    }

    /** This run behind those that the same build has made in this module; another plugin's classes would not be known, plain values are. */
    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> with(Map<String, Object> entry, Path file) {
        SessionData kept = call.repositorySession().getData();
        List<Map<String, Object>> runs = new ArrayList<>();
        if (kept.get(KEPT + file) instanceof List<?> before) {
            runs.addAll((List<Map<String, Object>>) before);
        }
        runs.add(entry);
        kept.set(KEPT + file, runs);
        return runs;
    }

    /** Nothing is written into a folder that is no project, and nothing at all by whoever only says what would be. */
    private static boolean isReported(MavenCall call) {
        return call.hasProject() && REPORTED.contains(call.execution().getGoal()) && !isDryRun(call);
    }

    private static boolean isDryRun(MavenCall call) {
        Xpp3Dom configuration = call.execution().getConfiguration();
        Xpp3Dom written = configuration == null ? null : configuration.getChild("dryRun");
        return isTrue(written == null ? null : written.getValue())
                || isTrue(call.session().getUserProperties().getProperty("packs.dryRun"))
                || isTrue(call.project().getProperties().getProperty("packs.dryRun"));
    }

    private static boolean isTrue(@Nullable String value) {
        return value != null && value.strip().equals("true");
    }
}
