package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @TempDir
    private Path place;

    private final Instant longAgo = Instant.now().minus(Duration.ofHours(1));

    @Test
    void it_lies_in_the_nearest_folder_that_exists_and_goes_again() {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.beside(place.resolve("a/b/c"))) {
            path = folder.path();
            folder.write("file", new byte[] {1});
            assertThat(path).exists().hasParent(place);
            assertThat(path.getFileName().toString()).startsWith(".packs-aside-");
        }
        assertThat(path).doesNotExist();
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_goes_with_the_next() throws IOException {
        Path left = leftOver("old", longAgo);
        Path young = leftOver("young", Instant.now());
        Path mine = Files.createDirectory(place.resolve("packs-aside"));
        try (TemporaryFolder folder = TemporaryFolder.beside(place)) {
            assertThat(folder.path()).exists();
            assertThat(left).doesNotExist();
            assertThat(young).as("may be about to be locked").exists();
            assertThat(mine).exists();
        }
    }

    @Test
    void what_is_missing_elsewhere_stays_until_it_is_put_back() throws IOException {
        Path left = leftOver("old", longAgo);
        Files.writeString(left.resolve("taken-name"), ".site");
        Files.createDirectories(left.resolve("taken/page"));
        Path unreadable = leftOver("odd", longAgo);
        Files.writeString(unreadable.resolve("taken-name"), "a\0b");
        Files.createDirectories(unreadable.resolve("taken"));
        Files.setLastModifiedTime(left, FileTime.from(longAgo));
        Files.setLastModifiedTime(unreadable, FileTime.from(longAgo));

        TemporaryFolder.beside(place).close();
        assertThat(left.resolve("taken/page")).exists();
        assertThat(unreadable).doesNotExist();

        TemporaryFolder.putBack(place.resolve("other"));
        assertThat(place.resolve("other")).doesNotExist();
        TemporaryFolder.putBack(place.resolve(".site"));
        assertThat(place.resolve(".site/page")).exists();

        TemporaryFolder.beside(place).close();
        assertThat(left).as("moved from just now, and so young").exists();
    }

    @Test
    void what_another_one_uses_stays() throws IOException {
        Path used = leftOver("used", longAgo);
        try (FileChannel lock = FileChannel.open(used.resolve("lock"), StandardOpenOption.WRITE)) {
            lock.lock();
            TemporaryFolder.beside(place).close();
            assertThat(used.resolve("base/file")).exists();
        }
    }

    @Test
    void a_link_of_that_name_is_not_followed() throws IOException {
        Path others = Files.createDirectory(place.resolve("others"));
        Files.createFile(others.resolve("lock"));
        Files.setLastModifiedTime(others, FileTime.from(longAgo));
        Files.createSymbolicLink(place.resolve(".packs-aside-link"), others);
        TemporaryFolder.beside(place).close();
        assertThat(others.resolve("lock")).exists();
    }

    private Path leftOver(String name, Instant made) throws IOException {
        Path folder = place.resolve(".packs-aside-" + name);
        Files.createDirectories(folder.resolve("base"));
        Files.createFile(folder.resolve("base/file"));
        Files.createFile(folder.resolve("lock"));
        Files.setLastModifiedTime(folder, FileTime.from(made));
        return folder;
    }
}
