package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cleaning and uninstalling: what a lock names stays. */
class StoreGoalsTest {

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void install() {
        bench = new Bench(folder);
        for (String id : new String[] {"one", "two"}) {
            bench.packs.pack(id, "1.0.0", "[[packages]]\nname = \"org.example:" + id + "\"\nversion = \"1.0\"\n");
            bench.packages.offer(id, "1.0");
        }
        bench.packs.pack("both", "1.0.0", "[[dependencies]]\npack = \"com.acme:one\"\nversion = \"*\"\n");
    }

    private RemovedPackages uninstall(String id, Optional<Path> ownLock) {
        return new UninstallPacks(bench.use())
                .run(new UninstallPacks.Request(Optional.of(Bench.name(id)), Set.of("org.example:" + id), ownLock));
    }

    private RemovedPackages clean(boolean all, Optional<Duration> age) {
        return new CleanStore(bench.use()).run(new CleanStore.Request(all, age, Instant.now()));
    }

    private void lockElsewhere(String... packs) {
        new InstallPacks(bench.prepare(), bench.use())
                .run(new InstallPacks.Request(
                        "other", Bench.requirements(packs), Map.of(), folder.resolve("other/packs.lock"), false));
    }

    @Test
    void cleaning_everything_keeps_what_a_lock_uses() throws Exception {
        bench.install("one@*");
        lockElsewhere("two@*");
        Files.delete(folder.resolve("other/packs.lock"));

        RemovedPackages removed = clean(true, Optional.empty());

        assertThat(removed.lines().get(0)).isEqualTo("  - org.example:two:1.0");
        assertThat(removed.lines().get(1)).startsWith("Removed 1 package, ").endsWith(" bytes");
        assertThat(removed.document()).containsEntry("interruptedRuns", 0);
        assertThat(bench.stored()).containsExactly("org.example:one:1.0");
    }

    @Test
    void cleaning_by_age_keeps_what_was_used_since() {
        lockElsewhere("two@*");

        assertThat(clean(false, Optional.of(Duration.ofDays(1))).lines())
                .containsExactly("Nothing to remove: every package in the store is used, or there is none");
    }

    @Test
    void a_store_within_its_limit_is_left_alone_and_one_over_it_shrinks() throws Exception {
        lockElsewhere("one@*", "two@*");
        Files.delete(folder.resolve("other/packs.lock"));

        assertThat(clean(false, Optional.empty()).removed().removed()).isEmpty();

        bench.limit = 0;

        assertThat(clean(false, Optional.empty()).removed().removed()).hasSize(2);
        assertThat(bench.stored()).isEmpty();
    }

    @Test
    void an_installation_makes_room_but_never_takes_what_a_lock_uses() throws Exception {
        bench.limit = 0;
        lockElsewhere("two@*");

        bench.install("one@*");

        assertThat(bench.stored()).containsExactly("org.example:one:1.0", "org.example:two:1.0");

        Files.delete(folder.resolve("other/packs.lock"));
        bench.install("one@*");

        assertThat(bench.stored()).containsExactly("org.example:one:1.0");
    }

    @Test
    void a_damaged_lock_of_another_project_stops_cleaning_and_no_installation() {
        lockElsewhere("two@*");
        Bench.write(folder.resolve("other/packs.lock"), "nonsense");
        bench.limit = 0;

        assertThat(bench.install("one@*").lock()).isEqualTo(LockFile.Change.WRITTEN);
        assertThat(Bench.codes(() -> clean(true, Optional.empty()))).contains(ProblemCode.LOCK_INVALID);
        assertThat(bench.stored()).containsExactly("org.example:one:1.0", "org.example:two:1.0");
    }

    @Test
    void uninstalling_takes_the_pack_out_of_the_own_lock_and_its_packages_out_of_the_store() {
        bench.install("one@*", "two@*");

        RemovedPackages removed = uninstall("one", Optional.of(bench.lockFile()));

        assertThat(removed.lines()).first().isEqualTo("  - org.example:one:1.0");
        assertThat(LockFile.read(bench.lockFile()).before().roots()).containsExactly(Bench.name("two"));
        assertThat(bench.stored()).containsExactly("org.example:two:1.0");
    }

    @Test
    void what_another_project_uses_cannot_be_uninstalled_and_the_own_lock_stays() {
        bench.install("one@*");
        lockElsewhere("one@*");
        String before = Bench.read(bench.lockFile());

        assertThat(Bench.codes(() -> uninstall("one", Optional.of(bench.lockFile()))))
                .containsExactly(ProblemCode.STILL_IN_USE);

        assertThat(Bench.read(bench.lockFile())).isEqualTo(before);
        assertThat(bench.stored()).containsExactly("org.example:one:1.0");
    }

    @Test
    void what_a_project_declares_cannot_be_uninstalled() {
        bench.install("one@*");

        assertThat(Bench.problems(() -> uninstall("one", Optional.empty())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("is in a project's lock"));
    }

    @Test
    void what_another_pack_of_the_lock_needs_cannot_be_uninstalled() {
        bench.install("both@*");

        assertThat(Bench.problems(() -> uninstall("one", Optional.of(bench.lockFile()))))
                .extracting(Problem::message)
                .containsExactly("the pack com.acme:one is needed by com.acme:both in `" + bench.lockFile() + "`");
    }

    @Test
    void without_a_pack_everything_goes_that_no_lock_uses() throws Exception {
        bench.install("one@*");
        lockElsewhere("two@*");
        Files.delete(folder.resolve("other/packs.lock"));

        new UninstallPacks(bench.use()).run(new UninstallPacks.Request(Optional.empty(), Set.of(), Optional.empty()));

        assertThat(bench.stored()).containsExactly("org.example:one:1.0");
    }
}
