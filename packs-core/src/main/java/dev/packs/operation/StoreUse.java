package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.integrity.Digest;
import dev.packs.lock.LockedPackage;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackageCoordinates;
import dev.packs.store.Store;
import dev.packs.store.StoreCleaner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Which packages of the store projects need, by their locks; and the room that the rest may take. */
public final class StoreUse {

    private final Supplier<Store> store;
    private final long limit;
    private final boolean remembers;

    /**
     * Packages are counted only where some are locked.
     *
     * @param limit bytes that the store's packages may take together before the least recently used go
     */
    public StoreUse(Supplier<Store> store, long limit) {
        this(store, limit, true);
    }

    private StoreUse(Supplier<Store> store, long limit, boolean remembers) {
        this.store = store;
        this.limit = limit;
        this.remembers = remembers;
    }

    /** The same for projects that are looked at and thrown away: they keep nothing in the store. */
    StoreUse ofNoProject() {
        return new StoreUse(store, limit, false);
    }

    Store store() {
        return store.get();
    }

    long limit() {
        return limit;
    }

    /** Remembers that a project needs what its lock names, and makes room if there is too little. */
    void used(Path lockFile, PackLock lock) {
        if (!remembers || lock.packages().isEmpty()) {
            return;
        }
        Store opened = store.get();
        if (!opened.isWritable()) {
            // Nothing can be cleaned out of it either, so that nobody has to know who needs what.
            return;
        }
        opened.projects().register(lockFile);
        StoreCleaner cleaner = new StoreCleaner(opened);
        try {
            if (cleaner.isWithin(limit)) {
                // Nobody has to be asked what they need.
                cleaner.tidy();
            } else {
                cleaner.downTo(limit, packages());
            }
        } catch (PacksException unknown) {
            // While another project's lock cannot be read, nobody knows what may go; that is no reason to fail this
            // project.
        }
    }

    /** Every package that the lock of any known project names. */
    SortedSet<PackageCoordinates> packages() {
        return store.get().projects().used(StoreUse::packagesOf);
    }

    /** The same without what one lock names. */
    SortedSet<PackageCoordinates> packagesBeside(Path lockFile) {
        Path own = lockFile.toAbsolutePath().normalize();
        return store.get().projects().used(each -> each.equals(own) ? Set.of() : packagesOf(each));
    }

    private static List<PackageCoordinates> packagesOf(Path lockFile) {
        return LockFile.read(lockFile).before().packages().stream()
                .map(StoreUse::coordinates)
                .toList();
    }

    /** A lock's packages by what they are called in the store, with the digest that each has to have. */
    static SortedMap<PackageCoordinates, Optional<Digest>> locked(PackLock lock) {
        SortedMap<PackageCoordinates, Optional<Digest>> packages = new TreeMap<>();
        lock.packages().forEach(each -> packages.put(coordinates(each), each.digest()));
        return packages;
    }

    /** What a lock's packages are called in the store. */
    static SortedSet<PackageCoordinates> packagesOf(PackLock lock) {
        SortedSet<PackageCoordinates> packages = new TreeSet<>();
        lock.packages().forEach(each -> packages.add(coordinates(each)));
        return packages;
    }

    private static PackageCoordinates coordinates(LockedPackage locked) {
        int colon = locked.name().indexOf(':');
        return new PackageCoordinates(
                locked.name().substring(0, colon),
                locked.name().substring(colon + 1),
                locked.version(),
                locked.type(),
                locked.classifier());
    }
}
