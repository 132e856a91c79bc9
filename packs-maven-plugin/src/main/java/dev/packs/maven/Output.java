package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.AtomicFiles;
import dev.packs.operation.Report;
import dev.packs.report.JsonReport;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where a goal's report goes: lines through Maven's log, JSON and other documents to standard output, and either into a file if one is named. */
final class Output {

    private static final List<String> FORMATS = List.of("text", "json");

    private final String goal;
    private final boolean json;
    private final Optional<Function<Report, String>> writer;
    private final Optional<Path> file;
    private final TypedGoals goals;

    /** Whether the file gets the document while the screen gets the lines: for what writes another file, in a format that is no text. */
    private final boolean inFile;

    private Output(
            String goal,
            boolean json,
            Optional<Function<Report, String>> writer,
            Optional<Path> file,
            TypedGoals goals,
            boolean inFile) {
        this.goal = goal;
        this.json = json;
        this.writer = writer;
        this.file = file;
        this.goals = goals;
        this.inFile = inFile;
    }

    /**
     * What the parameters ask for; a bound execution prints its lines and nothing else.
     *
     * @param more formats of this goal alone
     */
    static Output of(
            MavenCall call, String format, @Nullable File outputFile, Map<String, Function<Report, String>> more) {
        Set<String> formats = new LinkedHashSet<>(FORMATS);
        formats.addAll(more.keySet());
        if (!formats.contains(format)) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "`" + format + "` is not a format of this goal")
                    .help(Nearest.question(format, formats)
                                    .map(near -> near + "\n")
                                    .orElse("") + "the formats are " + String.join(", ", formats))
                    .asException();
        }
        String goal = call.execution().getGoal();
        if (!call.isFromCommandLine()) {
            return new Output(goal, false, Optional.empty(), Optional.empty(), TypedGoals.of(call), false);
        }
        Optional<Path> file = outputFile == null
                ? Optional.empty()
                : Optional.of(call.folder().resolve(outputFile.toPath()));
        return new Output(
                goal,
                format.equals("json"),
                Optional.ofNullable(more.get(format)),
                file,
                TypedGoals.of(call),
                format.equals("archetype"));
    }

    /** Tells of what was done; some of it may have failed. */
    void succeeded(Report report, Log log) {
        for (Problem warning : report.warnings()) {
            log.warn(goals.in(warning.toString()));
        }
        if (json) {
            print(document(report));
            return;
        }
        if (writer.isPresent()) {
            String text = writer.get().apply(report);
            show(text);
            save((inFile ? document(report) : text).getBytes(StandardCharsets.UTF_8));
            return;
        }
        List<String> lines = goals.in(report.lines());
        for (String line : lines) {
            log.info(line);
        }
        List<String> saved = new ArrayList<>(lines);
        for (Problem failure : report.failures()) {
            saved.add(goals.in(failure.toString()));
        }
        save(text(saved));
    }

    private String document(Report report) {
        return report.failures().isEmpty()
                ? JsonReport.succeeded(goal, report)
                : JsonReport.partly(
                        goal, report, report.failures().stream().map(goals::in).toList());
    }

    /** @param document what a format of this goal alone writes of a failure, if it knows how to */
    void failed(List<Problem> problems, Function<List<Problem>, Optional<String>> document) {
        Optional<String> written = writer.isPresent() ? document.apply(problems) : Optional.empty();
        if (json) {
            print(JsonReport.failed(goal, problems));
        } else if (inFile) {
            save(JsonReport.failed(goal, problems).getBytes(StandardCharsets.UTF_8));
        } else if (written.isPresent()) {
            print(written.get());
        } else {
            save(text(problems.stream().map(Problem::toString).toList()));
        }
    }

    private void print(String document) {
        show(document);
        save(document.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("SystemOut") // the document is what was asked for, and the log would prefix each of its lines
    private static void show(String document) {
        System.out.print(document);
        System.out.flush();
    }

    private void save(byte[] content) {
        if (file.isPresent()) {
            AtomicFiles.fast().write(file.get(), content);
        }
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
