package dev.packs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.DiskFailure;
import dev.packs.io.MemoryTree;
import dev.packs.io.RelativePath;
import dev.packs.io.WatchedDisk;
import dev.packs.pack.PackageCoordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    private Path folder;

    private Shelf shelf = new Shelf(Path.of("none"));
    private Path home = Path.of("none");

    @BeforeEach
    void setUp() {
        shelf = new Shelf(folder.resolve("shelf"));
        home = folder.resolve("home");
    }

    @Test
    void packages_are_unpacked_where_the_layout_says() {
        Digest digest = shelf.put(0);
        InstallationResult result = install(store(), Shelf.levels(0, 1));
        assertThat(result.added()).hasSize(1);
        InstalledPackage found = store().reader().find(Shelf.named(0)).orElseThrow();
        assertThat(found.folder())
                .isEqualTo(store().layout().root().resolve("packages/org.example.g0/package-0/1.0/package-0-1.0.jar"));
        assertThat(found.digest()).isEqualTo(digest);
        assertThat(found.folder().resolve("bin/run")).hasContent("#!/bin/sh\n").isExecutable();
        assertThat(found.isExecutable(RelativePath.parse("bin/run"))).isTrue();
        assertThat(found.paths()).extracting(RelativePath::text).containsExactly("bin/run", "files/0.bin");
        assertThat(found.verify()).isEmpty();
        assertThat(found.size()).isPositive();
        assertThat(found.read(RelativePath.parse(".packs-package"))).isEmpty();
        assertThat(store().layout().tmp()).isEmptyDirectory();
    }

    @Test
    void what_is_there_and_whole_is_not_fetched_again() {
        shelf.put(0);
        shelf.put(1);
        install(store(), Shelf.levels(0, 2));
        shelf.fetched.clear();
        InstallationResult result = install(store(), Shelf.levels(0, 2));
        assertThat(shelf.fetched).isEmpty();
        assertThat(result.present()).hasSize(2);
        assertThat(result.added()).isEmpty();
    }

    @Test
    void a_level_is_installed_in_parallel_and_after_the_one_before() {
        for (int i = 0; i < 3; i++) {
            shelf.put(i);
        }
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger done = new AtomicInteger();
        PackageFetcher slow = coordinates -> {
            try {
                if (coordinates.equals(Shelf.named(2))) {
                    assertThat(done).hasValue(2);
                } else {
                    together.await(30, TimeUnit.SECONDS);
                    done.incrementAndGet();
                }
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
            return shelf.fetch(coordinates);
        };
        List<List<WantedPackage>> levels = List.of(List.of(wanted(0), wanted(1)), List.of(wanted(2), wanted(0)));
        assertThat(new Installation(store(), slow).install(levels).added()).hasSize(3);
    }

    @Test
    void every_problem_of_a_level_is_reported_and_nothing_is_added() throws IOException {
        shelf.put(0);
        install(store(), Shelf.levels(0, 1));
        SortedMap<String, String> before = snapshot();
        shelf.put(1);
        shelf.put(Shelf.named(3), "no archive".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> install(store(), Shelf.levels(0, 5)))
                .satisfies(failed -> assertThat(failed.problems())
                        .extracting(Problem::code)
                        .containsExactly(
                                ProblemCode.PACKAGE_NOT_FOUND,
                                ProblemCode.ARCHIVE_REFUSED,
                                ProblemCode.PACKAGE_NOT_FOUND));
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void an_optional_package_that_nobody_has_is_left_out() {
        shelf.put(0);
        WantedPackage optional = new WantedPackage(Shelf.named(1), Optional.empty(), true);
        InstallationResult result = install(store(), List.of(List.of(wanted(0), optional)));
        assertThat(result.leftOut()).containsExactly(Shelf.named(1));
        assertThat(result.added()).hasSize(1);
    }

    @Test
    void other_content_than_the_lock_has_is_refused() {
        Digest real = shelf.put(0);
        WantedPackage wrong = new WantedPackage(Shelf.named(0), Optional.of(Digest.of(new byte[1])), false);
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> install(store(), List.of(List.of(wrong))))
                .satisfies(refused -> {
                    assertThat(refused.problems().get(0).code()).isEqualTo(ProblemCode.DIGEST_MISMATCH);
                    assertThat(refused.getMessage()).contains(real.toString()).contains("shelf");
                });
        assertThat(store().reader().list()).isEmpty();
    }

    @Test
    void a_tampered_file_is_noticed_and_installing_again_mends_it() throws IOException {
        shelf.put(0);
        install(store(), Shelf.levels(0, 1));
        InstalledPackage installed = store().reader().find(Shelf.named(0)).orElseThrow();
        Files.writeString(installed.folder().resolve("bin/run"), "#!/bin/no\n");
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> installed.read(RelativePath.parse("bin/run")))
                .satisfies(damaged -> {
                    assertThat(damaged.problems().get(0).code()).isEqualTo(ProblemCode.DIGEST_MISMATCH);
                    assertThat(damaged.problems().get(0).help().orElseThrow()).contains("mvn packs:install");
                });
        assertThat(install(store(), Shelf.levels(0, 1)).added()).hasSize(1);
        assertThat(store().reader().find(Shelf.named(0)).orElseThrow().verify()).isEmpty();
    }

    @Test
    void deleted_files_links_and_damaged_records_are_mended_too() throws IOException {
        shelf.put(0);
        for (String damage : List.of("delete", "link", "folder link", "record", "no record", "foreign record")) {
            install(store(), Shelf.levels(0, 1));
            Path at = store().layout().folderOf(Shelf.named(0));
            Path record = at.resolve(".packs-package");
            switch (damage) {
                case "delete" -> Files.delete(at.resolve("files/0.bin"));
                case "link" -> {
                    Files.move(at.resolve("files/0.bin"), folder.resolve("elsewhere"));
                    Files.createSymbolicLink(at.resolve("files/0.bin"), folder.resolve("elsewhere"));
                }
                case "folder link" -> {
                    Files.move(at.resolve("files"), folder.resolve("else"));
                    Files.createSymbolicLink(at.resolve("files"), folder.resolve("else"));
                }
                case "record" ->
                    Files.writeString(record, Files.readString(record).substring(0, 150));
                case "no record" -> Files.delete(record);
                default -> Files.writeString(record, Files.readString(record).replace("package-0", "package-9"));
            }
            assertThatExceptionOfType(PacksException.class)
                    .as(damage)
                    .isThrownBy(() -> {
                        InstalledPackage found =
                                store().reader().find(Shelf.named(0)).orElseThrow();
                        found.read(RelativePath.parse("files/0.bin"));
                    })
                    .satisfies(
                            wrong -> assertThat(wrong.problems().get(0).code()).isEqualTo(ProblemCode.DIGEST_MISMATCH));
            assertThat(install(store(), Shelf.levels(0, 1)).added()).as(damage).hasSize(1);
            assertThat(store().reader().find(Shelf.named(0)).orElseThrow().verify())
                    .as(damage)
                    .isEmpty();
        }
    }

    @Test
    void a_snapshot_is_fetched_every_time_and_replaced_when_it_changed() {
        PackageCoordinates snapshot = PackageCoordinates.jar("g", "a", "1-SNAPSHOT");
        List<List<WantedPackage>> levels = List.of(List.of(WantedPackage.of(snapshot)));
        shelf.put(snapshot, new MemoryTree().with("a.txt", "one"));
        install(store(), levels);
        shelf.put(snapshot, new MemoryTree().with("a.txt", "two"));
        install(store(), levels);
        assertThat(store().reader().find(snapshot).orElseThrow().read(RelativePath.parse("a.txt")))
                .hasValue("two".getBytes(StandardCharsets.UTF_8));
        assertThat(store().layout().tmp()).isEmptyDirectory();
    }

    @Test
    void a_file_with_the_name_of_the_record_is_refused() {
        shelf.put(Shelf.named(0), new MemoryTree().with(".PACKS-package", "mine"));
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> install(store(), Shelf.levels(0, 1)))
                .withMessageContaining("PACKS-602");
    }

    @Test
    void a_step_that_fails_anywhere_leaves_the_store_as_it_was() throws IOException {
        for (int i = 0; i < 6; i++) {
            shelf.put(i);
        }
        int failures = 0;
        int steps = Integer.MAX_VALUE;
        for (int n = 1; n <= steps; n++) {
            home = folder.resolve("home-" + n);
            install(store(), Shelf.levels(0, 2));
            Files.writeString(store().layout().folderOf(Shelf.named(0)).resolve("bin/run"), "damaged");
            SortedMap<String, String> before = snapshot();
            Store store = Store.open(home, StoreSettings.defaults(), path -> Long.MAX_VALUE);
            try (WatchedDisk disk = WatchedDisk.fullAt(n)) {
                install(store, Shelf.levels(0, 6));
                // Through to the end, or something could not be deleted, which is left to the next run.
                steps = Math.min(steps, disk.steps());
                assertThat(store.reader().list())
                        .hasSize(6)
                        .allMatch(each -> each.verify().isEmpty());
            } catch (PacksException failed) {
                failures++;
                assertThat(failed.problems().get(0).code()).isIn(ProblemCode.DISK_FULL, ProblemCode.STORE_UNUSABLE);
                assertThat(snapshot()).as("failing at step %d", n).isEqualTo(before);
            }
        }
        assertThat(failures).isGreaterThan(50);
    }

    @Test
    void too_little_space_is_noticed_before_anything_is_unpacked() throws IOException {
        shelf.put(0);
        Store store = Store.open(home, StoreSettings.defaults(), path -> 1000);
        SortedMap<String, String> before = snapshot();
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> install(store, Shelf.levels(0, 1)))
                .satisfies(full -> assertThat(full.problems().get(0).code()).isEqualTo(ProblemCode.DISK_FULL))
                .withMessageContaining("needs 16 MB");
        assertThat(snapshot()).isEqualTo(before);
        assertThat(DiskFailure.usable(home)).isPositive();
    }

    @Test
    void what_is_cleaned_away_meanwhile_is_installed_again() {
        shelf.put(0);
        shelf.put(1);
        install(store(), Shelf.levels(0, 1));
        AtomicInteger calls = new AtomicInteger();
        PackageFetcher withCleaner = coordinates -> {
            if (calls.getAndIncrement() == 0) {
                new StoreCleaner(store()).uninstall(Set.of(Shelf.named(0)), Set.of());
            }
            return shelf.fetch(coordinates);
        };
        List<List<WantedPackage>> levels = List.of(List.of(wanted(0)), List.of(wanted(1)));
        assertThat(new Installation(store(), withCleaner).install(levels).added())
                .hasSize(2);
        assertThat(store().reader().list()).hasSize(2);
    }

    @Test
    void a_foreign_exception_of_a_fetcher_is_not_swallowed() {
        PackageFetcher broken = coordinates -> {
            throw new UnsupportedOperationException("broken");
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new Installation(store(), broken).install(Shelf.levels(0, 1)))
                .withRootCauseInstanceOf(UnsupportedOperationException.class);
        assertThat(store().reader().list()).isEmpty();
    }

    private static WantedPackage wanted(int number) {
        return WantedPackage.of(Shelf.named(number));
    }

    private Store store() {
        return Store.open(home, StoreSettings.defaults());
    }

    private InstallationResult install(Store store, List<List<WantedPackage>> levels) {
        return new Installation(store, shelf).install(levels);
    }

    /** Every file below the packages and what lies in {@code tmp/}, with its content. */
    private SortedMap<String, String> snapshot() throws IOException {
        SortedMap<String, String> all = new TreeMap<>();
        for (String part : List.of("packages", "tmp")) {
            if (Files.exists(home.resolve(part))) {
                try (Stream<Path> files = Files.walk(home.resolve(part))) {
                    for (Path file : files.toList()) {
                        all.put(
                                home.relativize(file).toString(),
                                Files.isDirectory(file)
                                        ? "folder"
                                        : Digest.of(Files.readAllBytes(file)).hex());
                    }
                }
            }
        }
        all.keySet().removeIf(Map.of("packages", "", "tmp", "")::containsKey);
        return all;
    }
}
