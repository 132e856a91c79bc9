package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
import dev.packs.pack.Overwrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaffoldWriterTest {

    @TempDir
    Path folder;

    private final List<RenderedFile> files = new ArrayList<>();

    private void file(String path, String text) {
        file(path, text, FileMode.PLAIN, Overwrite.NEVER);
    }

    private void file(String path, String text, FileMode mode, Overwrite overwrite) {
        files.add(new RenderedFile(
                RelativePath.parse(path), FileContent.of(text.getBytes(StandardCharsets.UTF_8)), mode, overwrite));
    }

    private GenerationPlan plan(Path root, ScaffoldWriter.Existing existing) {
        try (ScaffoldWriter writer = ScaffoldWriter.dryRun(root, existing)) {
            files.forEach(writer);
            return writer.plan();
        }
    }

    private void write(Path root, ScaffoldWriter.Existing existing) {
        try (ScaffoldWriter writer = ScaffoldWriter.open(root, existing)) {
            files.forEach(writer);
            writer.commit();
        }
    }

    private static List<ProblemCode> codes(GenerationPlan plan) {
        return plan.problems().stream().map(Problem::code).toList();
    }

    @Test
    void a_file_in_the_place_of_the_folder_or_above_it_is_one_problem() throws IOException {
        Path mine = Files.writeString(folder.resolve("my-api"), "mine");
        file("a.txt", "a");
        file("b/c.txt", "c");
        for (Path root : List.of(mine, mine.resolve("below/it"))) {
            for (ScaffoldWriter.Existing existing : ScaffoldWriter.Existing.values()) {
                GenerationPlan plan = plan(root, existing);
                assertThat(plan.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.OUTPUT_EXISTS);
                    assertThat(problem.message()).isEqualTo("`" + mine + "` is a file, and a folder has to be there");
                });
                assertThat(plan.changes()).hasSize(2);
                assertThatThrownBy(() -> write(root, existing)).hasMessageContaining("is a file");
            }
        }
        assertThat(mine).hasContent("mine");
        assertThat(folder).isDirectoryNotContaining("glob:**staging*");
    }

    @Test
    void one_file_in_the_way_is_one() {
        file("a.txt", "a");
        file("b.txt", "b");
        Path root = folder.resolve("my-api");
        write(root, ScaffoldWriter.Existing.KEEP);
        files.remove(1);
        file("b.txt", "other");

        assertThat(plan(root, ScaffoldWriter.Existing.KEEP).problems())
                .singleElement()
                .asString()
                .contains("1 of 2 files is there already and differs: `b.txt`", "(that one is overwritten)");
        assertThat(plan(root, ScaffoldWriter.Existing.ADD).problems())
                .singleElement()
                .asString()
                .contains("1 of 2 files is in `", "already and differs: `b.txt`", "to overwrite it");
    }

    @Test
    void a_file_that_lies_ready_is_moved() throws IOException {
        Path ready = Files.writeString(folder.resolve("ready"), "made aside");
        Path root = folder.resolve("my-api");
        files.add(
                new RenderedFile(RelativePath.parse("a/b.txt"), new ReadyFile(ready), FileMode.PLAIN, Overwrite.NEVER));
        write(root, ScaffoldWriter.Existing.KEEP);
        assertThat(ready).doesNotExist();
        assertThat(root.resolve("a/b.txt")).hasContent("made aside");
    }

    @Test
    void a_folder_that_lies_ready_becomes_the_project() throws IOException {
        Path ready = Files.createDirectories(folder.resolve("ready/src"));
        Path text = Files.writeString(ready.resolve("b.txt"), "made aside");
        Object key = Files.readAttributes(ready, BasicFileAttributes.class).fileKey();
        Path root = folder.resolve("my-api");
        taken("src/b.txt", text);
        file(".packs/own.txt", "ours");
        write(root, folder.resolve("ready"));
        assertThat(folder.resolve("ready")).doesNotExist();
        assertThat(root.resolve("src/b.txt")).hasContent("made aside");
        assertThat(root.resolve(".packs/own.txt")).hasContent("ours");
        assertThat(Files.readAttributes(root.resolve("src"), BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(key);
        assertThat(folder).isDirectoryNotContaining("glob:**staging*");
    }

    @Test
    void a_folder_that_lies_ready_does_not_take_the_place_of_one() throws IOException {
        Path ready = Files.createDirectories(folder.resolve("ready"));
        Path text = Files.writeString(ready.resolve("b.txt"), "made aside");
        Path root = Files.createDirectories(folder.resolve("my-api"));
        Object key = Files.readAttributes(root, BasicFileAttributes.class).fileKey();
        taken("b.txt", text);
        write(root, ready);
        assertThat(root.resolve("b.txt")).hasContent("made aside");
        assertThat(Files.readAttributes(root, BasicFileAttributes.class).fileKey())
                .isEqualTo(key);
    }

    @Test
    void of_a_folder_that_was_taken_nothing_is_left_when_writing_ends_early() throws IOException {
        Path ready = Files.createDirectories(folder.resolve("ready"));
        Path text = Files.writeString(ready.resolve("b.txt"), "made aside");
        Path root = folder.resolve("above/my-api");
        try (ScaffoldWriter writer = ScaffoldWriter.open(root, ScaffoldWriter.Existing.KEEP)) {
            writer.take(ready);
            writer.accept(new RenderedFile(
                    RelativePath.parse("b.txt"), new ReadyFile(text), FileMode.PLAIN, Overwrite.NEVER));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void taken(String path, Path ready) {
        files.add(new RenderedFile(RelativePath.parse(path), new ReadyFile(ready), FileMode.PLAIN, Overwrite.NEVER));
    }

    private void write(Path root, Path ready) {
        try (ScaffoldWriter writer = ScaffoldWriter.open(root, ScaffoldWriter.Existing.KEEP)) {
            writer.take(ready);
            files.forEach(writer);
            writer.commit();
        }
    }

    @Test
    void a_link_that_lies_ready_is_refused() throws IOException {
        Path ready = Files.createSymbolicLink(folder.resolve("ready"), folder.resolve("elsewhere"));
        files.add(new RenderedFile(RelativePath.parse("a.txt"), new ReadyFile(ready), FileMode.PLAIN, Overwrite.NEVER));
        assertThatThrownBy(() -> write(folder.resolve("my-api"), ScaffoldWriter.Existing.KEEP))
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("is a link");
    }

    @Test
    void a_new_folder_appears_with_everything_in_it_and_nothing_beside_it() throws IOException {
        file("pom.xml", "<project/>");
        file("src/main/App.java", "class App {}");
        file("mvn.sh", "#!", FileMode.EXECUTABLE, Overwrite.NEVER);
        Path root = folder.resolve("deep/er/my-api");
        write(root, ScaffoldWriter.Existing.KEEP);
        assertThat(TestPack.tree(folder))
                .isEqualTo(Map.of(
                        "deep/", "",
                        "deep/er/", "",
                        "deep/er/my-api/", "",
                        "deep/er/my-api/pom.xml", "<project/>",
                        "deep/er/my-api/mvn.sh", "#!",
                        "deep/er/my-api/src/", "",
                        "deep/er/my-api/src/main/", "",
                        "deep/er/my-api/src/main/App.java", "class App {}"));
        assertThat(Files.isExecutable(root.resolve("mvn.sh"))).isTrue();
        assertThat(Files.isExecutable(root.resolve("pom.xml"))).isFalse();
    }

    @Test
    void an_empty_folder_is_filled() throws IOException {
        Path root = Files.createDirectory(folder.resolve("my-api"));
        file("a/b.txt", "b");
        write(root, ScaffoldWriter.Existing.KEEP);
        assertThat(TestPack.tree(root)).isEqualTo(Map.of("a/", "", "a/b.txt", "b"));
    }

    @Test
    void collisions_are_listed_and_nothing_changes() {
        TestPack.write(folder.resolve("a.txt"), "mine");
        TestPack.write(folder.resolve("same.txt"), "same");
        file("a.txt", "theirs");
        file("b.txt", "always", FileMode.PLAIN, Overwrite.ALWAYS);
        file("same.txt", "same");
        TestPack.write(folder.resolve("b.txt"), "mine too");
        GenerationPlan plan = plan(folder, ScaffoldWriter.Existing.KEEP);
        assertThat(codes(plan)).containsExactly(ProblemCode.OUTPUT_EXISTS);
        assertThat(plan.problems().get(0).message()).contains("2 of 3 files").contains("`a.txt`, `b.txt`");
        assertThat(plan.changes())
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Keep", "Replace", "Unchanged");
        assertThatThrownBy(() -> write(folder, ScaffoldWriter.Existing.KEEP)).isInstanceOf(PacksException.class);
        assertThat(TestPack.tree(folder)).containsEntry("a.txt", "mine").hasSize(3);
    }

    @Test
    void a_folder_with_other_things_in_it_is_refused_too() {
        TestPack.write(folder.resolve("README.md"), "mine");
        file("a.txt", "theirs");
        assertThat(codes(plan(folder, ScaffoldWriter.Existing.KEEP))).containsExactly(ProblemCode.FOLDER_NOT_EMPTY);
    }

    @Test
    void the_same_again_changes_nothing_and_is_no_problem() throws IOException {
        file("a/b.txt", "b");
        write(folder.resolve("x"), ScaffoldWriter.Existing.KEEP);
        var before = Files.getLastModifiedTime(folder.resolve("x/a/b.txt"));
        write(folder.resolve("x"), ScaffoldWriter.Existing.KEEP);
        assertThat(Files.getLastModifiedTime(folder.resolve("x/a/b.txt"))).isEqualTo(before);
    }

    @Test
    void with_force_differing_files_are_replaced_and_others_stay() {
        TestPack.write(folder.resolve("a.txt"), "mine");
        TestPack.write(folder.resolve("other.txt"), "other");
        file("a.txt", "theirs");
        file("n/e/w.txt", "new");
        write(folder, ScaffoldWriter.Existing.REPLACE);
        assertThat(TestPack.tree(folder))
                .isEqualTo(Map.of("a.txt", "theirs", "other.txt", "other", "n/", "", "n/e/", "", "n/e/w.txt", "new"));
    }

    @Test
    void links_are_not_followed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.createSymbolicLink(root.resolve("src"), outside);
        Files.createSymbolicLink(root.resolve("a.txt"), outside.resolve("a.txt"));
        file("a.txt", "x");
        file("src/b.txt", "x");
        GenerationPlan plan = plan(root, ScaffoldWriter.Existing.REPLACE);
        assertThat(codes(plan)).containsExactly(ProblemCode.LINK_REFUSED, ProblemCode.LINK_REFUSED);
        assertThat(TestPack.tree(outside)).isEmpty();
    }

    @Test
    void a_folder_in_a_files_place_is_a_conflict_even_with_force() throws IOException {
        Files.createDirectories(folder.resolve("a.txt"));
        TestPack.write(folder.resolve("src"), "a file");
        file("a.txt", "x");
        file("src/b.txt", "x");
        GenerationPlan plan = plan(folder, ScaffoldWriter.Existing.REPLACE);
        assertThat(codes(plan)).containsExactly(ProblemCode.OUTPUT_EXISTS, ProblemCode.OUTPUT_EXISTS);
    }

    @Test
    void a_failure_while_contents_are_read_leaves_nothing_behind() {
        file("a.txt", "x");
        files.add(new RenderedFile(
                RelativePath.parse("b.txt"),
                () -> {
                    throw Problem.of(ProblemCode.READ_FAILED, "gone").asException();
                },
                FileMode.PLAIN,
                Overwrite.NEVER));
        assertThatThrownBy(() -> write(folder.resolve("p/q"), ScaffoldWriter.Existing.KEEP))
                .isInstanceOf(PacksException.class);
        assertThat(TestPack.tree(folder)).isEmpty();
    }

    @Test
    void a_failure_half_way_through_the_moves_is_undone() throws IOException {
        TestPack.write(folder.resolve("a.txt"), "mine");
        TestPack.write(folder.resolve("m.txt"), "mine");
        file("a.txt", "theirs");
        file("k/new.txt", "new");
        file("z.txt", "new");
        try (ScaffoldWriter writer = ScaffoldWriter.open(folder, ScaffoldWriter.Existing.REPLACE)) {
            files.forEach(writer);
            // Somebody makes a file after it was looked for, where the last move goes.
            TestPack.write(folder.resolve("z.txt/in.txt"), "in the way");
            PacksException failed = catchThrowableOfType(PacksException.class, writer::commit);
            assertThat(failed.problems().get(0).code()).isEqualTo(ProblemCode.WRITE_FAILED);
        }
        assertThat(TestPack.tree(folder))
                .isEqualTo(Map.of("a.txt", "mine", "m.txt", "mine", "z.txt/", "", "z.txt/in.txt", "in the way"));
    }

    @Test
    void what_a_killed_run_left_is_undone_by_the_next() throws IOException {
        TestPack.write(folder.resolve("a.txt"), "theirs");
        TestPack.write(folder.resolve("new.txt"), "theirs");
        Path staging = folder.resolve(".packs-staging");
        TestPack.write(staging.resolve("journal"), "R a.txt\nC new.txt\nR c.txt\nD d.txt\n");
        TestPack.write(staging.resolve("old/0"), "mine");
        TestPack.write(staging.resolve("new/2"), "never moved");
        TestPack.write(folder.resolve("c.txt"), "mine");
        TestPack.write(staging.resolve("old/3"), "mine");
        ScaffoldWriter.recover(folder);
        assertThat(TestPack.tree(folder)).isEqualTo(Map.of("a.txt", "mine", "c.txt", "mine", "d.txt", "mine"));
    }

    @Test
    void a_staging_folder_without_journal_is_just_cleared() throws IOException {
        Path root = folder.resolve("my-api");
        TestPack.write(folder.resolve(".packs-staging-my-api/new/0/pom.xml"), "half");
        file("pom.xml", "whole");
        write(root, ScaffoldWriter.Existing.KEEP);
        assertThat(TestPack.tree(folder)).isEqualTo(Map.of("my-api/", "", "my-api/pom.xml", "whole"));
    }

    @Test
    void two_at_once_do_not_get_into_each_others_way() {
        try (StagedChanges first = StagedChanges.open(folder, ".packs-staging")) {
            file("a.txt", "x");
            PacksException busy =
                    catchThrowableOfType(PacksException.class, () -> write(folder, ScaffoldWriter.Existing.REPLACE));
            assertThat(busy.problems().get(0).code()).isEqualTo(ProblemCode.LOCK_BUSY);
            first.commit();
        }
        assertThat(TestPack.tree(folder)).isEmpty();
    }

    @Test
    void ten_thousand_files_appear() {
        for (int i = 0; i < 10_000; i++) {
            file("src/p" + i % 100 + "/F" + i + ".java", "class F" + i + " {}");
        }
        write(folder.resolve("big"), ScaffoldWriter.Existing.KEEP);
        assertThat(TestPack.tree(folder)).hasSize(10_000 + 100 + 2);
    }
}
