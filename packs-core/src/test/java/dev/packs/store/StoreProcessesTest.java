package dev.packs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several processes, and killed ones, do to one store. */
class StoreProcessesTest {

    private static final int PACKAGES = 20;

    @TempDir
    private Path folder;

    @Test
    void killed_at_any_step_the_store_holds_whole_packages_only() throws Exception {
        Shelf shelf = shelf(PACKAGES);
        Random random = new Random(20261122);
        int died = 0;
        for (int round = 0; round < 25; round++) {
            Path home = folder.resolve("home-" + round % 5);
            int step = 1 + random.nextInt(300);
            int exit = start(home, 0, PACKAGES, step).waitFor();
            assertThat(exit).as("round %d, step %d", round, step).isIn(0, 77);
            died += exit == 77 ? 1 : 0;
            Store store = Store.open(home, StoreSettings.defaults());
            assertThat(packageFolders(store)).isEqualTo(store.reader().list().size());
            assertThat(store.reader().list())
                    .as("round %d, step %d", round, step)
                    .allSatisfy(each -> assertThat(each.verify()).isEmpty());
            if (round % 2 == 1) {
                new Installation(store, shelf).install(Shelf.levels(0, PACKAGES));
                assertThat(store.reader().list()).hasSize(PACKAGES);
                assertThat(store.layout().tmp()).as("step %d", step).isEmptyDirectory();
                new StoreCleaner(store).everything(Set.of());
                assertThat(packageFolders(store)).isZero();
            }
        }
        assertThat(died).isGreaterThan(10);
    }

    @Test
    void processes_that_install_overlapping_packages_at_once_all_succeed() throws Exception {
        shelf(PACKAGES);
        Path home = folder.resolve("home");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(start(home, i, i + 13, 0));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        Store store = Store.open(home, StoreSettings.defaults());
        assertThat(store.reader().list())
                .hasSize(PACKAGES)
                .allSatisfy(each -> assertThat(each.verify()).isEmpty());
        assertThat(store.layout().tmp()).isEmptyDirectory();
    }

    @Test
    void threads_that_install_overlapping_packages_at_once_all_succeed() throws Exception {
        Shelf shelf = shelf(PACKAGES);
        Path home = folder.resolve("home");
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int from = i * 3;
            Thread thread = new Thread(() -> {
                try {
                    new Installation(Store.open(home, StoreSettings.defaults()), shelf)
                            .install(Shelf.levels(from, from + 11));
                } catch (Throwable failed) {
                    failures.add(failed);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        Store store = Store.open(home, StoreSettings.defaults());
        assertThat(store.reader().list()).hasSize(PACKAGES);
        assertThat(store.layout().tmp()).isEmptyDirectory();
    }

    @Test
    void a_living_run_is_left_alone() throws IOException {
        Store store = Store.open(folder.resolve("home"), StoreSettings.defaults());
        try (RunFolder living = store.newRun()) {
            Files.writeString(living.fresh(), "work");
            assertThat(RunFolder.clearDead(store.layout())).isZero();
            assertThat(store.layout().tmp().toFile().list()).hasSize(2);
        }
        assertThat(store.layout().tmp()).isEmptyDirectory();
    }

    @Test
    void what_dead_runs_left_is_cleared() throws IOException {
        Store store = Store.open(folder.resolve("home"), StoreSettings.defaults());
        Path tmp = Files.createDirectories(store.layout().tmp());
        Files.createFile(tmp.resolve("1-abc.lock"));
        Files.writeString(Files.createDirectories(tmp.resolve("1-abc/0/deep")).resolve("f"), "half");
        Files.createDirectories(tmp.resolve("1-orphan/0"));
        Files.createFile(tmp.resolve("1-only.lock"));
        assertThat(RunFolder.clearDead(store.layout())).isEqualTo(2);
        assertThat(tmp).isEmptyDirectory();
    }

    @Test
    void a_store_that_stays_locked_is_reported() throws Exception {
        Path home = folder.resolve("home");
        List<String> notices = new ArrayList<>();
        Store store = Store.open(home, new StoreSettings(1, Duration.ofMillis(1500), notices::add));
        Process holder = child(LockHolder.class, store.layout().lockFile().toString());
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('L');
            assertThatExceptionOfType(PacksException.class)
                    .isThrownBy(() -> store.lock().hold(() -> notices.add("held")))
                    .satisfies(busy -> assertThat(busy.problems().get(0).code()).isEqualTo(ProblemCode.LOCK_BUSY));
            assertThat(notices).singleElement().asString().startsWith("waiting for another build");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        store.lock().hold(() -> notices.add("held"));
        assertThat(notices).last().isEqualTo("held");
    }

    /** Holds the lock on a file until it is killed. */
    static final class LockHolder {

        private LockHolder() {}

        public static void main(String[] arguments) throws Exception {
            try (FileChannel channel = FileChannel.open(
                            Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                System.out.write(lock.isValid() ? 'L' : 'X');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    private Shelf shelf(int count) {
        Shelf shelf = new Shelf(folder.resolve("shelf"));
        for (int i = 0; i < count; i++) {
            shelf.put(i);
        }
        return shelf;
    }

    private static long packageFolders(Store store) throws IOException {
        if (!Files.exists(store.layout().packages())) {
            return 0;
        }
        try (Stream<Path> folders = Files.find(
                store.layout().packages(),
                4,
                (path, attributes) -> path.getFileName().toString().endsWith(".jar"))) {
            return folders.count();
        }
    }

    private Process start(Path home, int from, int to, int deadlyStep) throws IOException {
        return child(
                InstallingProcess.class,
                home.toString(),
                folder.resolve("shelf").toString(),
                Integer.toString(from),
                Integer.toString(to),
                Integer.toString(deadlyStep));
    }

    private static Process child(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
