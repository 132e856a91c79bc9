package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.store.StoreLayout;
import dev.packs.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor finds in a store, and what it mends. */
class ExamineStoreTest {

    private static final String ONE = "org.example/one/1.0/one-1.0.jar";

    @TempDir
    private Path folder;

    private Bench bench;
    private StoreLayout layout;
    private Map<Path, Digest> engines = Map.of();

    @BeforeEach
    void install() {
        bench = new Bench(folder);
        for (String id : new String[] {"one", "two"}) {
            bench.packs.pack(id, "1.0.0", "[[packages]]\nname = \"org.example:" + id + "\"\nversion = \"1.0\"\n");
            bench.packages.offer(id, "1.0");
        }
        bench.install("one@*", "two@*");
        layout = bench.store().layout();
    }

    private ExamineStore examining() {
        return new ExamineStore(folder.resolve("home"), store -> engines, StoreSettings.defaults());
    }

    private static List<ProblemCode> wrong(ExaminedStore examined) {
        return examined.failures().stream().map(Problem::code).toList();
    }

    private static List<ProblemCode> notes(ExaminedStore examined) {
        return examined.warnings().stream().map(Problem::code).toList();
    }

    private static Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    @Test
    void a_healthy_store_is_said_to_be_and_where_its_room_goes() {
        ExaminedStore examined = examining().look();

        assertThat(examined.failures()).isEmpty();
        assertThat(examined.warnings()).isEmpty();
        assertThat(examined.lines()).last().isEqualTo("Nothing is wrong");
        assertThat(examined.lines().get(0)).contains("2 whole packages", "held against their digests", "1 project");
        assertThat(examined.lines()).anyMatch(line -> line.contains("org.example:one:1.0, last used 2"));
        assertThat(examined.document()).containsEntry("packages", 2).containsEntry("mended", List.of());
    }

