package dev.packs.resolution;

import static dev.packs.resolution.FakeCatalog.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The search; cases named {@code pubgrub_…} are the examples of PubGrub's published description. */
class ResolverTest {

    private final FakeCatalog catalog = new FakeCatalog();

    private List<String> solve(Requirement... requirements) {
        Outcome outcome = Resolver.resolve(List.of(requirements), Map.of(), catalog);
        assertThat(outcome).isInstanceOf(Resolution.class);
        return ((Resolution) outcome).packs().stream().map(PackId::toString).toList();
    }

    private Problem fail(Requirement... requirements) {
        Outcome outcome = Resolver.resolve(List.of(requirements), Map.of(), catalog);
        assertThat(outcome).isInstanceOf(Unsolvable.class);
        return DerivationReport.problem((Unsolvable) outcome);
    }

    @Test
    void nothing_asked_is_nothing_chosen() {
        assertThat(solve()).isEmpty();
    }

    @Test
    void pubgrub_no_conflicts() {
        catalog.pack("foo", "1.0.0", "bar ^1.0").pack("bar", "1.0.0").pack("bar", "2.0.0");
        assertThat(solve(ask("foo", "^1.0"))).containsExactly("t:bar:1.0.0", "t:foo:1.0.0");
    }

    @Test
    void pubgrub_avoiding_conflict_during_decision_making() {
        catalog.pack("foo", "1.1.0", "bar ^2.0")
                .pack("foo", "1.0.0")
                .pack("bar", "1.0.0")
                .pack("bar", "1.1.0")
                .pack("bar", "2.0.0");
        assertThat(solve(ask("foo", "^1.0"), ask("bar", "^1.0"))).containsExactly("t:bar:1.1.0", "t:foo:1.0.0");
    }

    @Test
    void pubgrub_performing_conflict_resolution() {
        catalog.pack("foo", "2.0.0", "bar ^1.0").pack("foo", "1.0.0").pack("bar", "1.0.0", "foo ^1.0");
        assertThat(solve(ask("foo", ">=1.0"))).containsExactly("t:foo:1.0.0");
    }

    @Test
    void pubgrub_conflict_resolution_with_a_partial_satisfier() {
        catalog.pack("foo", "1.1.0", "left ^1.0", "right ^1.0")
                .pack("foo", "1.0.0")
                .pack("left", "1.0.0", "shared >=1.0")
                .pack("right", "1.0.0", "shared <2.0")
                .pack("shared", "2.0.0")
                .pack("shared", "1.0.0", "target ^1.0")
                .pack("target", "2.0.0")
                .pack("target", "1.0.0");
        assertThat(solve(ask("foo", "^1.0"), ask("target", "^2.0"))).containsExactly("t:foo:1.0.0", "t:target:2.0.0");
    }

    @Test
    void pubgrub_linear_error_reporting() {
        catalog.pack("foo", "1.0.0", "bar ^2.0")
                .pack("bar", "2.0.0", "baz ^3.0")
                .pack("baz", "1.0.0")
                .pack("baz", "3.0.0");
        Problem problem = fail(ask("foo", "^1.0"), ask("baz", "^1.0"));
        assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(problem.message())
                .contains("t:foo 1.0.0 depends on t:bar ^2.0")
                .contains("t:bar 2.0.0 depends on t:baz ^3.0")
                .contains("the pom asks for t:foo ^1.0")
                .contains("the pom asks for t:baz ^1.0")
                .contains("there is no solution.")
                .contains("available: t:baz 1.0.0, 3.0.0");
        assertThat(problem.help())
                .contains("ask for `t:baz` with `^3.0.0` instead of `^1.0` (the pom); with that there is a solution");
    }

    @Test
    void pubgrub_branching_error_reporting_numbers_what_it_uses_twice() {
        catalog.pack("foo", "1.0.0", "a ^1.0", "b ^1.0")
                .pack("foo", "1.1.0", "x ^1.0", "y ^1.0")
                .pack("a", "1.0.0", "b ^2.0")
                .pack("b", "1.0.0")
                .pack("b", "2.0.0")
                .pack("x", "1.0.0", "y ^2.0")
                .pack("y", "1.0.0")
                .pack("y", "2.0.0");
        Problem problem = fail(ask("foo", "^1.0"));
        assertThat(problem.message())
                .contains("t:foo 1.0.0 cannot be used. (1)")
                .contains("t:foo 1.0.0 cannot be used (1), no version of t:foo can be used.")
                .contains("the pom asks for t:foo ^1.0, there is no solution.");
        assertThat(problem.help().orElseThrow()).startsWith("no change of a single requirement");
    }

