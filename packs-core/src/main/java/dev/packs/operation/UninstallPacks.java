package dev.packs.operation;

import dev.packs.lock.LockedPack;
import dev.packs.lock.LockedPackage;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackName;
import dev.packs.pack.PackageCoordinates;
import dev.packs.store.InstalledPackage;
import dev.packs.store.StoreCleaner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes packages out of the store that no lock uses. */
public final class UninstallPacks {

    private final StoreUse use;

    public UninstallPacks(StoreUse use) {
        this.use = use;
    }

    /**
     * What is to go.
     *
     * @param pack empty: whatever no lock uses
     * @param packages the names of the packages that the pack asks for
     * @param ownLock a lock that {@code packs:install -Dpack} wrote where no pom declares packs; the pack is taken out of it first
     */
    public record Request(Optional<PackName> pack, Set<String> packages, Optional<Path> ownLock) {

        public Request {
            packages = Set.copyOf(packages);
        }
    }

    /** @throws dev.packs.PacksException for each package that a project's lock still uses; nothing is removed then */
    public RemovedPackages run(Request request) {
        request.pack().ifPresent(pack -> request.ownLock().ifPresent(lock -> forget(pack, lock)));
        StoreCleaner cleaner = new StoreCleaner(use.store());
        if (request.pack().isEmpty()) {
            return new RemovedPackages(cleaner.unused(use.packages()));
        }
        Set<PackageCoordinates> asked = use.store().reader().list().stream()
                .map(InstalledPackage::coordinates)
                .filter(each -> request.packages().contains(each.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new RemovedPackages(cleaner.uninstall(/* packages= */ asked, /* used= */ use.packages()));
    }

    /** Takes the pack, and what only it needs, out of a lock. */
    private static void forget(PackName pack, Path path) {
        LockFile file = LockFile.read(path);
        Set<PackName> kept = new HashSet<>();
        List<PackName> open = new ArrayList<>(roots(file.before()));
        open.remove(pack);
        while (!open.isEmpty()) {
            PackName next = open.remove(open.size() - 1);
            if (kept.add(next)) {
                file.before().find(next).ifPresent(locked -> open.addAll(locked.dependencies()));
            }
        }
        List<LockedPack> packs = file.before().packs().stream()
                .filter(locked -> kept.contains(locked.name()))
                .toList();
        List<LockedPackage> packages = new ArrayList<>();
        for (LockedPackage each : file.before().packages()) {
            TreeSet<PackName> askers = new TreeSet<>(each.askedBy());
            askers.retainAll(kept);
            if (!askers.isEmpty()) {
                packages.add(new LockedPackage(
                        each.name(), each.version(), each.type(), each.classifier(), each.digest(), askers));
            }
        }
        file.write(new PackLock(packs, packages));
    }

    /** The packs that no other pack of the lock needs. */
    private static Set<PackName> roots(PackLock lock) {
        Set<PackName> roots = new TreeSet<>();
        lock.packs().forEach(pack -> roots.add(pack.name()));
        lock.packs().forEach(pack -> roots.removeAll(pack.dependencies()));
        return roots;
    }
}
