package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.DeletedTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.ForEach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncrementalGenerationTest {

    private static final String KEY = "key\nof several lines";

    @TempDir
    Path folder;

    private TestPack pack;
    private Path root;
    private Path input;
    private String renderer = "packs 1";
    private BoundGeneration.Options options = BoundGeneration.Options.standard();

    @BeforeEach
    void makePack() throws IOException {
        pack = new TestPack(folder.resolve("pack"), "model");
        root = folder.resolve("target/packs/model");
        input = TestPack.write(folder.resolve("answers.toml"), "x = 1");
        Files.setLastModifiedTime(input, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        pack.value("name", "Jo").value("other", 1L);
        pack.template("a", "src/A.txt", "A <name>").template("b", "src/B.txt", "B <other>");
    }

    private GenerationReport generate() {
        return generate(root);
    }

    private GenerationReport generate(Path to) {
        BoundGeneration bound = new BoundGeneration(to, KEY, renderer, List.of(InputFile.of(input)), options);
        return new IncrementalGeneration(bound, TestPack.rendering(pack)).run();
    }

    private List<ProblemCode> failure() {
        return catchThrowableOfType(PacksException.class, this::generate).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private boolean isUpToDate() {
        return UpToDateCheck.isUpToDate(BoundGeneration.ledgerOf(root), KEY, root);
    }

    private static List<RelativePath> paths(String... paths) {
        return Arrays.stream(paths).map(RelativePath::parse).toList();
    }

    private Map<String, String> tree() {
        return TestPack.tree(root);
    }

    @Test
    void the_first_generation_writes_everything_and_a_second_has_nothing_to_do() {
        GenerationReport first = generate();
        assertThat(first.created()).isEqualTo(paths("src/A.txt", "src/B.txt"));
        assertThat(first.renderedTemplates()).isEqualTo(2);
        assertThat(tree()).isEqualTo(Map.of("src/", "", "src/A.txt", "A Jo", "src/B.txt", "B 1"));
        assertThat(isUpToDate()).isTrue();
        GenerationReport second = generate();
        assertThat(second.reused()).hasSize(2);
        assertThat(second.renderedTemplates()).isZero();
        assertThat(second.changed()).isEmpty();
        assertThat(isUpToDate()).isTrue();
        assertThat(TestPack.tree(TestPack.parent(root)))
                .containsOnlyKeys("model/", "model/src/", "model/src/A.txt", "model/src/B.txt", "model.ledger");
    }

    @Test
    void the_check_sees_every_change() throws IOException {
        generate();
        Path ledger = BoundGeneration.ledgerOf(root);
        assertThat(UpToDateCheck.isUpToDate(ledger, "key\nof several line", root))
                .isFalse();
        assertThat(UpToDateCheck.isUpToDate(ledger, KEY + "!", root)).isFalse();
        assertThat(UpToDateCheck.isUpToDate(ledger, "", root)).isFalse();
        assertThat(UpToDateCheck.isUpToDate(folder.resolve("none"), KEY, root)).isFalse();
        assertThat(isUpToDate()).isTrue();
        later(TestPack.write(root.resolve("src/A.txt"), "A jo"));
        assertThat(isUpToDate()).isFalse();
        generate();
        Files.delete(root.resolve("src/B.txt"));
        assertThat(isUpToDate()).isFalse();
        generate();
        assertThat(isUpToDate()).isTrue();
        TestPack.write(input, "x = 2");
        assertThat(isUpToDate()).isFalse();
        Files.delete(input);
        assertThat(isUpToDate()).isFalse();
        generate();
        assertThat(isUpToDate()).isTrue();
        TestPack.write(input, "x = 1");
        assertThat(isUpToDate()).isFalse();
        Files.writeString(ledger, "packs-ledger 1\nkey");
        assertThat(isUpToDate()).isFalse();
    }

    @Test
    void an_output_that_was_swapped_for_one_of_equal_size_and_time_is_noticed_by_the_next_generation()
            throws IOException {
        generate();
        Path output = root.resolve("src/A.txt");
        FileTime time = Files.getLastModifiedTime(output);
        Path twin = TestPack.write(folder.resolve("twin"), "A Xo");
        Files.setLastModifiedTime(twin, time);
        Files.delete(output);
        Files.move(twin, output);
        assertThat(generate().replaced()).isEqualTo(paths("src/A.txt"));
        assertThat(tree()).containsEntry("src/A.txt", "A Jo");
    }

    @Test
    void an_input_that_changed_just_now_is_not_trusted() throws IOException {
        Files.setLastModifiedTime(input, FileTime.from(Instant.now().plusSeconds(60)));
        generate();
        assertThat(isUpToDate()).isFalse();
    }

    @Test
    void a_changed_value_renders_what_read_it() {
        generate();
        pack.value("name", "Al");
        GenerationReport report = generate();
        assertThat(report.replaced()).isEqualTo(paths("src/A.txt"));
        assertThat(report.reused()).isEqualTo(paths("src/B.txt"));
        assertThat(report.renderedTemplates()).isEqualTo(1);
        assertThat(tree()).containsEntry("src/A.txt", "A Al");
    }

    @Test
    void a_changed_template_or_include_renders_what_is_made_of_it() {
        pack.file("templates/part", "1").template("c", "C.txt", "@include templates/part@");
        generate();
        pack.file("templates/part", "2");
        assertThat(generate().replaced()).isEqualTo(paths("C.txt"));
        pack.file("templates/b", "B! <other>");
        assertThat(generate().replaced()).isEqualTo(paths("src/B.txt"));
    }

    @Test
    void equal_bytes_are_not_written_again() throws IOException {
        generate();
        FileTime before = Files.getLastModifiedTime(root.resolve("src/A.txt"));
        pack.value("name", "J").file("templates/a", "A <name>o");
        GenerationReport report = generate();
        assertThat(report.unchanged()).isEqualTo(paths("src/A.txt"));
        assertThat(report.changed()).isEmpty();
        assertThat(Files.getLastModifiedTime(root.resolve("src/A.txt"))).isEqualTo(before);
        assertThat(isUpToDate()).isTrue();
    }

    @Test
    void another_version_of_the_pack_or_the_renderer_renders_everything() {
        generate();
        pack.version = "1.0.1";
        assertThat(generate().renderedTemplates()).isEqualTo(2);
        renderer = "packs 2";
        GenerationReport report = generate();
        assertThat(report.renderedTemplates()).isEqualTo(2);
        assertThat(report.changed()).isEmpty();
    }

    @Test
    void a_deleted_or_edited_output_comes_back_alone() throws IOException {
        generate();
        Files.delete(root.resolve("src/A.txt"));
        GenerationReport report = generate();
        assertThat(report.created()).isEqualTo(paths("src/A.txt"));
        assertThat(report.renderedTemplates()).isEqualTo(1);
        TestPack.write(root.resolve("src/B.txt"), "edited");
        assertThat(generate().replaced()).isEqualTo(paths("src/B.txt"));
        assertThat(tree()).containsEntry("src/B.txt", "B 1");
    }

    @Test
    void a_copied_output_with_the_same_bytes_is_reused_and_stamped_anew() throws IOException {
        generate();
        Path output = root.resolve("src/A.txt");
        Files.setLastModifiedTime(output, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(isUpToDate()).isFalse();
        assertThat(generate().renderedTemplates()).isZero();
        assertThat(isUpToDate()).isTrue();
    }

    @Test
    void rows_are_rendered_one_by_one_and_go_with_their_item() {
        pack.value("items", List.of(Map.of("n", "x", "v", 1L), Map.of("n", "y", "v", 1L)))
                .file("templates/e", "<item.v>")
                .template("e", "rows/<item.n>.txt", null, new ForEach("item", "items", false));
        generate();
        pack.value("items", List.of(Map.of("n", "y", "v", 2L), Map.of("n", "z", "v", 1L)));
        GenerationReport report = generate();
        assertThat(report.created()).isEqualTo(paths("rows/z.txt"));
        assertThat(report.replaced()).isEqualTo(paths("rows/y.txt"));
        assertThat(report.deleted()).isEqualTo(paths("rows/x.txt"));
        assertThat(report.renderedTemplates()).isEqualTo(2);
        pack.value("items", List.of());
        generate();
        assertThat(tree()).doesNotContainKey("rows/");
    }

    @Test
    void what_is_gone_is_deleted_and_what_others_put_there_stays() {
        pack.template("c", "c/d/C.txt", "c").template("e", "e/E.txt", "e");
        generate();
        TestPack.write(root.resolve("c/mine.txt"), "mine");
        TestPack.write(root.resolve("mine.txt"), "mine");
        pack.templates.removeIf(template -> Set.of("c", "e", "a").contains(template.name()));
        assertThat(generate().deleted()).isEqualTo(paths("c/d/C.txt", "e/E.txt", "src/A.txt"));
        assertThat(tree())
                .isEqualTo(Map.of("c/", "", "c/mine.txt", "mine", "mine.txt", "mine", "src/", "", "src/B.txt", "B 1"));
        assertThat(isUpToDate()).isTrue();
    }

    @Test
    void folders_that_others_made_stay_when_they_become_empty() throws IOException {
        Files.createDirectories(root.resolve("theirs"));
        pack.template("c", "theirs/ours/C.txt", "c");
        generate();
        pack.templates.removeIf(template -> template.name().equals("c"));
        generate();
        assertThat(tree()).containsKey("theirs/").doesNotContainKey("theirs/ours/");
    }

    @Test
    void a_file_that_others_put_in_the_way_is_refused_without_force() {
        TestPack.write(root.resolve("src/A.txt"), "mine");
        assertThat(failure()).containsExactly(ProblemCode.OUTPUT_EXISTS);
        assertThat(tree()).isEqualTo(Map.of("src/", "", "src/A.txt", "mine"));
        options = new BoundGeneration.Options(false, true);
        assertThat(generate().replaced()).isEqualTo(paths("src/A.txt"));
        assertThat(isUpToDate()).isTrue();
    }

    @Test
    void links_in_the_output_are_not_followed() throws IOException {
        generate();
        Path outside = TestPack.write(folder.resolve("outside/A.txt"), "mine, of another length");
        Files.delete(root.resolve("src/A.txt"));
        Files.createSymbolicLink(root.resolve("src/A.txt"), outside);
        assertThat(isUpToDate()).isFalse();
        assertThat(failure()).containsExactly(ProblemCode.LINK_REFUSED);
        DeletedTree.delete(root.resolve("src"));
        Files.createSymbolicLink(root.resolve("src"), TestPack.parent(outside));
        pack.templates.clear();
        assertThat(generate().deleted()).isEmpty();
        assertThat(outside).hasContent("mine, of another length");
    }

    @Test
    void a_file_becomes_a_folder_and_a_folder_a_file() {
        pack.templates.clear();
        pack.template("a", "x", "file");
        generate();
        pack.templates.clear();
        pack.template("a", "x/y", "below");
        generate();
        assertThat(tree()).isEqualTo(Map.of("x/", "", "x/y", "below"));
        pack.templates.clear();
        pack.template("a", "x", "file");
        generate();
        assertThat(tree()).isEqualTo(Map.of("x", "file"));
    }

    @Test
    void a_failure_changes_nothing_unless_told_to_keep_going() {
        generate();
        pack.value("other", 2L).file("templates/a", "@boom@").template("c", "C.txt", "@boom@");
        Map<String, String> before = TestPack.tree(TestPack.parent(root));
        assertThat(failure()).containsExactlyInAnyOrder(ProblemCode.TEMPLATE_FAILED, ProblemCode.TEMPLATE_FAILED);
        assertThat(TestPack.tree(TestPack.parent(root))).isEqualTo(before);
        options = new BoundGeneration.Options(true, false);
        GenerationReport report = generate();
        assertThat(report.problems()).hasSize(2);
        assertThat(report.replaced()).isEqualTo(paths("src/B.txt"));
        assertThat(tree()).isEqualTo(Map.of("src/", "", "src/A.txt", "A Jo", "src/B.txt", "B 2"));
        assertThat(isUpToDate()).isFalse();
        pack.file("templates/a", "A2 <name>").file("templates/c", "c");
        assertThat(generate().changed()).isEqualTo(paths("C.txt", "src/A.txt"));
        assertThat(isUpToDate()).isTrue();
    }

    @Test
    void a_part_that_fails_before_its_files_are_known_keeps_those_it_had() {
        pack.value("items", List.of(Map.of("n", "x")))
                .file("templates/e", "e")
                .template("e", "<item.n>.txt", null, new ForEach("item", "items", false));
        generate();
        pack.value("items", "no list");
        options = new BoundGeneration.Options(true, false);
        generate();
        assertThat(tree()).containsEntry("x.txt", "e");
        pack.value("items", List.of());
        assertThat(generate().deleted()).isEqualTo(paths("x.txt"));
    }

    @Test
    void a_build_that_was_killed_while_it_moved_files_is_repaired() throws IOException {
        generate();
        pack.value("name", "Al");
        Path staging = root.resolveSibling(".packs-staging-model");
        TestPack.write(staging.resolve("journal"), "R model/src/A.txt\nC model/new.txt\nR model.ledger\n");
        Files.createDirectories(staging.resolve("old"));
        Files.move(root.resolve("src/A.txt"), staging.resolve("old/0"));
        later(TestPack.write(root.resolve("src/A.txt"), "A Al"));
        TestPack.write(root.resolve("new.txt"), "new");
        TestPack.write(staging.resolve("new/2"), "the ledger that would have been");
        assertThat(isUpToDate()).isFalse();
        assertThat(generate().replaced()).isEqualTo(paths("src/A.txt"));
        assertThat(tree()).isEqualTo(Map.of("src/", "", "src/A.txt", "A Al", "src/B.txt", "B 1"));
        assertThat(Files.exists(staging)).isFalse();
    }

    @Test
    void outputs_of_declarations_that_are_gone_are_forgotten() {
        generate();
        generate(root.resolveSibling("second"));
        TestPack.write(root.resolve("mine.txt"), "mine");
        assertThat(IncrementalGeneration.forget(TestPack.parent(root), Set.of("second")))
                .containsExactly(root.resolve("src/A.txt"), root.resolve("src/B.txt"));
        assertThat(TestPack.tree(TestPack.parent(root)))
                .containsOnlyKeys(
                        "model/",
                        "model/mine.txt",
                        "second/",
                        "second/src/",
                        "second/src/A.txt",
                        "second/src/B.txt",
                        "second.ledger");
        IncrementalGeneration.forget(TestPack.parent(root), Set.of());
        assertThat(TestPack.tree(TestPack.parent(root))).containsOnlyKeys("model/", "model/mine.txt");
    }

    @Test
    void random_changes_give_what_a_clean_generation_gives_with_no_render_too_many() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            pack = new TestPack(folder.resolve("pack" + round), "model");
            root = folder.resolve("target" + round + "/packs/model");
            List<String> names = List.of("a", "b", "c", "d");
            pack.value("items", List.of());
            for (String name : names) {
                pack.value(name, 0L);
                pack.file("templates/p" + name, "part <" + name + ">");
                pack.template(name, "o/" + name + ".txt", "<" + name + "> @include templates/p" + name + "@");
            }
            pack.file("templates/row", "<item.v> <a>")
                    .template("row", "rows/<item.n>.txt", null, new ForEach("item", "items", false));
            generate();
            for (int step = 0; step < 12; step++) {
                String name = names.get(random.nextInt(names.size()));
                int expected = change(random, name);
                GenerationReport report = generate();
                String which = "seed " + seed + ", round " + round + ", step " + step;
                Path clean = folder.resolve("clean-" + round + "-" + step);
                generate(clean);
                assertThat(tree()).as(which).isEqualTo(TestPack.tree(clean));
                assertThat(isUpToDate()).as(which).isTrue();
                assertThat(report.renderedTemplates()).as(which).isEqualTo(expected);
            }
        }
    }

    private int serial = 2;

    private List<?> items() {
        return pack.values.get("items") instanceof List<?> items ? items : List.of();
    }

    /** Of the same size and within one millisecond, a file is the same to the check. */
    private static void later(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
    }

    /** Makes one change; returns how many templates it touches. */
    private int change(Random random, String name) throws IOException {
        serial++;
        int rows = items().size();
        switch (random.nextInt(5)) {
            case 0 -> {
                pack.value(name, (long) serial);
                return 1 + (name.equals("a") ? rows : 0);
            }
            case 1 -> {
                pack.file("templates/p" + name, serial + " <" + name + ">");
                return 1;
            }
            case 2 -> {
                Files.delete(root.resolve("o/" + name + ".txt"));
                return 1;
            }
            case 3 -> {
                List<Object> items = new ArrayList<>(items());
                items.add(random.nextInt(items.size() + 1), Map.of("n", "r" + serial, "v", (long) serial));
                pack.value("items", items);
                return 1;
            }
            default -> {
                List<Object> items = new ArrayList<>(items());
                if (!items.isEmpty()) {
                    items.remove(random.nextInt(items.size()));
                }
                pack.value("items", items);
                return 0;
            }
        }
    }

    @Test
    void a_ledger_is_read_as_it_was_written() {
        LedgerEntry entry = new LedgerEntry(
                RelativePath.parse("a b/ü.txt"),
                new FileStamp(1, 2, -3),
                "template a of g:b",
                "d",
                "c",
                Map.of("templates/x y", "1"),
                new TreeMap<>(Map.of("name", "2")));
        Ledger ledger = new Ledger("k\nü", "r 1", List.of(InputFile.of(folder)), List.of(entry), paths("a b"));
        Path file = TestPack.write(folder.resolve("x.ledger"), "");
        try {
            Files.write(file, ledger.bytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(Ledger.read(file)).contains(ledger);
        TestPack.write(file, "packs-ledger 2\n");
        assertThat(Ledger.read(file)).isEmpty();
    }
}
