package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.io.DeletedTree;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that stalls, resets, breaks off, fails, lies and changes, wherever it is asked; no repository at all; a store that must not be written. */
@Tag("faults")
class FaultyHttpIT {

    private static final String JAR = "**/package-07-1.0.0.jar";

    @TempDir
    private Path folder;

    /**
     * One way to fail.
     *
     * @param times how many requests fail; for more than two the installation cannot succeed where the file is needed
     */
    private record Case(String name, String glob, Fault fault, int times) {

        @Override
        public String toString() {
            return name + " at " + glob + ", " + (times > 2 ? "always" : times + " times");
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        if (!FaultRounds.isProfile()) {
            cases.add(new Case("reset", JAR, new Fault.Reset(), 99));
            cases.add(new Case("stall", "**/level-7-1.0.0.toml", new Fault.Stall(Duration.ofMinutes(5)), 1));
            cases.add(new Case("lie", JAR + ".sha1", Fault.wrongSha1(), 99));
            cases.add(new Case("500", "**/level-5/maven-metadata.xml", Fault.status(500), 99));
            return cases;
        }
        for (String glob : List.of(
                JAR,
                "**/package-*.jar",
                "**/level-7-1.0.0.toml",
                "**/level-5/maven-metadata.xml",
                "**/package-30-1.0.0.jar.sha1")) {
            cases.add(new Case("reset", glob, new Fault.Reset(), 99));
            cases.add(new Case("reset", glob, new Fault.Reset(), 2));
            cases.add(new Case("truncate", glob, new Fault.Truncate(20), 99));
            cases.add(new Case("truncate", glob, new Fault.Truncate(20), 1));
            cases.add(new Case("500", glob, Fault.status(500), 99));
            cases.add(new Case("500", glob, Fault.status(500), 2));
            cases.add(new Case("503", glob, Fault.status(503), 1));
            cases.add(new Case("stall", glob, new Fault.Stall(Duration.ofMinutes(5)), 1));
            cases.add(new Case("other content", glob, Fault.instead("something else"), 1));
            cases.add(new Case("other content", glob, Fault.instead("something else"), 99));
            if (glob.endsWith(".jar") || glob.endsWith(".toml")) {
                cases.add(new Case("lie", glob + ".sha1", Fault.wrongSha1(), 99));
                cases.add(new Case("lie", glob + ".sha1", Fault.wrongSha1(), 1));
            }
        }
        return cases;
    }

    @Test
    void whatever_a_repository_does_the_store_verifies_the_lock_is_old_or_new_and_the_next_run_completes() {
        try (Workbench bench = Workbench.in(folder)) {
            FaultySet.publishLevels(bench);
            bench.maven().run(FaultySet.install(20)).succeeds();
            String newLock = FaultySet.files(bench.work()).get("packs.lock");
            Map<String, String> complete = FaultySet.files(bench.store().resolve("packages"));
            int failed = 0;
            int round = 0;
            for (Case each : cases()) {
                DeletedTree.delete(bench.store());
                DeletedTree.delete(bench.work());
                DeletedTree.delete(folder.resolve("local-repository/com/acme"));
                if (round++ % 2 == 1) {
                    bench.maven().run(FaultySet.install(4)).succeeds();
                }
                Map<String, String> lock = FaultySet.files(bench.work());
                Map<String, String> packages = FaultySet.files(bench.store().resolve("packages"));
                bench.repository().failTimes(each.times(), each.glob(), each.fault());
                MavenResult result = bench.maven().run(install("-Dpacks.timeout=2"));
                FaultySet.verifies(bench.store(), each.toString());
                if (result.exitCode() == 0) {
                    assertThat(FaultySet.files(bench.work()).get("packs.lock"))
                            .as(each.toString())
                            .isEqualTo(newLock);
                } else {
                    failed++;
                    assertThat(result.output()).as(each.toString()).containsPattern("PACKS-(201|202|601)");
                    assertThat(result.output()).as(each.toString()).contains("help:");
                    assertThat(FaultySet.files(bench.work()))
                            .as(each.toString())
                            .isEqualTo(lock);
                    assertThat(FaultySet.files(bench.store().resolve("packages")))
                            .as(each.toString())
                            .isEqualTo(packages);
                }
                bench.repository().heal();
                bench.maven().run(FaultySet.install(20)).succeeds();
                assertThat(FaultySet.files(bench.work()).get("packs.lock"))
                        .as(each.toString())
                        .isEqualTo(newLock);
                assertThat(FaultySet.files(bench.store().resolve("packages")))
                        .as(each.toString())
                        .isEqualTo(complete);
                FaultySet.isComplete(bench.store(), each.toString());
            }
            assertThat(failed).isPositive();
            System.out.println(
                    "faults: repository: " + round + " cases, " + failed + " failed, " + (round - failed) + " went on");
        }
    }

    private static String[] install(String more) {
        String[] usual = FaultySet.install(20);
        return new String[] {usual[0], usual[1], more};
    }

