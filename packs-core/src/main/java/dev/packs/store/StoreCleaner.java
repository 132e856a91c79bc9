package dev.packs.store;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.DeletedTree;
import dev.packs.pack.PackageCoordinates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Takes out of the store what is old, too much, or no longer wanted; never what somebody uses. */
public final class StoreCleaner {

    /** The size of the store that is kept without asking: 1 GB. */
    public static final long DEFAULT_LIMIT = 1_000_000_000L;

    private final Store store;

    public StoreCleaner(Store store) {
        this.store = store;
    }

    /**
     * Removes what was last used before an instant.
     *
     * @param used what stays whatever its age
     */
    public CleanReport unusedSince(Instant instant, Set<PackageCoordinates> used) {
        StoreReader reader = store.reader();
        return remove(each -> reader.lastUse(each).isBefore(instant), used);
    }

    /**
     * Removes the least recently used until the packages have at most so many bytes together.
     *
     * @param used what stays even if that is too much
     */
    public CleanReport downTo(long limit, Set<PackageCoordinates> used) {
        StoreReader reader = store.reader();
        List<InstalledPackage> byUse = new ArrayList<>(reader.list());
        byUse.sort(Comparator.comparing(reader::lastUse).thenComparing(InstalledPackage::coordinates));
        long size = 0;
        for (InstalledPackage each : byUse) {
            size += each.size();
        }
        List<InstalledPackage> chosen = new ArrayList<>();
        for (InstalledPackage each : byUse) {
            if (size > limit && !used.contains(each.coordinates())) {
                chosen.add(each);
                size -= each.size();
            }
        }
        return remove(chosen);
    }

    /** Whether the packages have at most so many bytes together. */
    public boolean isWithin(long limit) {
        long size = 0;
        for (InstalledPackage each : store.reader().list()) {
            size += each.size();
        }
        return size <= limit;
    }

    /** Clears what killed runs left and what nobody has used for a day; removes no package. */
    public void tidy() {
        LeftOvers.clear(store.layout());
        new CachesCleaner(store).clear();
    }

    /** Removes every package that is not used, and everything that can be made again. */
    public CleanReport everything(Set<PackageCoordinates> used) {
        DeletedTree.delete(store.layout().requireNoLinks(store.layout().cache()));
        DeletedTree.delete(store.layout().requireNoLinks(store.layout().blobs()));
        return remove(each -> true, used);
    }

    /** Removes every package that is not used. */
    public CleanReport unused(Set<PackageCoordinates> used) {
        return remove(each -> true, used);
    }

    /**
     * Removes these packages; what is not in the store is no failure.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#STILL_IN_USE} for each that is used; nothing is removed then
     */
    public CleanReport uninstall(Set<PackageCoordinates> packages, Set<PackageCoordinates> used) {
        Problems problems = new Problems();
        for (PackageCoordinates each : packages) {
            if (used.contains(each)) {
                problems.add(Problem.of(ProblemCode.STILL_IN_USE, "the package `" + each + "` is in a project's lock")
                        .help("remove the pack that needs it from that project, and run `mvn packs:install` there"));
            }
        }
        problems.throwIfAny();
        return remove(each -> packages.contains(each.coordinates()), used);
    }

    private CleanReport remove(Predicate<InstalledPackage> choice, Set<PackageCoordinates> used) {
        List<InstalledPackage> chosen = new ArrayList<>();
        for (InstalledPackage each : store.reader().list()) {
            if (!used.contains(each.coordinates()) && choice.test(each)) {
                chosen.add(each);
            }
        }
        return remove(chosen);
    }

    private CleanReport remove(List<InstalledPackage> chosen) {
        int leftOvers = LeftOvers.clear(store.layout());
        store.writer().remove(chosen);
        CachesCleaner.Cleared caches = new CachesCleaner(store).clear();
        long bytes = caches.bytes();
        List<PackageCoordinates> removed = new ArrayList<>();
        for (InstalledPackage each : chosen) {
            bytes += each.size();
            removed.add(each.coordinates());
        }
        removed.sort(Comparator.naturalOrder());
        return new CleanReport(removed, bytes, leftOvers, caches.count());
    }
}
