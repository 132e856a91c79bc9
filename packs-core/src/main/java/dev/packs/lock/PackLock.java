package dev.packs.lock;

import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a project's packs were resolved to.
 *
 * @param packs one version of each, sorted by name
 * @param packages sorted by name, type and classifier
 */
public record PackLock(List<LockedPack> packs, List<LockedPackage> packages) {

    /** @throws IllegalArgumentException for two entries of one name, or an edge to a pack that is not in the lock */
    public PackLock {
        List<LockedPack> sortedPacks = new ArrayList<>(packs);
        sortedPacks.sort(new ByName());
        packs = List.copyOf(sortedPacks);
        List<LockedPackage> sortedPackages = new ArrayList<>(packages);
        sortedPackages.sort(null);
        packages = List.copyOf(sortedPackages);
        Set<PackName> names = new HashSet<>();
        for (LockedPack pack : packs) {
            require(names.add(pack.name()), pack.name() + " is locked twice");
        }
        Set<String> keys = new HashSet<>();
        for (LockedPackage artifact : packages) {
            require(keys.add(artifact.key()), artifact.key() + " is locked twice");
            require(
                    names.containsAll(artifact.askedBy()),
                    artifact.key() + " is asked for by a pack that is not locked");
        }
        for (LockedPack pack : packs) {
            require(names.containsAll(pack.dependencies()), pack.name() + " needs a pack that is not locked");
        }
    }

    /** Written out, as what a record makes of itself costs a cold JVM some thirty classes. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackLock lock && packs.equals(lock.packs) && packages.equals(lock.packages);
    }

    @Override
    public int hashCode() {
        return 31 * packs.hashCode() + packages.hashCode();
    }

    private static final class ByName implements Comparator<LockedPack> {

        @Override
        public int compare(LockedPack one, LockedPack other) {
            return one.name().compareTo(other.name());
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The lock of a project without packs. */
    public static PackLock empty() {
        return new PackLock(List.of(), List.of());
    }

    public Optional<LockedPack> find(PackName name) {
        for (LockedPack pack : packs) {
            if (pack.name().equals(name)) {
                return Optional.of(pack);
            }
        }
        return Optional.empty();
    }

    /** The packs that no other pack of the lock needs, sorted: those that were asked for, or some of them. */
    public List<PackName> roots() {
        Set<PackName> needed = new HashSet<>();
        for (LockedPack pack : packs) {
            needed.addAll(pack.dependencies());
        }
        List<PackName> roots = new ArrayList<>();
        for (LockedPack pack : packs) {
            if (!needed.contains(pack.name())) {
                roots.add(pack.name());
            }
        }
        return List.copyOf(roots);
    }

    /** What the lock says of some of its packs, and of the packages that they ask for. */
    public PackLock only(Set<PackName> kept) {
        List<LockedPack> some = new ArrayList<>();
        for (LockedPack pack : packs) {
            if (kept.contains(pack.name())) {
                SortedSet<PackName> dependencies = new TreeSet<>(pack.dependencies());
                dependencies.retainAll(kept);
                some.add(new LockedPack(pack.id(), pack.origin(), pack.digest(), pack.signer(), dependencies));
            }
        }
        List<LockedPackage> asked = new ArrayList<>();
        for (LockedPackage each : packages) {
            SortedSet<PackName> askers = new TreeSet<>(each.askedBy());
            askers.retainAll(kept);
            if (!askers.isEmpty()) {
                asked.add(new LockedPackage(
                        each.name(), each.version(), each.type(), each.classifier(), each.digest(), askers));
            }
        }
        return new PackLock(some, asked);
    }

    public boolean isEmpty() {
        return packs.isEmpty() && packages.isEmpty();
    }
}