    @Test
    void without_a_store_nothing_is_wrong_and_none_is_made() {
        ExaminedStore examined =
                new ExamineStore(folder.resolve("none"), store -> engines, StoreSettings.defaults()).mend();

        assertThat(examined.failures()).isEmpty();
        assertThat(examined.lines()).singleElement().asString().startsWith("There is no store at");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void damaged_packages_are_named_and_the_next_installation_brings_what_mending_took_out() throws IOException {
        Path one = layout.packages().resolve(ONE);
        try (var files = Files.walk(one)) {
            Path file = files.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith(".packs-package"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, "tampered");
        }
        Files.writeString(layout.packages().resolve("org.example/two/1.0/two-1.0.jar/.packs-package"), "packs-");

        ExaminedStore examined = examining().look();

        assertThat(wrong(examined)).containsExactly(ProblemCode.DIGEST_MISMATCH, ProblemCode.DIGEST_MISMATCH);
        assertThat(notes(examined)).containsExactly(ProblemCode.PACKAGE_ABSENT, ProblemCode.PACKAGE_ABSENT);
        assertThat(examined.failures().get(0).message()).contains(one.toString(), "was changed since");
        assertThat(examined.failures().get(1).message()).contains("its record");
        assertThat(examining().look().failures()).as("looking changes nothing").hasSize(2);

        ExaminedStore mended = examining().mend();

        assertThat(mended.mended()).hasSize(2);
        assertThat(mended.failures()).isEmpty();
        assertThat(layout.packages()).isEmptyDirectory();
        bench.install("one@*", "two@*");
        assertThat(examining().look().lines()).last().isEqualTo("Nothing is wrong");
    }

    @Test
    void what_killed_runs_left_is_told_and_cleared() throws IOException {
        Files.createFile(layout.tmp().resolve("1-abc.lock"));
        Files.writeString(
                Files.createDirectories(layout.tmp().resolve("1-abc/0")).resolve("f"), "half");
        Files.createDirectories(layout.packages().resolve("org.none/none/1.0"));
        old(Files.writeString(layout.projects().resolve(".abc.1.packs-tmp"), "half"));
        Path young = Files.writeString(layout.projects().resolve(".abc.2.packs-tmp"), "half");
        Path beside = old(Files.writeString(folder.resolve(".packs.lock.77.packs-tmp"), "half"));

        ExaminedStore examined = examining().look();

        assertThat(examined.failures()).isEmpty();
        assertThat(notes(examined)).hasSize(5).containsOnly(ProblemCode.STORE_LEFT_OVER);
        assertThat(examined.warnings()).anyMatch(problem -> problem.message().contains("4 bytes"));

        assertThat(examining().mend().mended()).hasSize(5);
        assertThat(layout.tmp()).isEmptyDirectory();
        assertThat(layout.packages().resolve("org.none")).doesNotExist();
        assertThat(young).exists();
        assertThat(beside).doesNotExist();
        assertThat(bench.stored()).hasSize(2);
    }

    @Test
    void projects_that_are_gone_are_forgotten_and_locks_that_cannot_be_read_are_only_told() throws IOException {
        new InstallPacks(bench.prepare(), bench.use())
                .run(new InstallPacks.Request(
                        "other", Bench.requirements("two@*"), Map.of(), folder.resolve("other/packs.lock"), false));
        Files.delete(folder.resolve("other/packs.lock"));
        Files.writeString(bench.lockFile(), "<<<<<<< HEAD");

        ExaminedStore examined = examining().mend();

        assertThat(wrong(examined)).containsExactly(ProblemCode.LOCK_INVALID);
        assertThat(examined.failures().get(0).message()).contains("nothing is cleaned");
        assertThat(examined.mended())
                .singleElement()
                .satisfies(each -> assertThat(each.problem().code()).isEqualTo(ProblemCode.PROJECT_GONE));
        assertThat(bench.lockFile()).hasContent("<<<<<<< HEAD");
    }

    @Test
    void links_wide_modes_and_strangers_are_told_and_all_but_strangers_are_mended() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/keep"));
        Files.createSymbolicLink(layout.packages().resolve("org.link"), elsewhere.getParent());
        Path stranger = Files.writeString(layout.packages().resolve(ONE).resolve("mine.txt"), "mine");
        Files.setPosixFilePermissions(layout.root(), PosixFilePermissions.fromString("rwxr-xr-x"));

        ExaminedStore examined = examining().look();

        assertThat(wrong(examined)).containsExactly(ProblemCode.STORE_OPEN_TO_OTHERS, ProblemCode.LINK_REFUSED);
        assertThat(examined.failures().get(0).message()).contains("rwxr-xr-x");
        assertThat(notes(examined)).containsExactly(ProblemCode.STORE_STRANGER);

        ExaminedStore mended = examining().mend();

        assertThat(mended.failures()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layout.root())))
                .isEqualTo("rwx------");
        assertThat(elsewhere).exists();
        assertThat(stranger).exists();
    }

    @Test
    void what_is_made_again_is_held_against_its_digest_or_sum_and_deleted_when_it_is_damaged() throws IOException {
        Path blob = layout.blob(bench.store().blobs().put("blob".getBytes(StandardCharsets.UTF_8)));
        Files.writeString(blob, "other");
        Path known = Bench.write(layout.engines().resolve("a/known.jar"), "changed");
        engines = Map.of(known, Digest.of("jar".getBytes(StandardCharsets.UTF_8)));
        Path unknown = layout.engines().resolve("b/unknown.jar");
        Files.createDirectories(layout.engines().resolve("b"));
        try (var archives = Files.walk(bench.folder.resolve("packages"))) {
            Path archive = archives.filter(path -> path.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(archive, layout.engines().resolve("b/whole.jar"));
            byte[] cut = Files.readAllBytes(archive);
            cut[cut.length / 3] ^= 1;
            Files.write(unknown, cut);
        }
        Path index = Bench.write(layout.catalogs().resolve("abc-1.index"), "no index");

        ExaminedStore examined = examining().look();

        assertThat(examined.failures())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DIGEST_MISMATCH))
                .extracting(Problem::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains(blob.toString()),
                        message -> assertThat(message).contains(known.toString()),
                        message -> assertThat(message).contains(unknown.toString()),
                        message -> assertThat(message).contains(index.toString()));

        assertThat(examining().mend().failures()).isEmpty();
        assertThat(layout.engines().resolve("b/whole.jar")).exists();
        assertThat(unknown).doesNotExist();
    }
}
