package dev.packs.report;

import dev.packs.Problem;
import dev.packs.activity.Measured;
import dev.packs.activity.UsedPack;
import dev.packs.activity.Work;
import dev.packs.operation.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code target/packs/report.json} says of one run of a goal. Values are plain, so that runs of the same build can be kept until the last one is written.
 *
 * @param goal {@code generate}
 * @param execution its id; {@code default-cli} for what somebody typed
 * @param module {@code group:artifact} of the project at hand
 */
public record RunReport(String goal, String execution, String module, Instant started) {

    private static final int FORMAT = 1;

    /** How it ended. */
    public sealed interface Outcome {

        /** With a report; some of it may have failed. */
        record Done(Report report) implements Outcome {}

        /** With these problems, and nothing else to tell. */
        record Failed(List<Problem> problems) implements Outcome {

            public Failed {
                problems = List.copyOf(problems);
            }
        }

        /**
         * With a fault of Packs itself.
         *
         * @param fault the class of what was thrown; its message is nobody's business
         */
        record Broken(String fault) implements Outcome {}
    }

    /** The entry of this run. */
    public Map<String, Object> entry(Outcome outcome, Measured measured, Duration time) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("goal", goal);
        entry.put("execution", execution);
        entry.put("module", module);
        entry.put("started", started.truncatedTo(ChronoUnit.MILLIS).toString());
        entry.put("milliseconds", time.toMillis());
        List<Problem> problems = problems(outcome);
        entry.put("success", outcome instanceof Outcome.Done && problems.isEmpty());
        entry.put("problems", described(problems));
        entry.put("warnings", outcome instanceof Outcome.Done done ? described(done.report.warnings()) : List.of());
        entry.put("packs", packs(measured));
        entry.put("work", work(measured));
        if (outcome instanceof Outcome.Done done) {
            Optional<Report.Tally> tally = done.report.tally();
            if (tally.isPresent()) {
                entry.put("changes", changes(tally.get()));
            }
            entry.put("result", done.report.document());
        } else if (outcome instanceof Outcome.Broken broken) {
            entry.put("fault", broken.fault);
        }
        return entry;
    }

    private static List<Problem> problems(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.problems;
        }
        return outcome instanceof Outcome.Done done ? done.report.failures() : List.of();
    }

    private static List<Object> described(List<Problem> problems) {
        List<Object> described = new ArrayList<>();
        for (Problem problem : problems) {
            described.add(JsonReport.describe(problem));
        }
        return described;
    }

    private static List<Object> packs(Measured measured) {
        List<Object> packs = new ArrayList<>();
        for (UsedPack pack : measured.packs()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("pack", pack.id());
            fields.put("source", pack.source());
            if (pack.digest().isPresent()) {
                fields.put("digest", pack.digest().get());
            }
            packs.add(fields);
        }
        return packs;
    }

    private static Map<String, Object> work(Measured measured) {
        Map<String, Object> work = new LinkedHashMap<>();
        for (Work kind : Work.values()) {
            Measured.Total total = measured.total(kind);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("pieces", total.pieces());
            fields.put("bytes", total.bytes());
            fields.put("milliseconds", (total.nanos() + 500_000) / 1_000_000);
            work.put(kind.word(), fields);
        }
        return work;
    }

    private static Map<String, Object> changes(Report.Tally tally) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("of", tally.of());
        fields.put("written", tally.written());
        fields.put("kept", tally.kept());
        fields.put("removed", tally.removed());
        return fields;
    }

    /** The document of all runs of a build, in their order. */
    public static String document(List<Map<String, Object>> entries) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("runs", entries);
        return JsonReport.plain(document);
    }
}
