package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FM6: Maven is killed in the middle, or runs twice at once. */
class KilledIT {

    private static final int FILES = 4000;
    /** How often a kill may miss its moment. */
    private static final int TRIES = 4;

    @TempDir
    private Path folder;

    @Test
    void an_install_that_is_killed_installs_nothing_and_the_next_one_clears_and_completes() {
        try (Workbench bench = Workbench.in(folder)) {
            bench.publish()
                    .addPackage("com.acme.fm6:first:1.0.0", Map.of("first.txt", "first\n"))
                    .addPackage("com.acme.fm6:second:1.0.0", Map.of("second.txt", "second\n"))
                    .add(TestPack.of("com.acme.fm6", "starter", "1.0.0")
                            .installs("com.acme.fm6:first", "1.0.0")
                            .installs("com.acme.fm6:second", "1.0.0"));
            bench.repository().fail("**/second-1.0.0.jar", new Fault.Stall(Duration.ofMinutes(5)));
            try (RunningMaven running = bench.maven()
                    .start(Harness.plugin() + ":install", "-Dpack=com.acme.fm6:starter", "-Dpacks.timeout=100")) {
                running.awaitThat(() -> bench.repository().hasBeenAskedFor("**/second-1.0.0.jar")
                        && bench.leftOvers().stream().anyMatch(path -> path.endsWith(".packs-package")));
                running.kill();
            }
            bench.packages().holdsExactly();
            bench.written().holdsExactly();
            assertThat(bench.leftOvers()).isNotEmpty();

            bench.repository().heal();
            bench.maven()
                    .run(Harness.plugin() + ":install", "-Dpack=com.acme.fm6:starter")
                    .succeeds();
            bench.holdsNoLeftOvers();
            bench.written().holdsExactly("packs.lock");
            assertThat(bench.packages().files().keySet())
                    .anyMatch(path -> path.endsWith("/first.txt"))
                    .anyMatch(path -> path.endsWith("/second.txt"));
        }
    }

    @Test
    void a_scaffold_that_is_killed_does_not_exist_and_the_next_one_completes() {
        try (Workbench bench = Workbench.in(folder)) {
            publishMany(bench);
            Path staging = bench.work().resolve(".packs-staging-my-api");
            killWhen(bench, "my-api", staging.resolve("new/0/f/0200.txt"), staging);
            assertThat(bench.work().resolve("my-api")).doesNotExist();

            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dpack=com.acme.fm6:many", "-Dname=my-api")
                    .succeeds();
            assertThat(staging).doesNotExist();
            assertThat(Tree.of(bench.work().resolve("my-api")).files()).hasSize(FILES + 2);
        }
    }

    @Test
    void what_a_killed_scaffold_had_overwritten_is_restored_by_the_next_run() throws IOException {
        try (Workbench bench = Workbench.in(folder)) {
            publishMany(bench);
            Path project = bench.work().resolve("my-api");
            Files.createDirectories(project.resolve("f"));
            for (int i = 0; i < FILES; i += 2) {
                Files.writeString(project.resolve(name(i)), "mine\n");
            }
            Tree mine = Tree.of(project);
            killWhen(
                    bench,
                    "my-api",
                    project.resolve(name(101)),
                    project.resolve(".packs-staging/journal"),
                    "-Dpacks.force");

            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dpack=com.acme.fm6:many", "-Dname=my-api")
                    .fails()
                    .shows("PACKS-", "-Dpacks.force");
            mine.isUntouchedIn(Tree.of(project));

            bench.maven()
                    .run(Harness.plugin() + ":generate", "-Dpack=com.acme.fm6:many", "-Dname=my-api", "-Dpacks.force")
                    .succeeds();
            Tree written = Tree.of(project);
            assertThat(written.files()).hasSize(FILES + 2);
            assertThat(written.text(name(0))).isEqualTo("packs\n");
        }
    }

    @Test
    void two_installs_at_once_share_a_store() {
        try (Workbench bench = Workbench.in(folder)) {
            PackRepositoryBuilder market = bench.publish();
            for (String name : new String[] {"common", "left", "right"}) {
                market.addPackage("com.acme.fm6:" + name + ":1.0.0", Map.of(name + ".txt", name + "\n"));
            }
            for (String name : new String[] {"left", "right"}) {
                market.add(TestPack.of("com.acme.fm6", name + "-pack", "1.0.0")
                        .installs("com.acme.fm6:common", "1.0.0")
                        .installs("com.acme.fm6:" + name, "1.0.0"));
                // Each has unpacked the common package and waits for its own, so that both are there to be put in place
                // at the same time.
                bench.repository().fail("**/" + name + "-1.0.0.jar", new Fault.Slow(Duration.ofMillis(600)));
            }
            try (RunningMaven left = install(bench, "left");
                    RunningMaven right = install(bench, "right")) {
                left.awaitThat(() -> bench.leftOvers().stream()
                                .filter(path -> path.endsWith("common.txt"))
                                .count()
                        == 2);
                left.await().succeeds();
                right.await().succeeds();
            }
            bench.holdsNoLeftOvers();
            assertThat(bench.packages().files().keySet())
                    .filteredOn(path -> path.endsWith(".txt"))
                    .hasSize(3);
            for (String name : new String[] {"left", "right"}) {
                assertThat(Tree.of(folder.resolve(name)).text("packs.lock"))
                        .contains("com.acme.fm6:common", "com.acme.fm6:" + name);
            }
        }
    }

    /** A local repository each, so that it is the store that they meet in. */
    private RunningMaven install(Workbench bench, String name) {
        return bench.maven(name)
                .localRepository(folder.resolve("local-repository-" + name))
                .start(Harness.plugin() + ":install", "-Dpack=com.acme.fm6:" + name + "-pack");
    }

    /** Generates and kills as soon as a file appears; again if that was too late, which what is then missing tells. */
    private static void killWhen(Workbench bench, String name, Path appears, Path remains, String... more) {
        for (int i = 0; i < TRIES && !Files.exists(remains); i++) {
            MavenRun run = bench.maven();
            String[] arguments = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(
                                    Harness.plugin() + ":generate", "-Dpack=com.acme.fm6:many", "-Dname=" + name),
                            java.util.stream.Stream.of(more))
                    .toArray(String[]::new);
            try (RunningMaven running = run.start(arguments)) {
                running.awaitThat(() -> Files.exists(appears));
                running.kill();
            }
        }
        assertThat(remains).exists();
    }

    private static void publishMany(Workbench bench) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            files.put("files/" + name(i), "packs\n".getBytes(StandardCharsets.UTF_8));
        }
        TestPack empty = TestPack.of("com.acme.fm6", "many", "1.0.0");
        bench.publish().add(new TestPack(empty.group(), empty.id(), empty.version(), empty.manifest(), files));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "f/%04d.txt", number);
    }
}
