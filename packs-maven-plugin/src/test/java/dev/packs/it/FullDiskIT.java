package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FM10: the disk is full, or must not be written to. */
class FullDiskIT {

    @TempDir
    private Path folder;

    @Test
    void a_store_without_room_is_told_how_much_is_needed_and_stays_empty() {
        try (Workbench bench = Workbench.in(folder);
                TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), 24)) {
            disk.fillUpTo(1_000_000);
            publishBig(bench, 1);
            Path home = disk.folder().resolve("home");
            bench.maven()
                    .packsHome(home)
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm10:starter")
                    .fails()
                    .shows("PACKS-205", home.toString(), "needs", "are free", "help:");
            assertThat(Tree.of(home.resolve("packages")).files()).isEmpty();
            assertThat(home.resolve("tmp"))
                    .satisfiesAnyOf(
                            tmp -> assertThat(tmp).doesNotExist(),
                            tmp -> assertThat(tmp).isEmptyDirectory());
            bench.written().holdsExactly();
        }
    }

    @Test
    void a_store_that_runs_full_while_it_unpacks_keeps_what_it_had() {
        try (Workbench bench = Workbench.in(folder);
                TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), 64, 60)) {
            bench.publish()
                    .addPackage("com.acme.fm10:small:1.0.0", Map.of("small.txt", "small\n"))
                    .add(TestPack.of("com.acme.fm10", "starter", "1.0.0").installs("com.acme.fm10:small", "1.0.0"))
                    .add(TestPack.of("com.acme.fm10", "starter", "2.0.0").installs("com.acme.fm10:big", "1.0.0"));
            bench.publish().addPackage("com.acme.fm10:big:1.0.0", files(100, 10));
            Path home = disk.folder().resolve("home");
            bench.maven()
                    .packsHome(home)
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm10:starter@1.0.0")
                    .succeeds();
            Tree packages = Tree.of(home.resolve("packages"));
            Tree lock = bench.written();
            bench.maven()
                    .packsHome(home)
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm10:starter@2.0.0")
                    .fails()
                    .shows("PACKS-205", "help:");
            packages.isUntouchedIn(Tree.of(home.resolve("packages")));
            lock.isUntouchedIn(bench.written());
            assertThat(home.resolve("tmp")).isEmptyDirectory();
        }
    }

    @Test
    void a_scaffold_that_does_not_fit_leaves_no_trace() {
        try (Workbench bench = Workbench.in(folder);
                TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), 4)) {
            disk.fillUpTo(200_000);
            bench.publish().add(bigPack("1.0.0", 60));
            bench.maven()
                    .run(
                            Harness.plugin() + ":generate",
                            "-Dpack=com.acme.fm10:big-pack",
                            "-Dpacks.output=" + disk.folder().resolve("deep/my-api"))
                    .fails()
                    .shows("PACKS-205", "the disk is full", "needs", "are free", "help:");
            assertThat(disk.folder()).isDirectoryNotContaining(path -> !path.endsWith("filler"));

            disk.fillUpTo(2_000_000);
            bench.maven()
                    .run(
                            Harness.plugin() + ":generate",
                            "-Dpack=com.acme.fm10:big-pack",
                            "-Dpacks.output=" + disk.folder().resolve("deep/my-api"))
                    .succeeds();
        }
    }

    @Test
    void a_declared_pack_that_does_not_fit_leaves_output_and_lock_as_they_were() throws IOException {
        try (Workbench bench = Workbench.in(folder);
                TinyDisk disk = TinyDisk.mount(bench.work(), 4)) {
            bench.publish().add(bigPack("1.0.0", 2)).add(bigPack("2.0.0", 60));
            declare(bench, "1.0.0");
            bench.maven().run("generate-sources").succeeds();
            declare(bench, "2.0.0");
            disk.fillUpTo(200_000);
            Tree before = bench.written();
            bench.maven().run("generate-sources").fails().shows("PACKS-205", "the disk is full", "help:");
            assertThat(before.touchedIn(bench.written())).containsExactly("target/packs/report.json");
            assertThat(bench.written().files().keySet())
                    .isEqualTo(before.files().keySet());

            disk.fillUpTo(2_000_000);
            bench.maven().run("generate-sources").succeeds();
            assertThat(bench.written().text("packs.lock")).contains("2.0.0");
        }
    }

    @Test
    void a_full_local_repository_is_named_and_nothing_is_installed() {
        try (Workbench bench = Workbench.in(folder);
                TinyDisk disk = TinyDisk.mount(folder.resolve("local-repository"), 100)) {
            publishBig(bench, 4);
            bench.maven().run(Harness.plugin() + ":help").succeeds();
            disk.fillUpTo(1_000_000);
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm10:starter")
                    .fails()
                    .shows("PACKS-205", "com.acme.fm10:big:jar:1.0.0", "the disk", "Maven's local repository");
            bench.packages().holdsExactly();
            bench.written().holdsExactly();
            bench.holdsNoLeftOvers();
        }
    }

    @Test
    void a_read_only_folder_is_named() {
        try (Workbench bench = Workbench.in(folder);
                TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), 1).readOnly()) {
            bench.publish().add(bigPack("1.0.0", 1));
            Path target = disk.folder().resolve("my-api");
            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dpack=com.acme.fm10:big-pack", "-Dpacks.output=" + target)
                    .fails()
                    .shows("PACKS-207", disk.folder().toString(), "could not be written");
            assertThat(disk.folder()).isEmptyDirectory();

            publishBig(bench, 1);
            bench.maven()
                    .packsHome(disk.folder().resolve("home"))
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm10:starter")
                    .fails()
                    .shows("PACKS-206", disk.folder().toString(), "help:");
            bench.written().holdsExactly();
        }
    }

    private static void declare(Workbench bench, String version) throws IOException {
        Files.writeString(bench.work().resolve("pom.xml"), TestPom.declaring("com.acme.fm10", "big-pack", version));
    }

    private static void publishBig(Workbench bench, int megabytes) {
        bench.publish()
                .addPackage("com.acme.fm10:big:1.0.0", files(megabytes, 500_000))
                .add(TestPack.of("com.acme.fm10", "starter", "1.0.0").installs("com.acme.fm10:big", "1.0.0"));
    }

    /** With so many files of 10 kB. */
    private static TestPack bigPack(String version, int count) {
        TestPack pack = TestPack.of("com.acme.fm10", "big-pack", version);
        for (Map.Entry<String, String> file : files(count, 5_000).entrySet()) {
            pack = pack.file("files/" + file.getKey(), file.getValue());
        }
        return pack;
    }

    /** @param size of each in bytes that do not compress; a file has two characters for each */
    private static Map<String, String> files(int count, int size) {
        Map<String, String> files = new TreeMap<>();
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            files.put("f" + i + ".txt", HexFormat.of().formatHex(bytes));
        }
        return files;
    }
}
