package dev.packs.resolution;

import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One search by the PubGrub algorithm (Natalie Weizenbaum, 2018): propagate what must be, decide what is open, learn an incompatibility from each conflict and
 * jump back to where it would have helped. Complete: it ends with a solution if there is any. For one use.
 */
final class Solver {

    /** From so many conflicts on, a pack is decided before others, which keeps the search from circling around it. */
    private static final int TROUBLE = 8;

    /** Keeps the manifest's order out of the result. */
    private static final class DependencyOrder implements Comparator<PackDependency> {

        @Override
        public int compare(PackDependency one, PackDependency other) {
            int order = one.name().compareTo(other.name());
            if (order == 0) {
                order = one.constraint().text().compareTo(other.constraint().text());
            }
            return order != 0 ? order : Boolean.compare(one.optional(), other.optional());
        }
    }

    private static final class RequirementOrder implements Comparator<Requirement> {

        @Override
        public int compare(Requirement one, Requirement other) {
            int order = one.name().compareTo(other.name());
            if (order == 0) {
                order = one.constraint().text().compareTo(other.constraint().text());
            }
            return order != 0 ? order : one.askedBy().compareTo(other.askedBy());
        }
    }

    private final PackCatalog catalog;
    private final Map<PackName, Version> preferred;
    private final List<Candidates> packs = new ArrayList<>();
    private final Map<PackName, Integer> numbers = new HashMap<>();
    private final List<List<Incompatibility>> mentions = new ArrayList<>();
    private final List<Integer> conflicts = new ArrayList<>();
    private final Map<DependencyKey, Incompatibility> dependencies = new HashMap<>();
    private final Map<PackId, List<PackDependency>> read = new HashMap<>();
    private final Set<PackId> explained = new HashSet<>();
    private final PartialSolution solution = new PartialSolution(packs);

    private record DependencyKey(int from, int to, String constraint, boolean optional) {

        /** Written out: what a record makes of itself costs a cold JVM some thirty classes. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof DependencyKey key
                    && from == key.from
                    && to == key.to
                    && optional == key.optional
                    && constraint.equals(key.constraint);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * from + to) + constraint.hashCode()) + Boolean.hashCode(optional);
        }
    }

    Solver(Map<PackName, Version> preferred, PackCatalog catalog) {
        this.preferred = preferred;
        this.catalog = catalog;
    }

    /** Why there is no solution; empty if one was found, which {@link #chosen} then holds. */
    Optional<Incompatibility> solve(List<Requirement> requirements) {
        List<Requirement> sorted = new ArrayList<>(requirements);
        sorted.sort(new RequirementOrder());
        Deque<Integer> changed = new ArrayDeque<>();
        for (Requirement requirement : sorted) {
            int pack = number(requirement.name());
            VersionSet refused =
                    packs.get(pack).allowed(requirement.constraint()).complement();
            Incompatibility asked =
                    new Incompatibility(List.of(new Term(pack, refused)), new Cause.Asked(requirement, pack));
            if (asked.terms().isEmpty()) {
                return Optional.of(asked);
            }
            mention(asked);
            changed.add(pack);
        }
        while (true) {
            Optional<Incompatibility> failure = propagate(changed);
            if (failure.isPresent()) {
                return failure;
            }
            int next = nextOpen();
            if (next < 0) {
                return Optional.empty();
            }
            choose(next);
            changed.add(next);
        }
    }

    /** The version of every chosen pack, and what it depends on. */
    Map<PackId, List<PackDependency>> chosen() {
        Map<PackId, List<PackDependency>> result = new HashMap<>();
        for (int pack = 0; pack < packs.size(); pack++) {
            if (solution.isDecided(pack)) {
                PackId id = packs.get(pack)
                        .id(solution.states(pack).highestBelow(packs.get(pack).absent()));
                result.put(id, dependenciesOf(id));
            }
        }
        return result;
    }

    List<Candidates> packs() {
        return packs;
    }

    private int number(PackName name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        packs.add(new Candidates(name, catalog));
        mentions.add(new ArrayList<>());
        conflicts.add(0);
        numbers.put(name, packs.size() - 1);
        return packs.size() - 1;
    }

    private void mention(Incompatibility incompatibility) {
        for (Term term : incompatibility.terms()) {
            mentions.get(term.pack()).add(incompatibility);
        }
    }

    private Optional<Incompatibility> propagate(Deque<Integer> changed) {
        while (!changed.isEmpty()) {
            int pack = changed.poll();
            List<Incompatibility> mentioning = mentions.get(pack);
            // What was learned last is the most likely to bite.
            for (int i = mentioning.size() - 1; i >= 0; i--) {
                Incompatibility incompatibility = mentioning.get(i);
                Open open = openTerm(incompatibility);
                if (open.conflict) {
                    Incompatibility learned = learn(incompatibility);
                    if (learned.terms().isEmpty()) {
                        return Optional.of(learned);
                    }
                    changed.clear();
                    Term unit = openTerm(learned).term;
                    if (unit == null) {
                        throw new IllegalStateException("what was learned leads nowhere");
                    }
                    solution.derive(unit, learned);
                    changed.add(unit.pack());
                    break;
                }
                if (open.term != null) {
                    solution.derive(open.term, incompatibility);
                    changed.add(open.term.pack());
                }
            }
        }
        return Optional.empty();
    }

