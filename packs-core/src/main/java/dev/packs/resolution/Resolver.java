package dev.packs.resolution;

import dev.packs.PacksException;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses one version of each pack that is needed. The result depends on what is asked and listed, not on any order. */
public final class Resolver {

    private Resolver() {}

    /**
     * Finds a solution if there is one. A locked version is taken where it is possible, otherwise the highest; packs that were met first choose first.
     *
     * <p>Cycles take no part in the search: a solution that has one fails, although another might have none, since packs that need each other are a mistake
     * that its authors should hear of.
     *
     * @param locked versions to stay with; those that are not listed any more mean nothing
     * @throws PacksException {@link dev.packs.ProblemCode#CYCLE}, and whatever the catalog throws
     */
    public static Outcome resolve(List<Requirement> requirements, Map<PackName, Version> locked, PackCatalog catalog) {
        Solver solver = new Solver(locked, catalog);
        Optional<Incompatibility> failure = solver.solve(requirements);
        if (failure.isEmpty()) {
            return GraphBuilder.build(requirements, solver.chosen());
        }
        Derivation derivation = new Derivation(failure.get(), solver.packs(), List.copyOf(catalog.known()));
        return new Unsolvable(derivation, advice(requirements, derivation, locked, catalog));
    }

    /** Tries whether one requirement less strict, or one less, would have done. */
    private static Optional<Advice> advice(
            List<Requirement> requirements, Derivation derivation, Map<PackName, Version> locked, PackCatalog catalog) {
        Set<Requirement> involved = new LinkedHashSet<>();
        for (Incompatibility fact : derivation.facts()) {
            if (fact.cause() instanceof Cause.Asked asked) {
                involved.add(asked.requirement());
            }
        }
        try {
            for (Requirement requirement : involved) {
                if (requirement.constraint().equals(VersionConstraint.any())) {
                    continue;
                }
                List<Requirement> others = without(requirements, requirement);
                List<Requirement> relaxed = new ArrayList<>(others);
                relaxed.add(new Requirement(requirement.name(), VersionConstraint.any(), requirement.askedBy()));
                Solver solver = new Solver(locked, catalog);
                if (solver.solve(relaxed).isEmpty()) {
                    Version version = solver.chosen().keySet().stream()
                            .filter(id -> id.name().equals(requirement.name()))
                            .findFirst()
                            .orElseThrow()
                            .version();
                    return Optional.of(new Advice(requirement, Optional.of(VersionConstraint.parse("^" + version))));
                }
            }
            for (Requirement requirement : involved) {
                List<Requirement> others = without(requirements, requirement);
                if (!others.isEmpty()
                        && new Solver(locked, catalog).solve(others).isEmpty()) {
                    return Optional.of(new Advice(requirement, Optional.empty()));
                }
            }
        } catch (PacksException unreachable) {
            // The search failed already; that looking for advice fails too must not hide why.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static List<Requirement> without(List<Requirement> requirements, Requirement one) {
        return requirements.stream().filter(other -> !other.equals(one)).toList();
    }
}
