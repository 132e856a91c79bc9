package dev.packs.lock;

import dev.packs.pack.PackName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a project's packs were resolved to.
 *
 * @param packs one version of each, sorted by name
 * @param packages sorted by name, type and classifier
 */
public record PackLock(List<LockedPack> packs, List<LockedPackage> packages) {

    /** @throws IllegalArgumentException for two entries of one name, or an edge to a pack that is not in the lock */
    public PackLock {
        packs = packs.stream().sorted(Comparator.comparing(LockedPack::name)).toList();
        packages = packages.stream().sorted().toList();
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
        return packs.stream().filter(pack -> pack.name().equals(name)).findFirst();
    }

    public boolean isEmpty() {
        return packs.isEmpty() && packages.isEmpty();
    }
}
