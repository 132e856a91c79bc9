package com.acme.mytool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** An example to be replaced: counts what is in files. */
@Command(name = "count", description = "Counts the lines or the words of files (UTF-8).", mixinStandardHelpOptions = true)
final class Count implements Callable<Integer> {

    /** What can be counted. */
    enum Unit {
        LINES, WORDS
    }

    @Spec
    private CommandSpec spec;

    @Option(names = {"-u", "--unit"}, defaultValue = "LINES", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Unit unit;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to read.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        long total = 0;
        for (Path file : files) {
            long count = count(Files.readString(file));
            total += count;
            print(count, file.toString());
        }
        if (files.size() > 1) {
            print(total, "total");
        }
        return 0;
    }

    private long count(String text) {
        return unit == Unit.LINES ? text.lines().count() : text.lines().mapToLong(Count::words).sum();
    }

    private static long words(String line) {
        return line.isBlank() ? 0 : line.strip().split("\\s+").length;
    }

    private void print(long count, String name) {
        spec.commandLine().getOut().printf("%8d  %s%n", count, name);
    }
}