    @Test
    void an_unknown_pack_is_named_with_the_nearest_known_one() {
        catalog.pack("web-api", "1.0.0");
        Problem problem = fail(ask("web-apu", "^1.0"));
        assertThat(problem.code()).isEqualTo(ProblemCode.PACK_NOT_FOUND);
        assertThat(problem.message())
                .isEqualTo("the pom asks for t:web-apu ^1.0, which is not to be found (did you mean `t:web-api`?)");
    }

    @Test
    void where_only_pre_releases_are_there_the_help_names_one() {
        catalog.pack("early", "1.0.0-SNAPSHOT");
        Problem problem = fail(ask("early", "*"));
        assertThat(problem.code()).isEqualTo(ProblemCode.VERSION_NOT_FOUND);
        assertThat(problem.help()).contains("only pre-releases are there: name one, as in `t:early@1.0.0-SNAPSHOT`");
    }

    @Test
    void an_unknown_pack_deeper_down_excludes_what_needs_it() {
        catalog.pack("a", "1.0.0").pack("a", "1.1.0", "ghost *");
        assertThat(solve(ask("a", "*"))).containsExactly("t:a:1.0.0");
        assertThat(fail(ask("a", "1.1.0")).message())
                .contains("t:a 1.1.0 depends on t:ghost *, which is not to be found");
    }

    @Test
    void a_version_that_is_not_there_is_answered_with_those_that_are() {
        catalog.pack("a", "1.0.0").pack("a", "1.1.0");
        Problem problem = fail(ask("a", "^2.0"));
        assertThat(problem.code()).isEqualTo(ProblemCode.VERSION_NOT_FOUND);
        assertThat(problem.message()).contains("which no version satisfies").contains("available: t:a 1.0.0, 1.1.0");
        assertThat(problem.help().orElseThrow()).contains("with `^1.1.0` instead of `^2.0`");
    }

    @Test
    void a_locked_version_stays_while_it_satisfies() {
        catalog.pack("a", "1.0.0").pack("a", "1.1.0").pack("a", "2.0.0");
        Map<PackName, Version> locked = Map.of(FakeCatalog.name("a"), Version.of(1, 0, 0));
        Resolution kept = (Resolution) Resolver.resolve(List.of(ask("a", "^1.0")), locked, catalog);
        assertThat(kept.version(FakeCatalog.name("a"))).contains(Version.of(1, 0, 0));
        Resolution moved = (Resolution) Resolver.resolve(List.of(ask("a", "^2.0")), locked, catalog);
        assertThat(moved.version(FakeCatalog.name("a"))).contains(Version.of(2, 0, 0));
    }

    @Test
    void an_optional_dependency_constrains_only_what_is_there() {
        catalog.pack("a", "1.0.0", "?b ^1.0")
                .pack("b", "1.0.0")
                .pack("b", "2.0.0")
                .pack("c", "1.0.0", "b *");
        assertThat(solve(ask("a", "*"))).containsExactly("t:a:1.0.0");
        assertThat(solve(ask("a", "*"), ask("c", "*"))).containsExactly("t:a:1.0.0", "t:b:1.0.0", "t:c:1.0.0");
        assertThat(fail(ask("a", "*"), ask("b", "^2.0")).message()).contains("t:a 1.0.0 accepts only t:b ^1.0");
    }

    @Test
    void a_snapshot_needs_its_name_unless_it_is_in_the_workspace() {
        catalog.pack("a", "1.0.0").pack("a", "1.1.0-SNAPSHOT").workspace("b", "1.1.0-SNAPSHOT");
        assertThat(solve(ask("a", ">=1.0"))).containsExactly("t:a:1.0.0");
        assertThat(solve(ask("a", "1.1.0-SNAPSHOT"))).containsExactly("t:a:1.1.0-SNAPSHOT");
        assertThat(solve(ask("b", "^1.0"))).containsExactly("t:b:1.1.0-SNAPSHOT");
    }

