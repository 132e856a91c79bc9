package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that was made otherwise than expected.
 *
 * @param line of the expected file, counted from 1; 0 where it is not about a line
 * @param text says it, without the case
 */
record GoldenDifference(RelativePath path, Kind kind, int line, String text) {

    /** What has to become of the expected tree. */
    enum Kind {
        CREATE("+"),
        REPLACE("~"),
        DELETE("-"),
        FOLDER("~");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }
    }

    /** Everything that is different in two trees, by path. */
    static List<GoldenDifference> between(FileTree expected, FileTree made) {
        SortedSet<RelativePath> all = new TreeSet<>(expected.paths());
        all.addAll(made.paths());
        List<GoldenDifference> differences = new ArrayList<>();
        for (RelativePath path : all) {
            Optional<byte[]> before = expected.read(path);
            Optional<byte[]> now = made.read(path);
            if (now.isEmpty()) {
                differences.add(
                        new GoldenDifference(path, Kind.DELETE, 0, "`" + path + "` is expected, and is not generated"));
            } else if (before.isEmpty()) {
                differences.add(
                        new GoldenDifference(path, Kind.CREATE, 0, "`" + path + "` is generated, and is not expected"));
            } else if (!Arrays.equals(before.get(), now.get())) {
                FirstDifference first = FirstDifference.of(before.get(), now.get());
                differences.add(new GoldenDifference(path, Kind.REPLACE, first.line(), first.in(path)));
            } else if (expected.isExecutable(path) != made.isExecutable(path)) {
                differences.add(new GoldenDifference(
                        path,
                        Kind.REPLACE,
                        0,
                        "`" + path + "` is generated " + (made.isExecutable(path) ? "" : "not ")
                                + "executable, and is expected to be "
                                + (expected.isExecutable(path) ? "" : "not ") + "so"));
            }
        }
        return differences;
    }

    /** The same for folders without files. */
    static List<GoldenDifference> between(SortedSet<RelativePath> expected, SortedSet<RelativePath> made) {
        SortedSet<RelativePath> all = new TreeSet<>(expected);
        all.addAll(made);
        List<GoldenDifference> differences = new ArrayList<>();
        for (RelativePath path : all) {
            if (!made.contains(path)) {
                differences.add(new GoldenDifference(
                        path, Kind.FOLDER, 0, "the empty folder `" + path + "` is expected, and is not generated"));
            } else if (!expected.contains(path)) {
                differences.add(new GoldenDifference(
                        path, Kind.FOLDER, 0, "the empty folder `" + path + "` is generated, and is not expected"));
            }
        }
        return differences;
    }

    Problem in(GoldenCase golden) {
        Path file = kind == Kind.FOLDER ? GoldenCase.FOLDERS.under(golden.folder()) : path.under(golden.expected());
        return Problem.at(
                ProblemCode.CASE_DIFFERS,
                kind == Kind.CREATE ? null : new Place(file.toString(), line, 0),
                "case `" + golden.name() + "`: " + text);
    }
}
