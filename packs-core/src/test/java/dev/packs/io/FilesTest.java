package dev.packs.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Covers {@link AtomicFiles}, {@link FolderTree}, {@link DeletedTree}, {@link RegularFile} and {@link DiskFailure}. */
class FilesTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_is_written_with_the_folders_above_it() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        assertThat(AtomicFiles.durable().write(file, bytes("hello"))).isTrue();
        assertThat(file).hasContent("hello");
        assertThat(folder.resolve("a/b").toFile().list()).containsExactly("c.txt");
    }

    @Test
    void equal_content_is_left_untouched() throws IOException {
        Path file = folder.resolve("c.txt");
        AtomicFiles.fast().write(file, bytes("hello"));
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, old);
        assertThat(AtomicFiles.fast().write(file, bytes("hello"))).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
        assertThat(AtomicFiles.fast().write(file, bytes("hallo"))).isTrue();
        assertThat(file).hasContent("hallo");
    }

    @Test
    void the_executable_bit_is_set_taken_and_kept() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = folder.resolve("run");
        assertThat(AtomicFiles.fast().write(file, bytes("1"), FileMode.EXECUTABLE))
                .isTrue();
        assertThat(Files.isExecutable(file)).isTrue();
        assertThat(AtomicFiles.fast().write(file, bytes("2"))).isTrue();
        assertThat(Files.isExecutable(file)).isTrue();
        assertThat(AtomicFiles.fast().write(file, bytes("2"), FileMode.PLAIN)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .doesNotContain("x");
        assertThat(AtomicFiles.fast().write(file, bytes("2"), FileMode.PLAIN)).isFalse();
    }

    @Test
    void a_link_is_replaced_and_not_written_through() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        assertThat(AtomicFiles.fast().write(link, bytes("mine"))).isTrue();
        assertThat(Files.isSymbolicLink(link)).isFalse();
        AtomicFiles.fast().write(link, bytes("yours"));
        assertThat(target).hasContent("mine");
    }

    @Test
    void a_failed_write_leaves_nothing_behind() throws IOException {
        Path inTheWay = folder.resolve("taken");
        Files.createDirectories(inTheWay.resolve("child"));
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> AtomicFiles.durable().write(inTheWay, bytes("x")))
                .satisfies(failed -> assertThat(failed.problems().get(0).code()).isEqualTo(ProblemCode.WRITE_FAILED));
        assertThat(folder.toFile().list()).containsExactly("taken");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> AtomicFiles.durable().write(file.resolve("below"), bytes("x")));
    }

    @Test
    void what_a_killed_write_left_is_found() throws IOException {
        Path left = Files.createFile(folder.resolve(".pom.xml.abc123.packs-tmp"));
        Files.createFile(folder.resolve("pom.xml"));
        assertThat(AtomicFiles.leftOvers(folder)).as("somebody may be at work").isEmpty();
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(90)));
        assertThat(AtomicFiles.leftOvers(folder)).containsExactly(left);
        assertThat(AtomicFiles.leftOvers(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void a_name_as_long_as_the_system_allows_can_be_written() {
        Path file = folder.resolve("ü".repeat(120));
        assertThat(AtomicFiles.fast().write(file, bytes("x"))).isTrue();
        assertThat(file).hasContent("x");
    }

    @Test
    void readers_see_one_content_or_the_other_while_writers_write() throws Exception {
        Path file = folder.resolve("busy");
        AtomicFiles.fast().write(file, bytes("a".repeat(50_000)));
        AtomicInteger wrong = new AtomicInteger();
        Thread[] writers = new Thread[3];
        for (int w = 0; w < writers.length; w++) {
            byte[] content = bytes(String.valueOf((char) ('a' + w)).repeat(50_000));
            writers[w] = new Thread(() -> {
                for (int i = 0; i < 40; i++) {
                    AtomicFiles.fast().write(file, content);
                }
            });
            writers[w].start();
        }
        for (int i = 0; i < 200; i++) {
            String text = Files.readString(file);
            if (text.length() != 50_000 || text.charAt(0) != text.charAt(49_999)) {
                wrong.incrementAndGet();
            }
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(wrong).hasValue(0);
        assertThat(AtomicFiles.leftOvers(folder)).isEmpty();
    }

    @Test
    void a_folder_is_listed_with_hidden_files_and_without_git() throws IOException {
        Files.writeString(folder.resolve(".hidden"), "h");
        Files.createDirectories(folder.resolve("a/.git/objects"));
        Files.writeString(folder.resolve("a/.git/HEAD"), "x");
        Files.writeString(folder.resolve("a/b.txt"), "b");
        Files.writeString(Files.createDirectories(folder.resolve("work")).resolve(".git"), "gitdir: elsewhere");
        FolderTree tree = FolderTree.read(folder);
        assertThat(tree.paths()).extracting(RelativePath::text).containsExactly(".hidden", "a/b.txt");
        assertThat(tree.read(RelativePath.parse("a/b.txt"))).hasValue(bytes("b"));
        assertThat(tree.read(RelativePath.parse("a/.git/HEAD"))).isEmpty();
        assertThat(tree.isExecutable(RelativePath.parse("a/b.txt"))).isFalse();
        AtomicFiles.fast().write(folder.resolve("run"), bytes("x"), FileMode.EXECUTABLE);
        FolderTree again = FolderTree.read(folder);
        assertThat(FileMode.of(again, RelativePath.parse("run"))).isEqualTo(FileMode.EXECUTABLE);
        assertThat(FileMode.of(again, RelativePath.parse("a/b.txt"))).isEqualTo(FileMode.PLAIN);
    }

    @Test
    void links_and_names_that_do_not_travel_are_all_reported() throws IOException {
        Files.createSymbolicLink(folder.resolve("out"), Path.of("/"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
        Files.writeString(folder.resolve("nul.txt"), "x");
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> FolderTree.read(folder))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .extracting(Problem::code)
                        .containsExactlyInAnyOrder(
                                ProblemCode.LINK_REFUSED, ProblemCode.LINK_REFUSED, ProblemCode.PATH_ESCAPES));
    }

    @Test
    void a_missing_folder_is_a_problem() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> FolderTree.read(folder.resolve("missing")))
                .satisfies(failed -> assertThat(failed.problems().get(0).code()).isEqualTo(ProblemCode.READ_FAILED));
    }

    @Test
    void a_file_that_became_a_link_is_not_read() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "x");
        FolderTree tree = FolderTree.read(folder);
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> tree.read(RelativePath.parse("a")))
                .satisfies(failed -> assertThat(failed.problems().get(0).code()).isEqualTo(ProblemCode.LINK_REFUSED));
        Files.delete(file);
        assertThatExceptionOfType(PacksException.class).isThrownBy(() -> tree.read(RelativePath.parse("a")));
    }

    @Test
    void deleting_follows_no_link() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("kept"));
        Files.writeString(kept.resolve("precious"), "p");
        Path gone = Files.createDirectories(folder.resolve("gone/deep"));
        Files.writeString(gone.resolve("f"), "f");
        Files.createSymbolicLink(gone.resolve("link"), kept);
        DeletedTree.delete(folder.resolve("gone"));
        assertThat(folder.resolve("gone")).doesNotExist();
        assertThat(kept.resolve("precious")).hasContent("p");
        DeletedTree.delete(folder.resolve("gone"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), kept);
        DeletedTree.delete(link);
        assertThat(link).doesNotExist();
        assertThat(kept.resolve("precious")).exists();
    }

    @Test
    void a_full_disk_is_recognised_by_what_the_system_says() {
        for (String words : new String[] {"No space left on device", "Disk quota exceeded"}) {
            Problem problem = DiskFailure.writing(folder.resolve("x"), 5_000_000, new IOException(words))
                    .problems()
                    .get(0);
            assertThat(problem.code()).isEqualTo(ProblemCode.DISK_FULL);
            assertThat(problem.message()).contains("needs 5000 kB").contains("are free");
        }
        assertThat(DiskFailure.writing(folder.resolve("x"), Long.MAX_VALUE, new IOException("Kein Platz mehr"))
                        .problems()
                        .get(0)
                        .code())
                .isEqualTo(ProblemCode.DISK_FULL);
    }

    @Test
    void other_failures_say_what_the_system_said() {
        Path file = folder.resolve("x");
        assertThat(DiskFailure.writing(file, 1, new AccessDeniedException("x"))
                        .problems()
                        .get(0)
                        .toString())
                .startsWith("PACKS-207 ")
                .contains("permission denied")
                .contains("help:");
        assertThat(DiskFailure.reading(file, new NoSuchFileException("x")).getMessage())
                .contains("no such file");
        assertThat(DiskFailure.writing(file, 1, new FileAlreadyExistsException(file.toString()))
                        .getMessage())
                .contains("could not be written: a file stands where a folder has to be");
        assertThat(DiskFailure.reading(file, new IOException("it broke")).getMessage())
                .contains("it broke");
        assertThat(DiskFailure.reading(file, new IOException()).getMessage()).contains("IOException");
    }

    @Test
    void a_folder_without_permission_says_so() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> AtomicFiles.fast().write(closed.resolve("x"), bytes("x")))
                .withMessageContaining("permission denied");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
