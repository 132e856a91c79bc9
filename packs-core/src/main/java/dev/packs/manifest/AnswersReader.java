package dev.packs.manifest;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the values of variables from a TOML file. Whether a variable of the name exists and takes the value is not asked here. */
public final class AnswersReader {

    /** Bytes that an answers file may have. */
    public static final int LARGEST = 1024 * 1024;

    /** The table that holds the values of single packs, by their ids. */
    static final String BY_PACK = "for";

    private AnswersReader() {}

    /**
     * Reads a file.
     *
     * @param file as the user would name it
     * @throws PacksException {@link ProblemCode#ANSWERS_INVALID}, as often as something is wrong
     */
    public static Answers read(byte[] bytes, String file) {
        Problems problems = new Problems();
        TomlDocument document = parse(bytes, file);
        for (Problem problem : document.problems()) {
            problems.add(recoded(problem));
        }
        Map<String, Object> common = new LinkedHashMap<>(document.root().values());
        Object single = common.remove(BY_PACK);
        Map<String, Map<String, Object>> byPack = new LinkedHashMap<>();
        if (single instanceof Map<?, ?> packs) {
            TomlTable table = TomlTable.of(BY_PACK, packs);
            for (String id : table.values().keySet()) {
                Optional<TomlTable> values = table.table(id);
                if (values.isPresent()) {
                    byPack.put(id, values.get().values());
                } else {
                    problems.add(wrongFor(document, table.pathOf(id)));
                }
            }
        } else if (single != null) {
            problems.add(wrongFor(document, BY_PACK));
        }
        problems.throwIfAny();
        return new Answers(common, byPack, document.places());
    }

    private static TomlDocument parse(byte[] bytes, String file) {
        try {
            return TomlDocument.parse(bytes, file, LARGEST);
        } catch (PacksException failure) {
            throw new PacksException(
                    failure.problems().stream().map(AnswersReader::recoded).toList());
        }
    }

    private static Problem wrongFor(TomlDocument document, String path) {
        return Problem.at(ProblemCode.ANSWERS_INVALID, document.places().key(path), "`" + path + "` is not a table")
                .help("write the values for one pack as `[for.model]`, with its id for `model`");
    }

    private static Problem recoded(Problem problem) {
        return new Problem(ProblemCode.ANSWERS_INVALID, problem.message(), problem.place(), problem.help());
    }
}
