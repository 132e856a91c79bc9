package dev.packs.resolution;

import static dev.packs.resolution.FakeCatalog.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.pack.PackId;
import dev.packs.pack.PackageRequest;
import dev.packs.version.MavenVersion;
import dev.packs.version.VersionConstraint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageMediationTest {

    private final Map<PackId, List<PackageRequest>> requests = new HashMap<>();
    private final Resolution resolution = (Resolution) Resolver.resolve(
            List.of(ask("top", "*"), ask("other", "*")),
            Map.of(),
            new FakeCatalog()
                    .pack("top", "1.0.0", "base *")
                    .pack("other", "1.0.0")
                    .pack("base", "1.0.0"));

    private static PackageRequest request(String name, String constraint, boolean optional, boolean transitive) {
        return new PackageRequest(
                name,
                VersionConstraint.parsePackage(constraint),
                "jar",
                "",
                optional,
                transitive,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private void asks(String pack, String name, String constraint) {
        requests.put(FakeCatalog.id(pack, "1.0.0"), List.of(request(name, constraint, false, false)));
    }

    private List<ChosenPackage> choose(Map<String, String> managed, Map<PackageKey, MavenVersion> locked) {
        return new PackageMediation(
                        managed,
                        locked,
                        request -> request.name().equals("g:none")
                                ? List.of()
                                : Stream.of("5.10.0", "5.2.0", "5.3.8.Final", "6.0.0-alpha", "4.0")
                                        .map(MavenVersion::of)
                                        .toList())
                .choose(resolution, requests);
    }

    private static final PackageKey KEY = new PackageKey("g:a", "jar", "");

    @Test
    void the_highest_version_inside_the_constraint_is_chosen() {
        asks("top", "g:a", "^5.2");
        assertThat(choose(Map.of(), Map.of())).singleElement().satisfies(chosen -> {
            assertThat(chosen.version()).hasToString("5.10.0");
            assertThat(chosen.level()).isEqualTo(1);
            assertThat(chosen.unsatisfied()).isEmpty();
        });
    }

    @Test
    void the_nearest_request_wins_and_the_farther_one_is_told_of() {
        asks("base", "g:a", "^4");
        asks("other", "g:a", "~5.3");
        assertThat(choose(Map.of(), Map.of())).singleElement().satisfies(chosen -> {
            assertThat(chosen.version()).hasToString("5.3.8.Final");
            assertThat(chosen.level()).isZero();
            assertThat(chosen.askers()).extracting(PackageAsker::distance).containsExactly(1, 2);
            assertThat(chosen.unsatisfied())
                    .extracting(PackageAsker::pack)
                    .containsExactly(FakeCatalog.id("base", "1.0.0"));
        });
    }

    @Test
    void at_the_same_distance_the_first_declared_wins() {
        asks("top", "g:a", "^4");
        asks("other", "g:a", "~5.3");
        assertThat(choose(Map.of(), Map.of()))
                .extracting(ChosenPackage::version)
                .containsExactly(MavenVersion.of("4.0"));
    }

    @Test
    void a_managed_version_wins_over_all() {
        asks("top", "g:a", "^5");
        assertThat(choose(Map.of("g:a", "4.1"), Map.of(KEY, MavenVersion.of("5.2.0"))))
                .singleElement()
                .satisfies(chosen -> {
                    assertThat(chosen.version()).hasToString("4.1");
                    assertThat(chosen.managed()).isTrue();
                    assertThat(chosen.unsatisfied()).hasSize(1);
                });
    }

    @Test
    void a_locked_version_stays_while_it_is_inside() {
        asks("top", "g:a", "^5");
        assertThat(choose(Map.of(), Map.of(KEY, MavenVersion.of("5.2.0")))
                        .get(0)
                        .version())
                .hasToString("5.2.0");
        assertThat(choose(Map.of(), Map.of(KEY, MavenVersion.of("4.0"))).get(0).version())
                .hasToString("5.10.0");
    }

    @Test
    void an_exact_version_needs_no_list() {
        asks("top", "g:none", "3.0.0.Final");
        assertThat(choose(Map.of(), Map.of()).get(0).version()).hasToString("3.0.0.Final");
    }

    @Test
    void what_all_can_do_without_may_be_missing() {
        requests.put(FakeCatalog.id("top", "1.0.0"), List.of(request("g:none", "^1", true, false)));
        assertThat(choose(Map.of(), Map.of())).isEmpty();
    }

    @Test
    void every_missing_package_is_reported_at_once() {
        asks("top", "g:none", "^1");
        asks("other", "g:a", "^9");
        assertThatThrownBy(() -> choose(Map.of(), Map.of()))
                .hasMessageContaining("t:top:1.0.0 asks for package `g:none` `^1`, which no repository has")
                .hasMessageContaining("the newest are 4.0, 5.2.0, 5.3.8.Final, 5.10.0, 6.0.0-alpha");
    }

    @Test
    void flags_are_merged() {
        requests.put(FakeCatalog.id("top", "1.0.0"), List.of(request("g:a", "^5", true, false)));
        requests.put(FakeCatalog.id("base", "1.0.0"), List.of(request("g:a", "^5", false, true)));
        ChosenPackage chosen = choose(Map.of(), Map.of()).get(0);
        assertThat(chosen.isOptional()).isFalse();
        assertThat(chosen.isTransitive()).isTrue();
    }

    @Test
    void a_key_leaves_out_what_goes_without_saying() {
        assertThat(KEY).hasToString("g:a");
        assertThat(new PackageKey("g:a", "zip", "")).hasToString("g:a:zip");
        assertThat(new PackageKey("g:a", "jar", "sources")).hasToString("g:a:jar:sources");
    }
}
