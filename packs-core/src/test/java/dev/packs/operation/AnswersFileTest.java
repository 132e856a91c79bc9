package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.source.MemorySource;
import dev.packs.variables.ValueLayer;
import dev.packs.variables.ValueSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersFileTest {

    @TempDir
    private Path folder;

    private static Object value(ValueLayer layer) {
        return Objects.requireNonNull(layer.values().get("colour"), "no colour").value();
    }

    @Test
    void a_file_is_read_once_for_all_packs_and_each_has_its_own_values_first() throws IOException {
        Path file = Bench.write(folder.resolve("answers.toml"), "colour = \"red\"\n[for.base]\ncolour = \"blue\"\n");
        AnswersFile read = AnswersFile.read(file, ValueSource.ANSWERS_FILE);
        Files.delete(file);

        Map<String, List<ValueLayer>> layers = AnswersFile.layers(
                List.of(read), "web", List.of(MemorySource.id("base", "1.0.0"), MemorySource.id("web", "1.0.0")));

        assertThat(layers.get("base")).extracting(AnswersFileTest::value).containsExactly("blue", "red");
        assertThat(layers.get("web")).extracting(AnswersFileTest::value).containsExactly("red");
    }
}
