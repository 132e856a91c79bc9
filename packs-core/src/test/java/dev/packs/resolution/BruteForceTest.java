package dev.packs.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the search against trying everything, on small random graphs. */
class BruteForceTest {

    private static final String[] CONSTRAINTS = {
        "*", "^1.0", "^2.0", "1.0.0", "<2.0", ">=1.1", "1.x || 3.x", ">=2.1", "^9"
    };
    private static final String[] VERSIONS = {"1.0.0", "1.1.0", "2.0.0", "2.1.0", "3.0.0"};

    private int solvable;
    private int cyclic;
    private int lockKept;

    @Test
    void a_solution_is_found_exactly_where_trying_everything_finds_one() {
        long seed = 4711;
        Random random = new Random(seed);
        for (int i = 0; i < 6_000; i++) {
            Case one = new Case(random);
            one.check("case " + i + ", seed " + seed);
        }
        assertThat(solvable).isBetween(1_500, 5_000);
        assertThat(cyclic).isPositive();
        assertThat(lockKept).isGreaterThan(200);
    }

    private final class Case {

        private final FakeCatalog catalog = new FakeCatalog();
        private final FakeCatalog shuffled = new FakeCatalog();
        private final List<Requirement> requirements = new ArrayList<>();
        private final Map<PackName, Version> locked = new HashMap<>();

        Case(Random random) {
            int packs = 2 + random.nextInt(5);
            List<PackId> ids = new ArrayList<>();
            Map<PackId, List<PackDependency>> needs = new HashMap<>();
            boolean layered = random.nextInt(4) > 0;
            for (int p = 0; p < packs; p++) {
                for (String version : VERSIONS) {
                    if (random.nextInt(3) == 0) {
                        continue;
                    }
                    PackId id = FakeCatalog.id("p" + p, version);
                    List<PackDependency> list = new ArrayList<>();
                    for (int q = layered ? p + 1 : 0; q < packs; q++) {
                        if (q != p && random.nextInt(packs) < 2) {
                            list.add(new PackDependency(
                                    FakeCatalog.name("p" + q),
                                    constraint(random),
                                    random.nextInt(4) == 0,
                                    Optional.empty()));
                        }
                    }
                    ids.add(id);
                    needs.put(id, list);
                }
            }
            ids.forEach(id -> catalog.pack(id, needs.getOrDefault(id, List.of())));
            Collections.shuffle(ids, random);
            ids.forEach(id -> {
                List<PackDependency> list = new ArrayList<>(needs.getOrDefault(id, List.of()));
                Collections.shuffle(list, random);
                shuffled.pack(id, list);
            });
            for (int r = 0; r < 1 + random.nextInt(2); r++) {
                requirements.add(
                        new Requirement(FakeCatalog.name("p" + random.nextInt(2)), constraint(random), "root " + r));
            }
            for (int p = 0; p < packs; p++) {
                if (random.nextBoolean()) {
                    locked.put(FakeCatalog.name("p" + p), Version.parse(VERSIONS[random.nextInt(VERSIONS.length)]));
                }
            }
        }

        private static VersionConstraint constraint(Random random) {
            int highest = random.nextInt(8) == 0 ? CONSTRAINTS.length : CONSTRAINTS.length - 1;
            return VersionConstraint.parse(CONSTRAINTS[random.nextInt(highest)]);
        }

        void check(String label) {
            Optional<Map<PackName, Version>> expected = tryEverything(new HashMap<>(), Map.of());
            Outcome outcome;
            try {
                outcome = Resolver.resolve(requirements, locked, catalog);
            } catch (PacksException cycle) {
                assertThat(cycle.problems().get(0).code()).as(label).isEqualTo(ProblemCode.CYCLE);
                assertThat(expected).as(label).isPresent();
                cyclic++;
                return;
            }
            if (outcome instanceof Unsolvable unsolvable) {
                assertThat(expected).as(label).isEmpty();
                assertThat(DerivationReport.problem(unsolvable).message())
                        .as(label)
                        .isNotBlank();
                checkAdvice(unsolvable, label);
                return;
            }
            solvable++;
            Resolution resolution = (Resolution) outcome;
            checkValid(resolution, label);
            // Without any lock, trying everything would try all versions.
            Optional<Map<PackName, Version>> keeping =
                    locked.isEmpty() ? Optional.empty() : tryEverything(new HashMap<>(), locked);
            keeping.ifPresent(kept -> {
                lockKept++;
                assertThat(asMap(resolution))
                        .as(label + ": the lock can be kept")
                        .isEqualTo(kept);
            });
            List<Requirement> reversed = new ArrayList<>(requirements);
            Collections.reverse(reversed);
            Resolution again = (Resolution) Resolver.resolve(reversed, locked, shuffled);
            assertThat(again.levels()).as(label).isEqualTo(resolution.levels());
        }

