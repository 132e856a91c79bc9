package dev.packs.manifest;

import static dev.packs.manifest.Key.may;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.util.List;
import java.util.Map;

/** Reads the {@code case.toml} of a golden case. */
public final class CaseSettingsReader {

    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST = 1000;

    private static final String BUILD = "build";
    private static final String GRAPH = "graph";
    private static final String COMPARE = "compare";

    private static final Shape LINES = new Shape.Many(new Shape.Text(TextKind.LINE, LONGEST), 0);
    private static final Shape.Table CASE = new Shape.Table(
            "case.toml",
            List.of(
                    may(BUILD, LINES, "What Maven runs in the generated project", "[\"verify\"]"),
                    may(GRAPH, LINES, "Graph files that the queries see", "[\"model.ttl\"]"),
                    may(COMPARE, new Shape.Flag(), "Whether the files are compared", "true")));

    private CaseSettingsReader() {}

    /**
     * Reads a file.
     *
     * @param file as the user would name it
     * @throws PacksException {@link ProblemCode#CASE_INVALID}, as often as something is wrong
     */
    public static CaseSettings read(byte[] bytes, String file) {
        try {
            TomlDocument document = TomlDocument.parse(bytes, file, LARGEST);
            Problems problems = new Problems();
            problems.addAll(document.problems());
            TomlTable root = document.root();
            new SchemaCheck(Map.of(), document.places(), problems).check(CASE, root.values(), TomlPath.ROOT);
            problems.throwIfAny();
            return new CaseSettings(
                    root.texts(BUILD), root.texts(GRAPH), root.value(COMPARE).isEmpty() || root.flag(COMPARE));
        } catch (PacksException failure) {
            throw new PacksException(
                    failure.problems().stream().map(CaseSettingsReader::recoded).toList());
        }
    }

    private static Problem recoded(Problem problem) {
        return new Problem(ProblemCode.CASE_INVALID, problem.message(), problem.place(), problem.help());
    }
}
