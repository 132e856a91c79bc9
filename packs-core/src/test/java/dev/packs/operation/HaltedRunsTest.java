package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.FaultRounds;
import dev.packs.generation.ScaffoldWriter;
import dev.packs.io.DeletedTree;
import dev.packs.io.WatchedDisk;
import dev.packs.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are halted before a random step of their disk: what they leave verifies, and the next run completes. */
@Tag("faults")
class HaltedRunsTest {

    private static final long SEED = 20261124;

    @TempDir
    private Path folder;

    @Test
    void an_installation_leaves_whole_packages_and_the_old_lock_or_the_new_one() throws Exception {
        Path old = folder.resolve("old");
        new FaultyRuns(old).run("install", "9");
        Path complete = folder.resolve("complete");
        int steps = stepsOf(complete, "install", "20");
        byte[] oldLock = Files.readAllBytes(old.resolve("packs.lock"));
        byte[] newLock = Files.readAllBytes(complete.resolve("packs.lock"));
        Map<String, String> packages = files(complete.resolve("home/packages"));
        Random random = new Random(SEED);
        int locked = 0;
        for (int round = 0; round < FaultRounds.of(12, 500); round++) {
            boolean isFirst = round % 2 == 0;
            Path work = folder.resolve("work");
            DeletedTree.delete(work);
            if (!isFirst) {
                copy(old, work);
            }
            int step = 1 + random.nextInt(steps);
            boolean isHalted = isHalted(work, "install", "20", step);
            String which = "round " + round + ", halted before step " + step;
            if (Files.isDirectory(work.resolve("home"))) {
                assertThat(examine(work).failures()).as(which).isEmpty();
            }
            Path lock = work.resolve("packs.lock");
            if (Files.exists(lock)) {
                assertThat(Files.readAllBytes(lock)).as(which).isIn(oldLock, newLock);
                locked += isHalted && isFirst ? 1 : 0;
            } else {
                assertThat(isFirst).as(which).isTrue();
            }
            if (!isFirst) {
                assertThat(files(work.resolve("home/packages")))
                        .as(which)
                        .containsAllEntriesOf(files(old.resolve("home/packages")));
            }

            new FaultyRuns(work).run("install", "20");

            assertThat(Files.readAllBytes(lock)).as(which).isEqualTo(newLock);
            assertThat(files(work.resolve("home/packages"))).as(which).isEqualTo(packages);
            assertThat(work.resolve("home/tmp")).as(which).isEmptyDirectory();
            // Files that are too young to be certain that nobody writes them.
            examining(work).mend();
            assertThat(examine(work).failures()).as(which).isEmpty();
        }
        assertThat(packages).hasSize(2 * FaultyRuns.PACKAGES);
        assertThat(steps).isGreaterThan(400);
        report("install", steps, locked);
    }

    @Test
    void a_scaffold_is_not_there_or_whole() throws Exception {
        Path complete = folder.resolve("complete");
        int steps = stepsOf(complete, "scaffold", "1.0.0");
        Map<String, String> expected = files(complete.resolve("shop"));
        Random random = new Random(SEED);
        for (int round = 0; round < FaultRounds.of(8, 250); round++) {
            Path work = folder.resolve("work");
            DeletedTree.delete(work);
            int step = 1 + random.nextInt(steps);
            isHalted(work, "scaffold", "1.0.0", step);
            String which = "round " + round + ", halted before step " + step;
            if (Files.exists(work.resolve("shop"))) {
                assertThat(files(work.resolve("shop"))).as(which).isEqualTo(expected);
            }

            new FaultyRuns(work).run("scaffold", "1.0.0");

            assertThat(files(work.resolve("shop"))).as(which).isEqualTo(expected);
            assertThat(staging(work)).as(which).isEmpty();
        }
        report("scaffold", steps, 0);
    }

    @Test
    void a_scaffold_over_another_is_the_old_one_or_the_new_one_once_the_next_run_has_looked() throws Exception {
        Path old = folder.resolve("old");
        new FaultyRuns(old).run("scaffold", "1.0.0");
        Path complete = folder.resolve("complete");
        copy(old, complete);
        int steps = stepsOf(complete, "scaffold", "2.0.0");
        Map<String, String> before = files(old.resolve("shop"));
        Map<String, String> after = files(complete.resolve("shop"));
        assertThat(after).isNotEqualTo(before);
        Random random = new Random(SEED);
        for (int round = 0; round < FaultRounds.of(8, 250); round++) {
            Path work = folder.resolve("work");
            DeletedTree.delete(work);
            copy(old, work);
            int step = 1 + random.nextInt(steps);
            isHalted(work, "scaffold", "2.0.0", step);
            String which = "round " + round + ", halted before step " + step;

            ScaffoldWriter.recover(work.resolve("shop"));

            assertThat(files(work.resolve("shop"))).as(which).isIn(before, after);
            assertThat(staging(work)).as(which).isEmpty();

            new FaultyRuns(work).run("scaffold", "2.0.0");

            assertThat(files(work.resolve("shop"))).as(which).isEqualTo(after);
        }
        report("scaffold over another", steps, 0);
    }

