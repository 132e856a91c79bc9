package dev.packs.operation;

import dev.packs.Problems;
import dev.packs.lock.LockedPack;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackName;
import dev.packs.resolution.DerivationReport;
import dev.packs.resolution.Outcome;
import dev.packs.resolution.Requirement;
import dev.packs.resolution.Resolution;
import dev.packs.resolution.Resolver;
import dev.packs.resolution.Unsolvable;
import dev.packs.source.PackLibrary;
import dev.packs.version.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses a version of each pack that is needed. */
final class ResolvePacks {

    private final PackLibrary library;

    ResolvePacks(PackLibrary library) {
        this.library = library;
    }

    /**
     * Chooses. Locked versions are tried first and alone: where they still do, no repository is asked what else there is, so a locked project builds offline.
     *
     * @param lock what was chosen before, without what is to move
     * @throws dev.packs.PacksException with the derivation if there is no solution, and whatever the sources throw
     */
    Resolution run(List<Requirement> requirements, PackLock lock) {
        Map<PackName, Version> stay = new HashMap<>();
        for (LockedPack pack : lock.packs()) {
            stay.put(pack.name(), pack.id().version());
        }
        Map<PackName, Version> exact = new HashMap<>();
        for (Requirement requirement : requirements) {
            Optional<Version> version = requirement.constraint().exact();
            if (version.isPresent()) {
                exact.putIfAbsent(requirement.name(), version.get());
            }
        }
        Map<PackName, Version> only = new HashMap<>(stay);
        only.putAll(exact);
        for (PackName name : library.workspace().known()) {
            for (Version version : library.workspace().versions(name)) {
                stay.put(name, version);
                only.put(name, version);
            }
        }
        if (!only.isEmpty()) {
            Outcome outcome = Resolver.resolve(requirements, stay, LibraryCatalog.narrow(library, only));
            if (outcome instanceof Resolution resolution) {
                return resolution;
            }
        }
        Outcome outcome = Resolver.resolve(requirements, stay, LibraryCatalog.wide(library, exact));
        if (outcome instanceof Unsolvable unsolvable) {
            requireKnown(requirements);
            throw DerivationReport.problem(unsolvable).asException();
        }
        return (Resolution) outcome;
    }

    /** What was asked for directly and is nowhere is told with the places that were searched, which the derivation does not know. */
    private void requireKnown(List<Requirement> requirements) {
        Problems problems = new Problems();
        for (Requirement requirement : requirements) {
            if (library.versions(requirement.name()).isEmpty()) {
                problems.addAll(library.notFound(requirement.name().toString(), List.of())
                        .problems());
            }
        }
        problems.throwIfAny();
    }
}
