package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackName;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateLocksTest {

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        for (String id : List.of("one", "two")) {
            bench.packs.pack(id, "1.0.0", packages(id));
            bench.packages.offer(id, "1.0");
        }
        lock(module("app", "one", "two"));
        for (String id : List.of("one", "two")) {
            bench.packs.pack(id, "1.1.0", packages(id));
            bench.packages.offer(id, "1.5");
        }
    }

    private static String packages(String id) {
        return "[[packages]]\nname = \"org.example:" + id + "\"\nversion = \"^1.0\"\n";
    }

    private Module module(String name, String... packs) {
        return new Module(
                name,
                folder.resolve(name),
                folder.resolve(name + "/target"),
                Arrays.stream(packs)
                        .map(id -> new PackDeclaration(
                                id,
                                Bench.name(id),
                                VersionConstraint.parse("[1.0,2.0)"),
                                new TreeMap<>(),
                                Optional.empty(),
                                List.of()))
                        .toList(),
                Map.of(),
                Optional.empty());
    }

    private void lock(Module module) {
        new InstallPacks(bench.prepare(), bench.use())
                .run(new InstallPacks.Request(
                        module.name(), module.requirements(), Map.of(), module.lockFile(), false));
    }

    private ReportList update(Set<PackName> only, boolean dryRun, Module... modules) {
        return new UpdateLocks(bench.prepare(), bench.use())
                .run(new UpdateLocks.Request(List.of(modules), only, dryRun));
    }

    @Test
    void everything_moves_to_the_newest_that_the_pom_allows() {
        ReportList moved = update(Set.of(), false, module("app", "one", "two"));

        assertThat(moved.lines())
                .containsExactly(
                        "app: wrote packs.lock",
                        "  com.acme:one 1.0.0 -> 1.1.0",
                        "  com.acme:two 1.0.0 -> 1.1.0",
                        "  package org.example:one:jar 1.0 -> 1.5",
                        "  package org.example:two:jar 1.0 -> 1.5");
        assertThat(update(Set.of(), false, module("app", "one", "two")).lines())
                .containsExactly("app: everything is as new as the pom allows");
    }

    @Test
    void only_the_named_pack_and_its_packages_move() {
        ReportList moved = update(Set.of(Bench.name("one")), false, module("app", "one", "two"));

        assertThat(moved.lines())
                .containsExactly(
                        "app: wrote packs.lock",
                        "  com.acme:one 1.0.0 -> 1.1.0",
                        "  package org.example:one:jar 1.0 -> 1.5");
    }

    @Test
    void a_dry_run_says_the_same_and_writes_nothing() {
        Module app = module("app", "one", "two");
        String before = Bench.read(app.lockFile());

        ReportList moved = update(Set.of(), true, app);

        assertThat(moved.lines()).hasSize(5).first().isEqualTo("app: would change packs.lock");
        assertThat(moved.document().toString()).contains("written=false");
        assertThat(Bench.read(app.lockFile())).isEqualTo(before);
    }

    @Test
    void a_module_without_the_named_pack_is_left_alone() {
        Module other = module("other", "two");
        lock(other);
        String before = Bench.read(other.lockFile());

        ReportList moved = update(Set.of(Bench.name("one")), false, module("app", "one", "two"), other);

        assertThat(moved.reports()).hasSize(1);
        assertThat(Bench.read(other.lockFile())).isEqualTo(before);
    }

    @Test
    void a_pack_that_no_lock_holds_is_named() {
        assertThat(Bench.problems(() -> update(Set.of(Bench.name("three")), false, module("app", "one", "two"))))
                .singleElement()
                .extracting(Problem::code, Problem::message)
                .containsExactly(ProblemCode.PACK_NOT_FOUND, "the pack com.acme:three is in no packs.lock here");
    }

    @Test
    void a_release_that_changed_under_its_version_is_refused_here_too() {
        bench = new Bench(folder);
        bench.packs.pack("one", "1.0.0", packages("one")).with("files/other.txt", "other");
        bench.packs.pack("two", "1.0.0", packages("two"));
        bench.packages.offer("one", "1.0").offer("two", "1.0");

        assertThat(Bench.codes(() -> update(Set.of(), false, module("app", "one", "two"))))
                .containsExactly(ProblemCode.DIGEST_MISMATCH);
    }
}