    @Test
    void an_output_of_a_build_is_completed_by_the_next_one_with_its_lock() throws Exception {
        Path old = folder.resolve("old");
        new FaultyRuns(old).run("declared", "1.0.0");
        Path complete = folder.resolve("complete");
        copy(old, complete);
        int steps = stepsOf(complete, "declared", "2.0.0");
        byte[] oldLock = Files.readAllBytes(old.resolve("packs.lock"));
        byte[] newLock = Files.readAllBytes(complete.resolve("packs.lock"));
        Map<String, String> expected = files(complete.resolve("out/many"));
        assertThat(expected).hasSize(FaultyRuns.FILES);
        Random random = new Random(SEED);
        for (int round = 0; round < FaultRounds.of(8, 500); round++) {
            Path work = folder.resolve("work");
            DeletedTree.delete(work);
            copy(old, work);
            int step = 1 + random.nextInt(steps);
            isHalted(work, "declared", "2.0.0", step);
            String which = "round " + round + ", halted before step " + step;
            Path lock = work.resolve("packs.lock");
            assertThat(Files.readAllBytes(lock)).as(which).isIn(oldLock, newLock);

            new FaultyRuns(work).run("declared", "2.0.0");

            assertThat(Files.readAllBytes(lock)).as(which).isEqualTo(newLock);
            assertThat(files(work.resolve("out/many"))).as(which).isEqualTo(expected);
            assertThat(staging(work)).as(which).isEmpty();
        }
        report("declared", steps, 0);
    }

    @Test
    void eight_processes_that_install_overlapping_sets_all_succeed() throws Exception {
        for (int round = 0; round < FaultRounds.of(1, 20); round++) {
            Path work = folder.resolve("work-" + round);
            List<Process> processes = new ArrayList<>();
            for (int levels = 13; levels <= FaultyRuns.LEVELS; levels++) {
                processes.add(child(work, "install-aside", Integer.toString(levels), 0));
            }
            for (Process process : processes) {
                assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).as(() -> printed(process)).isZero();
            }
            assertThat(files(work.resolve("home/packages"))).hasSize(2 * FaultyRuns.PACKAGES);
            assertThat(work.resolve("home/tmp")).isEmptyDirectory();
            ExaminedStore examined = examine(work);
            assertThat(examined.failures()).isEmpty();
            assertThat(examined.warnings()).isEmpty();
            assertThat(examined.document()).containsEntry("projects", 8);
        }
    }

    /** What the rounds of the page are copied from. */
    private static void report(String what, int steps, int locked) {
        System.out.println("faults: " + what + ": " + steps + " steps" + (locked > 0 ? ", " + locked + " locked" : ""));
    }

    private static ExamineStore examining(Path work) {
        return new ExamineStore(work.resolve("home"), layout -> Map.of(), StoreSettings.defaults());
    }

    private static ExaminedStore examine(Path work) {
        return examining(work).look();
    }

    private static int stepsOf(Path work, String what, String of) throws Exception {
        Process process = child(work, what, of, 0);
        assertThat(process.waitFor()).as(() -> printed(process)).isZero();
        String printed = printed(process).strip();
        return Integer.parseInt(printed.substring(printed.lastIndexOf('\n') + 1));
    }

    private static boolean isHalted(Path work, String what, String of, int step) throws Exception {
        Process process = child(work, what, of, step);
        assertThat(process.waitFor()).as(() -> printed(process)).isIn(0, WatchedDisk.HALTED);
        return process.exitValue() == WatchedDisk.HALTED;
    }

    private static Process child(Path work, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                FaultyRuns.class.getName(),
                work.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Process child(Path work, String what, String of, int step) throws IOException {
        return child(work, new String[] {what, of, Integer.toString(step)});
    }

    private static String printed(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return closed.toString();
        }
    }

    /** Every file below a folder with its content and whether it may be run. */
    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> found = new TreeMap<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    found.put(
                            root.relativize(file).toString(),
                            Files.readString(file) + (Files.isExecutable(file) ? "x" : ""));
                }
            }
        }
        return found;
    }

    /** What generations keep while they are at it. */
    private static List<Path> staging(Path work) throws IOException {
        try (Stream<Path> all = Files.walk(work)) {
            return all.filter(path -> path.getFileName().toString().startsWith(".packs-staging"))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                // With its mode: the store is its owner's alone.
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
