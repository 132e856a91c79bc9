package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FM2: installing fails, because a repository does. */
class RetriedInstallIT {

    private static final String JAR = "**/lib-1.0.0.jar";

    @TempDir
    private Path folder;

    @Test
    void a_server_that_fails_twice_is_asked_a_third_time_after_growing_pauses() {
        try (Workbench bench = Workbench.in(folder)) {
            publishStarter(bench, "1.0.0", "lib");
            bench.repository().failTimes(2, JAR, Fault.status(500));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm2:starter")
                    .succeeds()
                    .shows("answered 500; attempt 2 of 3 follows", "answered 500; attempt 3 of 3 follows");
            List<LoggedRequest> requests = bench.repository().requests(JAR);
            assertThat(requests).extracting(LoggedRequest::status).containsExactly(500, 500, 200);
            List<Instant> times = requests.stream().map(LoggedRequest::at).toList();
            assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThan(Duration.ofMillis(900));
            assertThat(Duration.between(times.get(1), times.get(2))).isGreaterThan(Duration.ofMillis(1900));
            bench.written().holdsExactly("packs.lock");
            assertThat(bench.packages().files().keySet()).anyMatch(path -> path.endsWith("/lib.txt"));
            bench.holdsNoLeftOvers();
        }
    }

    @Test
    void a_server_that_keeps_failing_leaves_lock_and_store_as_they_were() {
        try (Workbench bench = Workbench.in(folder)) {
            publishStarter(bench, "1.0.0", "lib");
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm2:starter")
                    .succeeds();
            publishStarter(bench, "2.0.0", "good", "broken");
            Tree lock = bench.written();
            Tree packages = bench.packages();
            bench.repository().fail("**/broken-1.0.0.jar", Fault.status(500));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm2:starter@2.0.0")
                    .fails()
                    .shows(
                            "PACKS-201",
                            "com.acme.fm2:broken:jar:1.0.0",
                            "`market`",
                            "answered 500 (asked 3 times)",
                            "help:");
            assertThat(bench.repository().requests("**/broken-1.0.0.jar")).hasSize(3);
            assertThat(bench.repository().requests("**/good-1.0.0.jar")).hasSize(1);
            lock.isUntouchedIn(bench.written());
            packages.isUntouchedIn(bench.packages());
            bench.holdsNoLeftOvers();

            bench.repository().heal();
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm2:starter@2.0.0")
                    .succeeds();
            assertThat(bench.written().text("packs.lock")).contains("2.0.0");
        }
    }

    @Test
    void what_is_missing_or_forbidden_is_asked_for_once_and_both_are_reported() {
        try (Workbench bench = Workbench.in(folder)) {
            publishStarter(bench, "1.0.0", "good", "gone", "secret");
            bench.repository().fail("**/gone-1.0.0.jar", Fault.status(404));
            bench.repository().fail("**/secret-1.0.0.jar", Fault.status(401));
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm2:starter")
                    .fails()
                    .shows("PACKS-204", "com.acme.fm2:gone:jar:1.0.0", "does not have it", "help:")
                    .shows("PACKS-210", "com.acme.fm2:secret:jar:1.0.0", "answered 401", "settings.xml")
                    .doesNotShow("attempt 2");
            assertThat(bench.repository().requests("**/gone-1.0.0.jar")).hasSize(1);
            assertThat(bench.repository().requests("**/secret-1.0.0.jar")).hasSize(1);
            bench.written().holdsExactly();
            bench.packages().holdsExactly();
            bench.holdsNoLeftOvers();
        }
    }

    @Test
    void a_lying_checksum_is_refused_and_not_asked_for_again() {
        try (Workbench bench = Workbench.in(folder)) {
            publishStarter(bench, "1.0.0", "lib");
            bench.repository().fail(JAR + ".sha1", Fault.wrongSha1());
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm2:starter")
                    .fails()
                    .shows("PACKS-601", "com.acme.fm2:lib:jar:1.0.0", "`" + "0".repeat(40) + "`", "help:")
                    .doesNotShow("attempt 2");
            bench.written().holdsExactly();
            bench.packages().holdsExactly();
            bench.holdsNoLeftOvers();

            bench.repository().heal();
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm2:starter")
                    .succeeds();
        }
    }

    private static void publishStarter(Workbench bench, String version, String... packages) {
        TestPack starter = TestPack.of("com.acme.fm2", "starter", version);
        for (String name : packages) {
            starter = starter.installs("com.acme.fm2:" + name, "1.0.0");
            bench.publish().addPackage("com.acme.fm2:" + name + ":1.0.0", Map.of(name + ".txt", name + "\n"));
        }
        bench.publish().add(starter);
    }
}
