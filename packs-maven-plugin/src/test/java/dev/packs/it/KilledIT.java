package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
            publishMany(bench, "1.0.0", "one\n");
            Path work = kill(
                    bench,
                    new Moment(
                            place -> {},
                            place -> Files.exists(place.resolve(".packs-staging-my-api/new/0/f/0200.txt")),
                            ".packs-staging-my-api"),
                    scaffold());
            assertThat(work.resolve("my-api")).doesNotExist();

            bench.maven(String.valueOf(work.getFileName())).run(scaffold()).succeeds();
            assertThat(work).isDirectoryNotContaining(path -> !path.endsWith("my-api"));
            assertThat(Tree.of(work.resolve("my-api")).files()).hasSize(FILES + 2);
        }
    }

    @Test
    void what_a_killed_scaffold_had_overwritten_is_restored_by_the_next_run() {
        try (Workbench bench = Workbench.in(folder)) {
            publishMany(bench, "1.0.0", "one\n");
            Path work = kill(
                    bench,
                    new Moment(
                            place -> write(place.resolve("my-api"), "mine\n"),
                            place -> holds(place.resolve("my-api").resolve(name(100)), "one\n"),
                            "my-api/.packs-staging/journal"),
                    scaffold("-Dpacks.force"));

            String again = String.valueOf(work.getFileName());
            bench.maven(again).run(scaffold()).fails().shows("PACKS-", "-Dpacks.force");
            Tree mine = Tree.of(work.resolve("my-api"));
            assertThat(mine.files())
                    .hasSize(FILES)
                    .allSatisfy((path, state) -> assertThat(mine.text(path)).isEqualTo("mine\n"));

            bench.maven(again).run(scaffold("-Dpacks.force")).succeeds();
            Tree written = Tree.of(work.resolve("my-api"));
            assertThat(written.files()).hasSize(FILES + 2);
            assertThat(written.text(name(0))).isEqualTo("one\n");
        }
    }

    @Test
    void a_build_that_is_killed_while_it_rewrites_its_output_is_completed_by_the_next() {
        try (Workbench bench = Workbench.in(folder)) {
            publishMany(bench, "1.0.0", "one\n");
            publishMany(bench, "2.0.0", "two\n");
            String packs = "target/generated-sources/packs/";
            Path work = kill(
                    bench,
                    new Moment(
                            place -> {
                                declare(place, "1.0.0");
                                bench.maven(String.valueOf(place.getFileName()))
                                        .run("generate-sources")
                                        .succeeds();
                                declare(place, "2.0.0");
                            },
                            place -> holds(place.resolve(packs + "many").resolve(name(100)), "two\n"),
                            packs + ".packs-staging-many/journal"),
                    "generate-sources");

            bench.maven(String.valueOf(work.getFileName()))
                    .run("generate-sources")
                    .succeeds();
            Tree output = Tree.of(work.resolve(packs));
            assertThat(output.files()).hasSize(FILES + 1).containsKey("many.ledger");
            assertThat(output.files().keySet())
                    .filteredOn(path -> path.startsWith("many/"))
                    .allSatisfy(path -> assertThat(output.text(path)).isEqualTo("two\n"));
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

    /**
     * When to kill.
     *
     * @param prepare fills the work folder
     * @param hasCome the sign that it is time
     * @param remains what is in the work folder only after a kill that was not too late
     */
    private record Moment(Consumer<Path> prepare, Predicate<Path> hasCome, String remains) {}

    /** Kills Maven in the middle; again in another folder where that was too late. Returns the folder. */
    private Path kill(Workbench bench, Moment moment, String... arguments) {
        for (int i = 0; i < TRIES; i++) {
            Path work = folder.resolve("work-" + i);
            moment.prepare().accept(work);
            try (RunningMaven running = bench.maven("work-" + i).start(arguments)) {
                running.awaitThat(() -> moment.hasCome().test(work));
                running.kill();
            }
            if (Files.exists(work.resolve(moment.remains()))) {
                return work;
            }
        }
        throw new AssertionError("Maven was through each time when it was killed");
    }

    private static String[] scaffold(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(Harness.plugin() + ":generate", "-Dpack=com.acme.fm6:many", "-Dname=my-api"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).equals(text);
        } catch (IOException notNow) {
            return false;
        }
    }

    private static void declare(Path work, String version) {
        try {
            Files.createDirectories(work);
            Files.writeString(work.resolve("pom.xml"), TestPom.declaring("com.acme.fm6", "many", version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path project, String text) {
        try {
            Files.createDirectories(project.resolve("f"));
            for (int i = 0; i < FILES; i++) {
                Files.writeString(project.resolve(name(i)), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publishMany(Workbench bench, String version, String text) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            files.put("files/" + name(i), text.getBytes(StandardCharsets.UTF_8));
        }
        TestPack empty = TestPack.of("com.acme.fm6", "many", version);
        bench.publish().add(new TestPack(empty.group(), empty.id(), empty.version(), empty.manifest(), files));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "f/%04d.txt", number);
    }
}
