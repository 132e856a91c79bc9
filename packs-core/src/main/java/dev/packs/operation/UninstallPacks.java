package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.lock.LockedPack;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.pack.PackageCoordinates;
import dev.packs.source.PackLibrary;
import dev.packs.store.CleanReport;
import dev.packs.store.InstalledPackage;
import dev.packs.store.StoreCleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
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

    /**
     * The pack that is meant: one that there is, or that is in the lock although nobody has it any more.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#PACK_NOT_FOUND}, with the nearest of those that there are and that are in the lock
     */
    public static PackName require(PackRef.Named ref, PackLibrary library, List<String> groups, PackLock lock) {
        List<PackName> locked = lock.packs().stream().map(LockedPack::name).toList();
        return locked.stream()
                .filter(each -> each.id().equals(ref.id())
                        && each.group().equals(ref.group().orElse(each.group())))
                .findFirst()
                .or(() -> library.find(ref, groups)
                        .filter(name -> !library.versions(name).isEmpty()))
                .orElseThrow(() -> library.notFound(ref.text(), groups, locked));
    }

    /** @throws dev.packs.PacksException if another pack of the own lock needs this one, and for each package that another project's lock uses; nothing changes then */
    public RemovedPackages run(Request request) {
        StoreCleaner cleaner = new StoreCleaner(use.store());
        if (request.pack().isEmpty()) {
            return new RemovedPackages(cleaner.unused(use.packages()));
        }
        SortedSet<PackageCoordinates> asked = use.store().reader().list().stream()
                .map(InstalledPackage::coordinates)
                .filter(each -> request.packages().contains(each.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (request.ownLock().isEmpty()) {
            return new RemovedPackages(cleaner.uninstall(/* packages= */ asked, /* used= */ use.packages()));
        }
        LockFile own = LockFile.read(request.ownLock().get());
        PackLock rest = without(request.pack().get(), own);
        asked.removeAll(StoreUse.packagesOf(rest));
        CleanReport removed = cleaner.uninstall(/* packages= */ asked, /* used= */ use.packagesBeside(own.path()));
        if (Files.exists(own.path())) {
            own.write(rest);
        }
        return new RemovedPackages(removed);
    }

    /** A lock without the pack, and without what only that one needs. */
    private static PackLock without(PackName pack, LockFile file) {
        for (LockedPack locked : file.before().packs()) {
            if (locked.dependencies().contains(pack)) {
                throw Problem.of(
                                ProblemCode.STILL_IN_USE,
                                "the pack " + pack + " is needed by " + locked.name() + " in `" + file.path() + "`")
                        .help("mvn packs:uninstall -Dpack=" + locked.name())
                        .asException();
            }
        }
        Set<PackName> kept = new HashSet<>();
        List<PackName> open = new ArrayList<>(file.before().roots());
        open.remove(pack);
        while (!open.isEmpty()) {
            PackName next = open.remove(open.size() - 1);
            if (kept.add(next)) {
                file.before().find(next).ifPresent(locked -> open.addAll(locked.dependencies()));
            }
        }
        return file.before().only(kept);
    }
}