    /** The one term of an incompatibility that is not yet certain, or that there is none and all hold. */
    private record Open(@Nullable Term term, boolean conflict) {

        static final Open NOTHING = new Open(null, false);
        static final Open CONFLICT = new Open(null, true);
    }

    private Open openTerm(Incompatibility incompatibility) {
        Term open = null;
        for (Term term : incompatibility.terms()) {
            VersionSet states = solution.states(term.pack());
            if (states.isWithin(term.set())) {
                continue;
            }
            if (open != null || !states.meets(term.set())) {
                return Open.NOTHING;
            }
            open = term;
        }
        return open == null ? Open.CONFLICT : new Open(open, false);
    }

    /** From a conflict, the incompatibility that would have prevented it; the solution is taken back to where it is open in one term. */
    private Incompatibility learn(Incompatibility conflict) {
        Incompatibility current = conflict;
        while (!current.terms().isEmpty()) {
            Term last = current.terms().get(0);
            Assignment satisfier = solution.satisfier(last);
            for (Term term : current.terms()) {
                Assignment step = solution.satisfier(term);
                if (step.index() > satisfier.index()) {
                    satisfier = step;
                    last = term;
                }
            }
            int before = solution.levelBefore(satisfier, last);
            for (Term term : current.terms()) {
                if (term.pack() != last.pack()) {
                    before = Math.max(before, solution.satisfier(term).level());
                }
            }
            Incompatibility cause = satisfier.cause();
            if (cause == null || before < satisfier.level()) {
                conflicts.set(last.pack(), conflicts.get(last.pack()) + 1);
                solution.backtrack(before);
                if (current != conflict) {
                    mention(current);
                }
                return current;
            }
            current = current.resolve(cause, satisfier.pack());
        }
        return current;
    }

    private int nextOpen() {
        int best = -1;
        int bestTrouble = -1;
        for (int pack = solution.open().nextSetBit(0);
                pack >= 0;
                pack = solution.open().nextSetBit(pack + 1)) {
            int trouble = conflicts.get(pack) < TROUBLE ? 0 : conflicts.get(pack);
            if (trouble > bestTrouble) {
                best = pack;
                bestTrouble = trouble;
            }
        }
        return best;
    }

    /** Decides for a version, unless its dependencies show at once that it cannot be; they then exclude it. */
    private void choose(int pack) {
        Candidates candidates = packs.get(pack);
        VersionSet states = solution.states(pack);
        int version = states.highestBelow(candidates.absent());
        Version wish = preferred.get(candidates.name());
        int wished = wish == null ? -1 : candidates.versions().indexOf(wish);
        if (wished >= 0 && states.has(wished)) {
            version = wished;
        }
        if (explain(pack, version)) {
            solution.decide(pack, version);
        } else {
            conflicts.set(pack, conflicts.get(pack) + 1);
        }
    }

    /** Makes the version's dependencies known. False if one of them cannot hold as things stand. */
    private boolean explain(int from, int version) {
        PackId id = packs.get(from).id(version);
        boolean isNew = explained.add(id);
        boolean possible = true;
        List<PackDependency> sorted = new ArrayList<>(dependenciesOf(id));
        sorted.sort(new DependencyOrder());
        for (PackDependency dependency : sorted) {
            int to = number(dependency.name());
            VersionSet refused = packs.get(to).allowed(dependency.constraint()).complement();
            if (dependency.optional()) {
                refused = refused.without(packs.get(to).absent());
            }
            if (to == from) {
                refused = refused.and(packs.get(from).one(version));
                possible &= refused.isEmpty();
            } else {
                possible &= refused.isEmpty() || !solution.states(to).isWithin(refused);
            }
            if (isNew && !refused.isEmpty()) {
                add(from, version, new Term(to, refused), dependency);
            }
        }
        return possible;
    }

    private void add(int from, int version, Term refused, PackDependency dependency) {
        DependencyKey key =
                new DependencyKey(from, refused.pack(), dependency.constraint().text(), dependency.optional());
        Incompatibility known = dependencies.get(key);
        if (known != null) {
            known.widen(from, version);
            return;
        }
        Term depending = new Term(from, packs.get(from).one(version));
        Incompatibility incompatibility = new Incompatibility(
                from == refused.pack() ? List.of(refused) : List.of(depending, refused),
                new Cause.Depends(from, refused.pack(), dependency));
        dependencies.put(key, incompatibility);
        mention(incompatibility);
    }

    private List<PackDependency> dependenciesOf(PackId id) {
        List<PackDependency> known = read.get(id);
        if (known == null) {
            known = List.copyOf(catalog.dependencies(id));
            read.put(id, known);
        }
        return known;
    }
}
