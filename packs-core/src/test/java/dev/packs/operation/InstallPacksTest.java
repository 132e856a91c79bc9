package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.lock.LockedPack;
import dev.packs.lock.LockedPackage;
import dev.packs.report.JsonReport;
import dev.packs.source.MemorySource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallPacksTest {

    private static final String CSS = "[[packages]]\nname = \"org.example:css\"\nversion = \"^1.0\"\n";

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    private static String needs(String id, String constraint) {
        return "[[dependencies]]\npack = \"com.acme:" + id + "\"\nversion = \"" + constraint + "\"\n";
    }

    private LockedPack locked(String id) {
        return LockFile.read(bench.lockFile()).before().find(Bench.name(id)).orElseThrow();
    }

    @Test
    void packs_are_resolved_packages_stored_and_both_locked() {
        bench.packs.pack("base", "1.1.0", CSS);
        bench.packs.pack("web", "2.0.0", needs("base", "^1.0"));
        bench.packages.offer("css", "1.2.0").offer("css", "2.0.0");

        InstalledPacks installed = bench.install("web@^2.0");

        assertThat(installed.lines())
                .containsExactly(
                        "app: 2 packs in 2 levels",
                        "  level 0: com.acme:base:1.1.0",
                        "  level 1: com.acme:web:2.0.0",
                        "  + org.example:css:1.2.0",
                        "  wrote packs.lock");
        assertThat(bench.stored()).containsExactly("org.example:css:1.2.0");
        assertThat(locked("web").dependencies()).containsExactly(Bench.name("base"));
        assertThat(locked("base").digest()).isPresent();
        assertThat(JsonReport.succeeded("install", installed))
                .contains("\"installed\" : [\n      \"org.example:css:1.2.0\"", "\"lockWritten\" : true");
    }

    @Test
    void the_second_time_nothing_is_fetched_and_the_lock_is_not_touched() {
        bench.packs.pack("web", "2.0.0", CSS);
        bench.packages.offer("css", "1.2.0");
        bench.install("web@*");
        bench.packages.fetched.clear();

        InstalledPacks again = bench.install("web@*");

        assertThat(again.lines())
                .containsExactly(
                        "app: 1 pack in 1 level",
                        "  level 0: com.acme:web:2.0.0",
                        "  = org.example:css:1.2.0",
                        "  packs.lock is unchanged");
        assertThat(bench.packages.fetched).isEmpty();
    }

    @Test
    void a_locked_version_stays_while_it_satisfies_and_moves_when_it_does_not() {
        bench.packs.pack("web", "1.0.0", CSS);
        bench.packages.offer("css", "1.0");
        bench.install("web@^1.0");
        bench.packs.pack("web", "1.1.0", CSS);
        bench.packages.offer("css", "1.5");

        bench.install("web@^1.0");

        assertThat(locked("web").id()).hasToString("com.acme:web:1.0.0");
        assertThat(bench.stored()).containsExactly("org.example:css:1.0");

        bench.install("web@>=1.1.0");

        assertThat(locked("web").id()).hasToString("com.acme:web:1.1.0");
    }

    @Test
    void a_locked_project_asks_nobody_for_a_list_and_so_works_offline() {
        bench.packs.pack("base", "1.0.0", "");
        bench.packs.pack("web", "1.0.0", needs("base", "*"));
        bench.install("web@^1.0");
        bench.packs.listed.clear();
        bench.packs.offline = true;

        assertThat(bench.install("web@^1.0").lock()).isEqualTo(LockFile.Change.UNCHANGED);
        assertThat(bench.packs.listed).isEmpty();
    }

    @Test
    void frozen_fails_with_every_difference_and_leaves_the_lock() {
        bench.packs.pack("web", "1.0.0", "");
        bench.packs.pack("old", "1.0.0", "");
        bench.install("web@*", "old@*");
        bench.packs.pack("web", "2.0.0", CSS);
        bench.packs.pack("new", "1.0.0", "");
        bench.packages.offer("css", "1.0");
        String before = Bench.read(bench.lockFile());

        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> new InstallPacks(bench.prepare(), bench.use())
                        .run(bench.installation(true, "web@^2.0", "new@*")))
                .withMessageContaining("PACKS-120")
                .withMessageContaining("com.acme:new 1.0.0 is new; com.acme:web 1.0.0 -> 2.0.0;"
                        + " package org.example:css:jar 1.0 is new; com.acme:old 1.0.0 is no longer needed")
                .withMessageContaining("help: run once without -Dpacks.frozen");
        assertThat(Bench.read(bench.lockFile())).isEqualTo(before);
    }

    @Test
    void frozen_passes_where_nothing_changes() {
        bench.packs.pack("web", "1.0.0", "");
        bench.install("web@*");

        assertThat(new InstallPacks(bench.prepare(), bench.use())
                        .run(bench.installation(true, "web@*"))
                        .lock())
                .isEqualTo(LockFile.Change.UNCHANGED);
    }

    @Test
    void an_installation_that_fails_leaves_lock_and_store_as_they_were() {
        bench.packs.pack("web", "1.0.0", CSS);
        bench.packages.offer("css", "1.0");
        bench.install("web@*");
        String before = Bench.read(bench.lockFile());
        bench.packs.pack("app", "1.0.0", """
                [[packages]]
                name = "org.example:js"
                version = "1.0"

                [[packages]]
                name = "org.example:gone"
                version = "1.0"
                """);
        bench.packages.offer("js", "1.0");

        assertThat(Bench.codes(() -> bench.install("web@*", "app@*"))).containsExactly(ProblemCode.PACKAGE_NOT_FOUND);

        assertThat(Bench.read(bench.lockFile())).isEqualTo(before);
        assertThat(bench.stored()).containsExactly("org.example:css:1.0");
    }

    @Test
    void a_pack_that_was_published_again_with_other_content_is_refused() {
        bench.packs.pack("web", "1.0.0", "");
        bench.install("web@*");
        String before = Bench.read(bench.lockFile());
        bench.packs.pack("web", "1.0.0", "").with("files/new.txt", "changed");

        assertThat(Bench.problems(() -> bench.install("web@*"))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.DIGEST_MISMATCH);
            assertThat(problem.message())
                    .contains("com.acme:web:1.0.0 is not the one that packs.lock pins", "and the lock says sha256:");
        });
        assertThat(Bench.read(bench.lockFile())).isEqualTo(before);
    }

    @Test
    void a_module_of_the_build_wins_over_a_repository_and_carries_no_digest() {
        bench.packs.pack("web", "1.0.0", "");
        bench.workspace.add(MemorySource.module("web", "1.0.0-SNAPSHOT", ""));

        bench.install("web@^1.0");

        assertThat(locked("web").id()).hasToString("com.acme:web:1.0.0-SNAPSHOT");
        assertThat(locked("web").origin()).hasToString("WORKSPACE");
        assertThat(locked("web").digest()).isEmpty();
    }

    @Test
    void what_a_pack_requires_of_packs_java_and_maven_is_all_told_at_once() {
        bench.packs.pack("web", "1.0.0", "requires = { packs = \">=0.2\", java = \">=21\", maven = \">=4\" }\n");

        assertThat(Bench.problems(() -> bench.install("web@*")))
                .extracting(Problem::message)
                .containsExactly(
                        "the pack com.acme:web:1.0.0 needs Packs `>=0.2`, and this is 0.1.0-SNAPSHOT",
                        "the pack com.acme:web:1.0.0 needs Java `>=21`, and this is 17.0.15",
                        "the pack com.acme:web:1.0.0 needs Maven `>=4`, and this is 3.8.7");
        assertThat(bench.lockFile()).doesNotExist();
    }

    @Test
    void a_snapshot_of_packs_counts_as_the_release_that_it_will_be() {
        bench.packs.pack("web", "1.0.0", "requires = { packs = \">=0.1.0\" }\n");

        assertThat(bench.install("web@*").prepared().lock().packs()).hasSize(1);
    }

    @Test
    void the_nearer_request_for_a_package_wins_and_the_other_one_is_told() {
        bench.packs.pack("base", "1.0.0", "[[packages]]\nname = \"org.example:css\"\nversion = \"^2.0\"\n");
        bench.packs.pack("web", "1.0.0", needs("base", "*") + CSS);
        bench.packages.offer("css", "1.0").offer("css", "2.0");

        InstalledPacks installed = bench.install("web@*");

        assertThat(bench.stored()).containsExactly("org.example:css:1.0");
        assertThat(installed.warnings())
                .extracting(Problem::message)
                .containsExactly("the pack com.acme:base:1.0.0 asks for `org.example:css` `^2.0`, and gets 1.0, which"
                        + " a nearer pack asks for");
    }

    @Test
    void a_version_that_the_project_manages_wins_over_every_pack() {
        bench.packs.pack("web", "1.0.0", CSS);
        bench.packages.offer("css", "1.0").offer("css", "3.0");

        InstalledPacks installed = new InstallPacks(bench.prepare(), bench.use())
                .run(new InstallPacks.Request(
                        "app", Bench.requirements("web@*"), Map.of("org.example:css", "3.0"), bench.lockFile(), false));

        assertThat(bench.stored()).containsExactly("org.example:css:3.0");
        assertThat(installed.warnings())
                .singleElement()
                .asString()
                .contains("which the project manages", "<dependencyManagement>");
    }

    @Test
    void what_a_transitive_package_needs_is_stored_and_locked_for_the_same_pack() {
        bench.packs.pack(
                "web", "1.0.0", "[[packages]]\nname = \"org.example:css\"\nversion = \"1.0\"\ntransitive = true\n");
        bench.packages.offer("css", "1.0", MemoryPackages.jar("reset", "0.5")).offer("reset", "0.5");

        bench.install("web@*");

        assertThat(bench.stored()).containsExactly("org.example:css:1.0", "org.example:reset:0.5");
        assertThat(LockFile.read(bench.lockFile()).before().packages())
                .extracting(LockedPackage::name)
                .containsExactly("org.example:css", "org.example:reset");
        assertThat(LockFile.read(bench.lockFile()).before().packages().get(1).askedBy())
                .containsExactly(Bench.name("web"));
    }

    @Test
    void an_optional_package_that_nobody_has_is_left_out_with_a_warning() {
        bench.packs.pack(
                "web", "1.0.0", "[[packages]]\nname = \"org.example:gone\"\nversion = \"^1.0\"\noptional = true\n");

        InstalledPacks installed = bench.install("web@*");

        assertThat(installed.warnings())
                .extracting(Problem::message)
                .containsExactly("the optional package `org.example:gone ^1.0` cannot be had; going on without it");
        assertThat(installed.prepared().lock().packages()).isEmpty();
    }

    @Test
    void without_a_solution_the_derivation_is_told() {
        bench.packs.pack("base", "1.0.0", "");
        bench.packs.pack("web", "1.0.0", needs("base", "^2.0"));

        assertThat(Bench.codes(() -> bench.install("web@*"))).containsExactly(ProblemCode.CONFLICT);
        assertThat(bench.lockFile()).doesNotExist();
    }

    @Test
    void a_snapshot_from_a_repository_is_locked_without_a_digest() {
        bench.packs.pack("web", "1.0.0-SNAPSHOT", "");

        bench.install("web@1.0.0-SNAPSHOT");

        assertThat(locked("web").isSnapshot()).isTrue();
        assertThat(locked("web").digest()).isEmpty();
    }

    @Test
    void a_lock_that_cannot_be_understood_stops_everything() {
        Bench.write(bench.lockFile(), "version = \"nonsense\n");
        bench.packs.pack("web", "1.0.0", "");

        assertThat(Bench.codes(() -> bench.install("web@*"))).contains(ProblemCode.LOCK_INVALID);
        assertThat(Files.exists(folder.resolve("home"))).isFalse();
    }
}
