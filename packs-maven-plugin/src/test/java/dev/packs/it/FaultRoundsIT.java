package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.io.DeletedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven killed with {@code kill -9} at random moments, and disks that are full at many points: what is left verifies, and the next run completes. */
@Tag("faults")
class FaultRoundsIT {

    private static final long SEED = 20261124;

    @TempDir
    private Path folder;

    @Test
    void an_install_that_is_killed_leaves_whole_packages_and_the_next_one_completes() throws Exception {
        try (Workbench bench = Workbench.in(folder)) {
            FaultySet.publishLevels(bench);
            bench.maven().run(FaultySet.install(9)).succeeds();
            Map<String, String> oldLock = FaultySet.files(bench.work());
            bench.maven("reference").run(FaultySet.install(20)).succeeds();
            Map<String, String> newLock = FaultySet.files(folder.resolve("reference"));
            Map<String, String> packages = FaultySet.files(bench.store().resolve("packages"));
            Random random = new Random(SEED);
            int early = 0;
            int late = 0;
            int rounds = FaultRounds.of(2, 20);
            for (int round = 0; round < rounds; round++) {
                DeletedTree.delete(bench.store());
                DeletedTree.delete(bench.work());
                // What is fetched again gives the installation some length.
                DeletedTree.delete(folder.resolve("local-repository/com/acme"));
                if (round % 2 == 1) {
                    bench.maven().run(FaultySet.install(9)).succeeds();
                }
                Map<String, String> before = FaultySet.files(bench.work());
                long delay = random.nextInt(700);
                boolean ended = false;
                try (RunningMaven running = bench.maven().start(FaultySet.install(20))) {
                    ended = !hasBegun(running, bench.store().resolve("tmp"));
                    Thread.sleep(delay);
                    running.kill();
                }
                String which = "round " + round + ", killed after " + delay + " ms";
                FaultySet.verifies(bench.store(), which);
                Map<String, String> after = FaultySet.files(bench.work());
                assertThat(after.keySet()).as(which).allMatch(name -> name.contains("packs.lock"));
                after.keySet().removeIf(name -> name.endsWith(".packs-tmp"));
                assertThat(after).as(which).isIn(before, newLock);
                early += after.equals(before) ? 1 : 0;
                late += ended || after.equals(newLock) ? 1 : 0;

                bench.maven().run(FaultySet.install(20)).succeeds();

                assertThat(FaultySet.files(bench.work()).get("packs.lock"))
                        .as(which)
                        .isEqualTo(newLock.get("packs.lock"));
                assertThat(FaultySet.files(bench.store().resolve("packages")))
                        .as(which)
                        .isEqualTo(packages);
                bench.holdsNoLeftOvers();
            }
            assertThat(oldLock).isNotEqualTo(newLock);
            told("install killed", rounds, "before the lock " + early + ", after it " + late);
        }
    }

    /** Waits for an entry in the folder; whether there was one before Maven ended. */
    private static boolean hasBegun(RunningMaven running, Path place) {
        try {
            running.awaitThat(() -> isFilled(place));
            return true;
        } catch (AssertionError tooQuick) {
            return false;
        }
    }

    private static boolean isFilled(Path place) {
        String[] entries = place.toFile().list();
        return entries != null && entries.length > 0;
    }

    @Test
    void a_build_that_is_killed_while_it_writes_a_hundred_files_is_completed_by_the_next() throws Exception {
        try (Workbench bench = Workbench.in(folder)) {
            FaultySet.publishMany(bench, "1.0.0");
            FaultySet.publishMany(bench, "2.0.0");
            declare(bench.work(), "1.0.0");
            bench.maven().run("generate-sources").succeeds();
            String oldLock = FaultySet.files(bench.work()).get("packs.lock");
            declare(bench.work(), "2.0.0");
            bench.maven().run("generate-sources").succeeds();
            String newLock = FaultySet.files(bench.work()).get("packs.lock");
            Path packs = Path.of("target/generated-sources/packs");
            Map<String, String> complete =
                    FaultySet.files(bench.work().resolve(packs).resolve("many"));
            assertThat(complete).hasSize(FaultySet.FILES);
            Random random = new Random(SEED);
            int between = 0;
            int rounds = FaultRounds.of(2, 20);
            for (int round = 0; round < rounds; round++) {
                DeletedTree.delete(bench.work());
                declare(bench.work(), "1.0.0");
                bench.maven().run("generate-sources").succeeds();
                declare(bench.work(), "2.0.0");
                long delay = random.nextInt(40);
                try (RunningMaven running = bench.maven().start("generate-sources")) {
                    hasBegun(running, bench.work().resolve(packs).resolve(".packs-staging-many"));
                    Thread.sleep(delay);
                    running.kill();
                }
                String which = "round " + round + ", killed after " + delay + " ms";
                between += isFilled(bench.work().resolve(packs).resolve(".packs-staging-many")) ? 1 : 0;
                assertThat(FaultySet.files(bench.work()).get("packs.lock"))
                        .as(which)
                        .isIn(oldLock, newLock);

                bench.maven().run("generate-sources").succeeds();

                assertThat(FaultySet.files(bench.work()).get("packs.lock"))
                        .as(which)
                        .isEqualTo(newLock);
                assertThat(FaultySet.files(bench.work().resolve(packs).resolve("many")))
                        .as(which)
                        .isEqualTo(complete);
                assertThat(bench.work().resolve(packs).resolve(".packs-staging-many"))
                        .as(which)
                        .doesNotExist();
            }
            told("generation killed", rounds, "in the middle " + between);
        }
    }