    @Test
    void a_cycle_fails_with_its_path() {
        catalog.pack("a", "1.0.0", "b ^1.0")
                .pack("b", "1.2.0", "c *")
                .pack("c", "3.0.0", "a >=1.0")
                .pack("d", "1.0.0", "c *");
        assertThatThrownBy(() -> Resolver.resolve(List.of(ask("d", "*")), Map.of(), catalog))
                .hasMessageContaining("PACKS-401")
                .hasMessageContaining("`t:a:1.0.0 -> t:b:1.2.0 (^1.0) -> t:c:3.0.0 (*) -> t:a:1.0.0 (>=1.0)`");
    }

    @Test
    void levels_start_with_what_depends_on_nothing() {
        catalog.pack("top", "1.0.0", "left *", "right *")
                .pack("left", "1.0.0", "base *")
                .pack("right", "1.0.0", "base *", "left *")
                .pack("base", "1.0.0");
        Resolution resolution = (Resolution) Resolver.resolve(List.of(ask("top", "*")), Map.of(), catalog);
        assertThat(resolution.levels().stream().map(Object::toString))
                .containsExactly("[t:base:1.0.0]", "[t:left:1.0.0]", "[t:right:1.0.0]", "[t:top:1.0.0]");
        assertThat(resolution.dependentsFirst().get(0)).isEqualTo(FakeCatalog.id("top", "1.0.0"));
        assertThat(resolution.dependentsOf(FakeCatalog.id("base", "1.0.0"))).hasSize(2);
    }

    @Test
    void a_depth_of_200_is_solved_and_explained() {
        for (int i = 0; i < 200; i++) {
            catalog.pack("p" + i, "1.0.0", "p" + (i + 1) + " ^1.0");
        }
        catalog.pack("p200", "1.0.0").pack("p200", "2.0.0");
        Resolution resolution = (Resolution) Resolver.resolve(List.of(ask("p0", "*")), Map.of(), catalog);
        assertThat(resolution.levels()).hasSize(201);
        assertThat(fail(ask("p0", "*"), ask("p200", "^2.0")).message()).contains("t:p199 1.0.0 depends on t:p200 ^1.0");
    }

    @Test
    void a_chain_that_ruins_naive_backtracking_is_no_trouble() {
        for (int i = 0; i < 40; i++) {
            for (int v = 0; v < 10; v++) {
                catalog.pack("p" + i, "1." + v + ".0", "p" + (i + 1) + " *");
            }
        }
        catalog.pack("p40", "1.0.0", "bad ^1.0").pack("bad", "1.0.0").pack("bad", "2.0.0");
        assertThat(fail(ask("p0", "*"), ask("bad", "^2.0")).message()).contains("t:p40 1.0.0 depends on t:bad ^1.0");
    }

    @Test
    void five_packs_that_want_four_places_are_refused_and_four_are_not() {
        int places = 4;
        List<Requirement> asked = new ArrayList<>();
        for (int pigeon = 0; pigeon <= places; pigeon++) {
            for (int place = 0; place < places; place++) {
                catalog.pack("pigeon" + pigeon, "1." + place + ".0", "place" + place + " 1." + pigeon + ".0");
                catalog.pack("place" + place, "1." + pigeon + ".0");
            }
            asked.add(ask("pigeon" + pigeon, "*"));
        }
        assertThat(Resolver.resolve(asked, Map.of(), catalog)).isInstanceOf(Unsolvable.class);
        assertThat(Resolver.resolve(asked.subList(0, places), Map.of(), catalog))
                .isInstanceOf(Resolution.class);
    }

    @Test
    void a_thousand_packs_are_resolved() {
        Resolution resolution =
                (Resolution) Resolver.resolve(ResolutionBenchmark.roots(), Map.of(), ResolutionBenchmark.catalog(1));
        assertThat(resolution.packs()).hasSizeGreaterThan(900);
        assertThat(resolution.levels()).hasSize(20);
    }
}