        private void checkAdvice(Unsolvable unsolvable, String label) {
            unsolvable.advice().ifPresent(advice -> {
                List<Requirement> changed = new ArrayList<>(requirements);
                changed.removeIf(advice.requirement()::equals);
                advice.instead()
                        .ifPresent(instead ->
                                changed.add(new Requirement(advice.requirement().name(), instead, "advice")));
                try {
                    assertThat(Resolver.resolve(changed, Map.of(), catalog))
                            .as(label + ": " + advice)
                            .isInstanceOf(Resolution.class);
                } catch (PacksException cycle) {
                    assertThat(cycle.problems().get(0).code()).as(label).isEqualTo(ProblemCode.CYCLE);
                }
            });
        }

        private void checkValid(Resolution resolution, String label) {
            Map<PackName, Version> chosen = asMap(resolution);
            assertThat(tryOne(chosen)).as(label).isTrue();
            assertThat(chosen).as(label + ": nothing that nobody needs").isEqualTo(reachable(chosen));
            for (int level = 0; level < resolution.levels().size(); level++) {
                for (PackId id : resolution.levels().get(level)) {
                    int below = resolution.dependenciesOf(id).stream()
                            .filter(edge -> !edge.optional())
                            .mapToInt(edge -> levelOf(resolution, edge.to()))
                            .max()
                            .orElse(-1);
                    assertThat(level).as(label).isEqualTo(below + 1);
                }
            }
        }

        private static int levelOf(Resolution resolution, PackId id) {
            int level = 0;
            while (!resolution.levels().get(level).contains(id)) {
                level++;
            }
            return level;
        }

        private static Map<PackName, Version> asMap(Resolution resolution) {
            Map<PackName, Version> map = new HashMap<>();
            resolution.packs().forEach(id -> map.put(id.name(), id.version()));
            return map;
        }

        /** @param only where it names a pack, no other version of it is tried; a pack it does not name is not allowed, unless it is empty */
        private Optional<Map<PackName, Version>> tryEverything(
                Map<PackName, Version> chosen, Map<PackName, Version> only) {
            PackName open = firstOpen(chosen);
            if (open == null) {
                return tryOne(chosen) ? Optional.of(Map.copyOf(chosen)) : Optional.empty();
            }
            for (Version version : catalog.versions(open)) {
                if (only.isEmpty() || version.equals(only.get(open))) {
                    chosen.put(open, version);
                    Optional<Map<PackName, Version>> found = tryEverything(chosen, only);
                    if (found.isPresent()) {
                        return found;
                    }
                    chosen.remove(open);
                }
            }
            return Optional.empty();
        }

        private @Nullable PackName firstOpen(Map<PackName, Version> chosen) {
            for (PackName name : needed(chosen)) {
                if (!chosen.containsKey(name)) {
                    return name;
                }
            }
            return null;
        }

        private List<PackName> needed(Map<PackName, Version> chosen) {
            List<PackName> order = new ArrayList<>();
            Deque<PackName> open = new ArrayDeque<>();
            requirements.forEach(requirement -> open.add(requirement.name()));
            while (!open.isEmpty()) {
                PackName name = open.poll();
                if (order.contains(name)) {
                    continue;
                }
                order.add(name);
                Version version = chosen.get(name);
                if (version != null) {
                    catalog.dependencies(new PackId(name, version)).stream()
                            .filter(dependency -> !dependency.optional())
                            .forEach(dependency -> open.add(dependency.name()));
                }
            }
            return order;
        }

        private Map<PackName, Version> reachable(Map<PackName, Version> chosen) {
            Map<PackName, Version> map = new HashMap<>(chosen);
            map.keySet().retainAll(needed(chosen));
            return map;
        }

        private boolean tryOne(Map<PackName, Version> chosen) {
            for (Requirement requirement : requirements) {
                Version version = chosen.get(requirement.name());
                if (version == null || !requirement.constraint().contains(version)) {
                    return false;
                }
            }
            for (Map.Entry<PackName, Version> entry : chosen.entrySet()) {
                for (PackDependency dependency : catalog.dependencies(new PackId(entry.getKey(), entry.getValue()))) {
                    Version version = chosen.get(dependency.name());
                    if (version == null
                            ? !dependency.optional()
                            : !dependency.constraint().contains(version)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