    @Test
    void other_content_under_the_same_version_is_refused_while_the_lock_has_a_digest() {
        try (Workbench bench = Workbench.in(folder)) {
            FaultySet.publishLevels(bench);
            bench.maven().run(FaultySet.install(4)).succeeds();
            Map<String, String> lock = FaultySet.files(bench.work());
            String other = FaultySet.GROUP + ":package-03:1.0.0";
            bench.publish().addPackage(other, Map.of("a/other.txt", "other"));
            DeletedTree.delete(bench.store());
            DeletedTree.delete(folder.resolve("local-repository/com/acme"));
            bench.maven()
                    .run(FaultySet.install(4))
                    .fails()
                    .shows("PACKS-601", FaultySet.GROUP + ":package-03", "the lock has", "help:");
            assertThat(FaultySet.files(bench.work())).isEqualTo(lock);
            bench.packages().holdsExactly();
            bench.holdsNoLeftOvers();

            FaultySet.publishLevels(bench);
            DeletedTree.delete(folder.resolve("local-repository/com/acme"));
            bench.maven().run(FaultySet.install(4)).succeeds();
            assertThat(FaultySet.files(bench.work())).isEqualTo(lock);
            FaultySet.isComplete(bench.store(), "the right content again");
        }
    }

    @Test
    void without_a_network_what_is_there_works_and_what_is_not_is_named() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            FaultySet.publishLevels(bench);
            bench.maven().run(FaultySet.install(4)).succeeds();
            Map<String, String> lock = FaultySet.files(bench.work());
            int closed;
            try (ServerSocket socket = new ServerSocket(0)) {
                closed = socket.getLocalPort();
            }
            for (String url : List.of("http://127.0.0.1:" + closed, "http://repository.invalid")) {
                MavenRun cut = from(bench, url);
                cut.run(install("-Dpacks.timeout=2")).fails().shows("PACKS-201", "`market`", "help:");
                assertThat(FaultySet.files(bench.work())).as(url).isEqualTo(lock);
                FaultySet.isComplete(bench.store(), url);
                cut.run(FaultySet.install(4)).succeeds();
                assertThat(FaultySet.files(bench.work())).as(url).isEqualTo(lock);
            }
            bench.maven().offline().run(FaultySet.install(4)).succeeds();
            DeletedTree.delete(bench.store());
            bench.maven().offline().run(FaultySet.install(4)).succeeds();
            FaultySet.isComplete(bench.store(), "offline");
            bench.maven().run(FaultySet.install(20)).succeeds();
        }
    }

    @Test
    void a_home_that_must_not_be_written_serves_what_it_has() throws IOException {
        try (Workbench bench = Workbench.in(folder);
                TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), 64)) {
            FaultySet.publishLevels(bench);
            Path home = disk.folder().resolve("home");
            bench.maven().packsHome(home).run(FaultySet.install(4)).succeeds();
            Map<String, String> store = FaultySet.files(home);
            disk.readOnly();
            // A project that the store does not know yet, either.
            for (String work : List.of("work", "other")) {
                bench.maven(work).packsHome(home).run(FaultySet.install(4)).succeeds();
            }
            assertThat(FaultySet.files(folder.resolve("other"))).isEqualTo(FaultySet.files(bench.work()));
            Map<String, String> lock = FaultySet.files(bench.work());
            bench.maven()
                    .packsHome(home)
                    .run(FaultySet.install(20))
                    .fails()
                    .shows("PACKS-206", home.toString(), "help:");
            assertThat(FaultySet.files(bench.work())).isEqualTo(lock);
            bench.maven()
                    .packsHome(home)
                    .run(Harness.plugin() + ":doctor")
                    .fails()
                    .shows("PACKS-206", "cannot be written");
            assertThat(FaultySet.files(home)).isEqualTo(store);
            bench.maven()
                    .packsHome(folder.resolve("elsewhere"))
                    .run(FaultySet.install(20))
                    .succeeds();
        }
    }

    @Test
    void a_real_server_with_a_login_that_is_killed_on_the_way_is_named_and_then_used() throws Exception {
        try (Workbench bench = Workbench.in(folder);
                WebDav server = WebDav.start(folder.resolve("webdav"), "jo", "s3cret")) {
            FaultySet.publishLevels(bench);
            server.upload(folder.resolve("market"));
            assertThat(server.root().resolve("com/acme/faults/level-0/maven-metadata.xml"))
                    .exists();
            for (int round = 0; round < FaultRounds.of(1, 10); round++) {
                DeletedTree.delete(bench.store());
                DeletedTree.delete(bench.work());
                DeletedTree.delete(folder.resolve("local-repository/com/acme"));
                maven(bench, server, "wrong")
                        .run(FaultySet.install(20))
                        .fails()
                        .shows("PACKS-210", "`market`", "settings.xml");
                bench.written().holdsExactly();
                int jars = 1 + 4 * round;
                try (RunningMaven running = maven(bench, server, "s3cret").start(install("-Dpacks.timeout=2"))) {
                    running.awaitThat(() -> server.answered(".jar HTTP/1.1\" 200") >= jars);
                    server.kill();
                    MavenResult result = running.await();
                    if (result.exitCode() != 0) {
                        result.shows("PACKS-201", "`market`", "help:");
                        bench.written().holdsExactly();
                        bench.packages().holdsExactly();
                    }
                }
                FaultySet.verifies(bench.store(), "round " + round);
                server.startAgain();
                maven(bench, server, "s3cret").run(FaultySet.install(20)).succeeds();
                FaultySet.isComplete(bench.store(), "round " + round);
                bench.holdsNoLeftOvers();
            }
        }
    }

    private MavenRun maven(Workbench bench, WebDav server, String password) {
        return from(bench, server.url()).server("market", "jo", password);
    }

    /** As the bench's own, with another repository. */
    private MavenRun from(Workbench bench, String url) {
        return MavenRun.in(bench.work())
                .onlyRepository("market", url)
                .localRepository(folder.resolve("local-repository"))
                .packsHome(bench.store());
    }
}