    @Test
    void a_store_on_a_disk_that_is_full_at_any_point_is_as_it_was() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            FaultySet.publishLevels(bench);
            bench.maven().run(FaultySet.install(20)).succeeds();
            int needed;
            try (Stream<Path> all = Files.walk(bench.store())) {
                needed = (int) all.count() + 4;
            }
            int rounds = FaultRounds.of(2, 50);
            int refused = 0;
            for (int round = 0; round < rounds; round++) {
                DeletedTree.delete(bench.work());
                int room = 2 + (int) ((long) needed * (round + 1) / (rounds + 1));
                String which = room + " of " + needed + " files fit";
                try (TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), 64, room)) {
                    Path home = disk.folder().resolve("home");
                    MavenResult result = bench.maven().packsHome(home).run(FaultySet.install(20));
                    result.fails();
                    assertThat(result.output()).as(which).containsAnyOf("PACKS-205", "PACKS-206");
                    refused++;
                    assertThat(FaultySet.files(home.resolve("packages")))
                            .as(which)
                            .isEmpty();
                    FaultySet.verifies(home, which);
                    bench.written().holdsExactly();

                    disk.roomFor(4 * needed);
                    bench.maven().packsHome(home).run(FaultySet.install(20)).succeeds();
                    FaultySet.isComplete(home, which);
                }
            }
            told("store on a full disk", rounds, "refused " + refused);
        }
    }

    @Test
    void a_project_on_a_disk_that_is_full_at_any_point_is_as_it_was() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            FaultySet.publishMany(bench, "1.0.0");
            FaultySet.publishMany(bench, "2.0.0");
            int rounds = FaultRounds.of(2, 50);
            int refused = 0;
            for (int round = 0; round < rounds; round++) {
                try (TinyDisk disk = TinyDisk.mount(bench.work(), 8)) {
                    declare(bench.work(), "1.0.0");
                    bench.maven().run("generate-sources").succeeds();
                    declare(bench.work(), "2.0.0");
                    Map<String, String> before = project(bench.work());
                    int free = 8192 * (round * 100 / rounds);
                    String which = free + " bytes free";
                    disk.fillUpTo(free);
                    MavenResult result = bench.maven().run("generate-sources");
                    if (result.exitCode() != 0) {
                        refused++;
                        assertThat(result.output()).as(which).contains("PACKS-205");
                        assertThat(project(bench.work())).as(which).isEqualTo(before);
                    }
                    disk.fillUpTo(4_000_000);
                    bench.maven().run("generate-sources").succeeds();
                    Map<String, String> after = project(bench.work());
                    assertThat(after.get("packs.lock")).as(which).contains("2.0.0");
                    assertThat(after.keySet().stream().filter(name -> name.endsWith(".txt")))
                            .as(which)
                            .hasSize(FaultySet.FILES);
                    assertThat(after.keySet()).as(which).noneMatch(name -> name.contains("packs-staging"));
                }
            }
            assertThat(refused).isPositive();
            told("project on a full disk", rounds, "refused " + refused);
        }
    }

    /** All but what fills the disk, and the report, which tells of the failure. */
    private static Map<String, String> project(Path work) throws IOException {
        Path filler = work.resolve("filler");
        Files.deleteIfExists(filler);
        Map<String, String> files = FaultySet.files(work);
        files.remove("target/packs/report.json");
        return files;
    }

    private static void declare(Path work, String version) throws IOException {
        Files.createDirectories(work);
        Files.writeString(work.resolve("pom.xml"), TestPom.declaring(FaultySet.GROUP, "many", version));
    }

    /** What the table of {@code docs/reliability.md} is written from. */
    private static void told(String what, int rounds, String outcomes) {
        System.out.println("faults: " + what + ": " + rounds + " rounds, " + outcomes);
    }
}
