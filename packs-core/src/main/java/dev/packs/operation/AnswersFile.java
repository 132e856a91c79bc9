package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.DiskFailure;
import dev.packs.manifest.Answers;
import dev.packs.manifest.AnswersReader;
import dev.packs.variables.AnswerValues;
import dev.packs.variables.ValueLayer;
import dev.packs.variables.ValueSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A TOML file with values of variables, as one layer of what was given. */
final class AnswersFile {

    private AnswersFile() {}

    /**
     * The values that hold for a declaration.
     *
     * @param id the declaration's, or the pack's
     * @throws dev.packs.PacksException if the file is not there, or wrong
     */
    static ValueLayer read(Path file, String id, ValueSource source) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of(ProblemCode.ANSWERS_INVALID, "there is no answers file `" + file + "`")
                    .help("name a TOML file with a line `variable = value` for each")
                    .asException();
        }
        try {
            Answers answers = AnswersReader.read(Files.readAllBytes(file), file.toString());
            return AnswerValues.layer(source, answers, id);
        } catch (IOException failed) {
            throw DiskFailure.reading(file, failed);
        }
    }
}
