package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {

    @TempDir
    private Path folder;

    @Test
    void an_input_that_was_written_just_now_is_as_good_as_an_old_one() throws IOException {
        for (int i = 0; i < 10; i++) {
            Path file = Files.writeString(folder.resolve("input" + i), "x");
            FileStamp stamp = FileStamp.ofInput(file);
            assertThat(stamp.isSame(FileStamp.of(file))).isTrue();

            Files.writeString(file, "y");
            assertThat(stamp.isSame(FileStamp.of(file))).isFalse();
        }
    }

    @Test
    void an_input_of_the_future_is_never_the_same() throws IOException {
        Path file = Files.writeString(folder.resolve("input"), "x");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(FileStamp.ofInput(file).isSame(FileStamp.of(file))).isFalse();
    }

    @Test
    void what_is_not_there_stays_so() {
        assertThat(FileStamp.ofInput(folder.resolve("none")).isSame(FileStamp.of(folder.resolve("none"))))
                .isTrue();
    }
}
