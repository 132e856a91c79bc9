package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.DiskFailure;
import dev.packs.manifest.Answers;
import dev.packs.manifest.AnswersReader;
import dev.packs.pack.PackId;
import dev.packs.variables.AnswerValues;
import dev.packs.variables.ValueLayer;
import dev.packs.variables.ValueSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A TOML file with values of variables, read once for however many packs it speaks of.
 *
 * @param source how much it counts
 */
record AnswersFile(Answers answers, ValueSource source) {

    /** @throws dev.packs.PacksException if the file is not there, or wrong */
    static AnswersFile read(Path file, ValueSource source) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of(ProblemCode.ANSWERS_INVALID, "there is no answers file `" + file + "`")
                    .help("name a TOML file with a line `variable = value` for each")
                    .asException();
        }
        try {
            return new AnswersFile(AnswersReader.read(Files.readAllBytes(file), file.toString()), source);
        } catch (IOException failed) {
            throw DiskFailure.reading(file, failed);
        }
    }

    /**
     * The values that hold for a declaration.
     *
     * @param id the declaration's, or the pack's
     * @throws dev.packs.PacksException if the file is not there, or wrong
     */
    static ValueLayer read(Path file, String id, ValueSource source) {
        return read(file, source).layer(id);
    }

    private ValueLayer layer(String id) {
        return AnswerValues.layer(source, answers, id);
    }

    /** What the files, the strongest first, say for one pack. */
    static List<ValueLayer> layers(List<AnswersFile> files, String id) {
        List<ValueLayer> layers = new ArrayList<>();
        for (AnswersFile file : files) {
            layers.add(file.layer(id));
        }
        return layers;
    }

    /**
     * What they say for each of some packs, by its id: in a file what is said for the pack itself comes before what is said for the one that is generated.
     *
     * @param root the id of that one
     */
    static Map<String, List<ValueLayer>> layers(List<AnswersFile> files, String root, List<PackId> packs) {
        Map<String, List<ValueLayer>> layers = new HashMap<>();
        for (PackId pack : packs) {
            String id = pack.name().id();
            List<ValueLayer> own = new ArrayList<>();
            for (AnswersFile file : files) {
                own.add(file.layer(id));
                if (!id.equals(root)) {
                    own.add(file.layer(root));
                }
            }
            layers.put(id, own);
        }
        return layers;
    }
}
