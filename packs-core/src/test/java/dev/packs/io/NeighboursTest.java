package dev.packs.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {

    @TempDir
    private Path folder;

    @Test
    void the_nearest_that_can_be_meant_is_asked_for() throws IOException {
        Files.createDirectory(folder.resolve("market"));
        Files.writeString(folder.resolve("markets"), "");

        assertThat(Neighbours.question(folder.resolve("markte"), Files::exists)).isEqualTo("did you mean `market`?\n");
        assertThat(Neighbours.question(folder.resolve("markte"), Files::isRegularFile))
                .isEqualTo("did you mean `markets`?\n");
        assertThat(Neighbours.question(folder.resolve("else"), Files::exists)).isEmpty();
        assertThat(Neighbours.question(folder.resolve("none/market"), Files::exists))
                .isEmpty();
        assertThat(Neighbours.names(folder)).containsExactly("market", "markets");
    }
}
