package dev.packs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.MemoryTree;
import dev.packs.io.WatchedDisk;
import dev.packs.pack.PackageCoordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Covers the store's folder, its registry of projects, its blobs and its cleaning. */
class StoreTest {

    @TempDir
    private Path folder;

    @Test
    void the_folder_is_for_its_owner_alone() throws IOException {
        Path home = folder.resolve("a/home");
        Store.open(home, StoreSettings.defaults());
        assertThat(mode(home)).isEqualTo("rwx------");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Store.open(home, StoreSettings.defaults());
        assertThat(mode(home)).isEqualTo("rwx------");
    }

    @Test
    void the_store_may_lie_behind_a_link_and_nothing_in_it_may() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path home = Files.createSymbolicLink(folder.resolve("home"), real);
        assertThat(Store.open(home, StoreSettings.defaults()).layout().root()).isEqualTo(real.toRealPath());
        Files.createSymbolicLink(real.resolve("packages"), folder);
        assertCode(ProblemCode.LINK_REFUSED, () -> Store.open(home, StoreSettings.defaults()));
        Files.delete(real.resolve("packages"));
        Files.createDirectory(real.resolve("packages"));
        Files.createSymbolicLink(real.resolve("packages/g"), folder);
        Shelf shelf = new Shelf(folder.resolve("shelf"));
        PackageCoordinates coordinates = PackageCoordinates.jar("g", "a", "1");
        shelf.put(coordinates, new MemoryTree().with("a", "x"));
        Installation installation = new Installation(Store.open(home, StoreSettings.defaults()), shelf);
        assertCode(
                ProblemCode.LINK_REFUSED, () -> installation.install(List.of(List.of(WantedPackage.of(coordinates)))));
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void a_home_that_cannot_be_made_names_the_way_out() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> Store.open(file, StoreSettings.defaults()))
                .withMessageContaining("PACKS-206")
                .withMessageContaining("-Dpacks.home=");
    }

    @Test
    void a_home_that_cannot_be_written_names_the_way_out() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-x------"));
        Store store = Store.open(home, StoreSettings.defaults());
        Shelf shelf = new Shelf(folder.resolve("shelf"));
        shelf.put(0);
        assertCode(ProblemCode.STORE_UNUSABLE, () -> new Installation(store, shelf).install(Shelf.levels(0, 1)));
    }

    @Test
    void blobs_are_found_by_their_digest_and_tampered_ones_are_not_handed_out() throws IOException {
        Store store = Store.open(folder.resolve("home"), StoreSettings.defaults());
        byte[] content = "hello".getBytes(StandardCharsets.UTF_8);
        Digest digest = store.blobs().put(content);
        assertThat(store.blobs().put(content)).isEqualTo(digest);
        assertThat(store.blobs().find(digest)).hasValue(content);
        Files.writeString(store.layout().blob(digest), "hallo");
        assertCode(ProblemCode.DIGEST_MISMATCH, () -> store.blobs().find(digest));
        assertThat(store.blobs().find(digest)).isEmpty();
    }

    @Test
    void projects_are_remembered_until_their_lock_is_gone() throws IOException {
        Store store = Store.open(folder.resolve("home"), StoreSettings.defaults());
        ProjectRegistry projects = store.projects();
        assertThat(projects.lockFiles()).isEmpty();
        Path first = Files.createFile(folder.resolve("packs.lock"));
        Path second = Files.createFile(folder.resolve("b.lock"));
        projects.register(first);
        projects.register(second);
        projects.register(folder.resolve("x/../packs.lock"));
        assertThat(projects.lockFiles()).containsExactly(second, first);
        Files.delete(second);
        assertThat(projects.lockFiles()).containsExactly(first);
        assertThat(projects.used(lock -> List.of(Shelf.named(1), Shelf.named(2))))
                .containsExactlyInAnyOrder(Shelf.named(1), Shelf.named(2));
        assertThat(store.layout().projects().toFile().list()).hasSize(1);
    }

    @Test
    void the_oldest_unused_packages_go_first_when_there_is_too_much() throws IOException {
        Store store = filled(5);
        for (int i = 0; i < 5; i++) {
            lastUsed(store, i, Duration.ofDays(10L - i));
        }
        long keep = store.reader().find(Shelf.named(4)).orElseThrow().size()
                + store.reader().find(Shelf.named(0)).orElseThrow().size();
        for (int i = 0; i < 5; i++) {
            lastUsed(store, i, Duration.ofDays(10L - i));
        }
        CleanReport report = new StoreCleaner(store).downTo(keep, Set.of(Shelf.named(0)));
        assertThat(report.removed()).containsExactlyInAnyOrder(Shelf.named(1), Shelf.named(2), Shelf.named(3));
        assertThat(report.bytes()).isPositive();
        assertThat(store.reader().list())
                .extracting(InstalledPackage::coordinates)
                .containsExactlyInAnyOrder(Shelf.named(0), Shelf.named(4));
        assertThat(new StoreCleaner(store)
                        .downTo(StoreCleaner.DEFAULT_LIMIT, Set.of())
                        .removed())
                .isEmpty();
    }

    @Test
    void what_was_not_used_for_long_goes_and_a_use_is_remembered() throws IOException {
        Store store = filled(3);
        lastUsed(store, 0, Duration.ofDays(40));
        lastUsed(store, 1, Duration.ofDays(40));
        lastUsed(store, 2, Duration.ofDays(40));
        assertThat(store.reader().find(Shelf.named(1))).isPresent();
        Instant monthAgo = Instant.now().minus(Duration.ofDays(30));
        CleanReport report = new StoreCleaner(store).unusedSince(monthAgo, Set.of(Shelf.named(2)));
        assertThat(report.removed()).containsExactly(Shelf.named(0));
        assertThat(store.layout().folderOf(Shelf.named(0)).getParent()).doesNotExist();
    }

    @Test
    void a_package_in_use_is_not_uninstalled() {
        Store store = filled(3);
        StoreCleaner cleaner = new StoreCleaner(store);
        assertCode(
                ProblemCode.STILL_IN_USE,
                () -> cleaner.uninstall(Set.of(Shelf.named(0), Shelf.named(1)), Set.of(Shelf.named(1))));
        assertThat(store.reader().list()).hasSize(3);
        assertThat(cleaner.uninstall(Set.of(Shelf.named(0), Shelf.named(9)), Set.of(Shelf.named(1)))
                        .removed())
                .containsExactly(Shelf.named(0));
        assertThat(cleaner.unused(Set.of(Shelf.named(1))).removed()).containsExactly(Shelf.named(2));
    }

    @Test
    void its_folder_is_its_owners_alone_from_its_first_moment() throws IOException {
        Path home = folder.resolve("above/home");
        try (WatchedDisk disk = WatchedDisk.haltingBefore(0)) {
            Store.open(home, StoreSettings.defaults());
            assertThat(disk.steps()).as("made, and not narrowed afterwards").isEqualTo(2);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
    }

    @Test
    void everything_goes_but_what_is_used() throws IOException {
        Store store = filled(2);
        Digest blob = store.blobs().put(new byte[10]);
        Files.createDirectories(store.layout().cache().resolve("git"));
        Files.createDirectories(store.layout().projects());
        Files.setLastModifiedTime(
                Files.createFile(store.layout().projects().resolve(".x.1.packs-tmp")),
                FileTime.from(Instant.now().minusSeconds(100)));
        Files.createFile(store.layout().tmp().resolve("1-dead.lock"));
        CleanReport report = new StoreCleaner(store).everything(Set.of(Shelf.named(1)));
        assertThat(report.removed()).containsExactly(Shelf.named(0));
        assertThat(report.leftOvers()).isEqualTo(1);
        assertThat(store.blobs().find(blob)).isEmpty();
        assertThat(store.layout().cache()).doesNotExist();
        assertThat(store.layout().projects()).isEmptyDirectory();
    }

    private Store filled(int count) {
        Shelf shelf = new Shelf(folder.resolve("shelf"));
        for (int i = 0; i < count; i++) {
            shelf.put(i);
        }
        Store store = Store.open(folder.resolve("home"), StoreSettings.defaults());
        new Installation(store, shelf).install(Shelf.levels(0, count));
        return store;
    }

    private static void lastUsed(Store store, int number, Duration ago) throws IOException {
        Files.setLastModifiedTime(
                store.layout().folderOf(Shelf.named(number)).resolve(PackageRecord.FILE_NAME),
                FileTime.from(Instant.now().minus(ago)));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertCode(ProblemCode code, Runnable action) {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(action::run)
                .satisfies(failed -> assertThat(failed.problems().get(0).code()).isEqualTo(code));
    }
}
