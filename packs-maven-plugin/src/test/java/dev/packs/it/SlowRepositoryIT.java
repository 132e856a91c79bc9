package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** FM9: a repository that does not answer, or not to the end. */
class SlowRepositoryIT {

    private static final String JAR = "**/lib-1.0.0.jar";

    @TempDir
    private Path folder;

    @Test
    void a_stalling_repository_is_a_time_out_and_what_was_fetched_before_works_offline() {
        try (Workbench bench = Workbench.in(folder)) {
            publish(bench, "1.0.0");
            publish(bench, "1.1.0");
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm9:starter@1.0.0")
                    .succeeds();
            Tree lock = bench.written();
            // Longer than Maven's own patience in a test; without a time-out of ours the run would be killed.
            bench.repository().fail("**", new Fault.Stall(Duration.ofMinutes(5)));
            bench.maven()
                    .timeout(Duration.ofSeconds(90))
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm9:starter@1.1.0", "-Dpacks.timeout=2")
                    .fails()
                    .shows("did not answer in time; attempt 2 of 3 follows")
                    .shows("[INFO] packs: ")
                    .shows("PACKS-202", "`market`", "did not answer in time", "help:", "-Dpacks.timeout=");
            lock.isUntouchedIn(bench.written());

            bench.maven("elsewhere")
                    .offline()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm9:starter@^1.0")
                    .succeeds();
            assertThat(Tree.of(folder.resolve("elsewhere")).text("packs.lock")).isEqualTo(lock.text("packs.lock"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void at_a_terminal_a_line_tells_of_a_long_download_and_is_gone_in_the_end() {
        try (Workbench bench = Workbench.in(folder)) {
            publish(bench, "1.0.0");
            bench.repository().fail(JAR, new Fault.Slow(Duration.ofMillis(250)));
            try (MavenAtTerminal maven =
                    bench.maven().startAtTerminal(Harness.plugin() + ":install", "-Dpack=com.acme.fm9:starter")) {
                maven.awaits("packs: downloading 2 of 2 packs and packages: lib-1.0.0.jar")
                        .await()
                        .succeeds();
                assertThat(maven.raw()).containsPattern("\r(\u001b\\[\\?7l)?packs: downloading");
                assertThat(maven.lines())
                        .contains("[INFO]   + com.acme.fm9:lib:1.0.0")
                        .noneMatch(line -> line.contains("packs: downloading"));
            }
        }
    }

    @Test
    void a_repository_that_is_down_is_named_and_asked_three_times() {
        try (Workbench bench = Workbench.in(folder)) {
            String url = bench.repository().url();
            MavenRun maven = bench.maven();
            bench.repository().close();
            maven.run(Harness.plugin() + ":install", "-Dpack=com.acme.fm9:starter@1.0.0")
                    .fails()
                    .shows("attempt 3 of 3 follows", "PACKS-201", "`market` (" + url, "cannot be reached", "help:");
            bench.written().holdsExactly();
        }
    }

    @Test
    void a_jar_that_breaks_off_is_fetched_again() {
        try (Workbench bench = Workbench.in(folder)) {
            publish(bench, "1.0.0");
            bench.repository().failTimes(1, JAR, new Fault.Truncate(100));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm9:starter")
                    .succeeds()
                    .shows("attempt 2 of 3 follows")
                    .doesNotShow("attempt 3 of 3");
            assertThat(bench.repository().requests(JAR)).hasSize(2);
            assertThat(bench.packages().files().keySet()).anyMatch(path -> path.endsWith("/lib.txt"));
        }
    }

    @Test
    void a_jar_that_breaks_off_every_time_leaves_nothing() {
        try (Workbench bench = Workbench.in(folder)) {
            publish(bench, "1.0.0");
            bench.repository().fail(JAR, new Fault.Truncate(100));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm9:starter")
                    .fails()
                    .shows("attempt 3 of 3 follows", "PACKS-201", "com.acme.fm9:lib:jar:1.0.0", "help:");
            bench.written().holdsExactly();
            bench.packages().holdsExactly();
            bench.holdsNoLeftOvers();
        }
    }

    private static void publish(Workbench bench, String version) {
        bench.publish()
                .addPackage("com.acme.fm9:lib:1.0.0", Map.of("lib.txt", "lib\n".repeat(500)))
                .add(TestPack.of("com.acme.fm9", "starter", version).installs("com.acme.fm9:lib", "1.0.0"));
    }
}
