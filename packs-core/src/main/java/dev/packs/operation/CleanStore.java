package dev.packs.operation;

import dev.packs.pack.PackageCoordinates;
import dev.packs.store.StoreCleaner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/** Takes out of the store what no project needs: what is old, what is too much, or all of it. */
public final class CleanStore {

    private final StoreUse use;

    public CleanStore(StoreUse use) {
        this.use = use;
    }

    /**
     * What is to go.
     *
     * @param all everything that no project's lock names
     * @param age what was last used longer ago
     * @param now the moment from which the age counts
     */
    public record Request(boolean all, Optional<Duration> age, Instant now) {}

    /** Without {@code all} and {@code age}: the least recently used, until the store is within its limit. */
    public RemovedPackages run(Request request) {
        StoreCleaner cleaner = new StoreCleaner(use.store());
        SortedSet<PackageCoordinates> used = use.packages();
        if (request.all()) {
            return new RemovedPackages(cleaner.everything(used));
        }
        return new RemovedPackages(
                request.age().isPresent()
                        ? cleaner.unusedSince(request.now().minus(request.age().get()), used)
                        : cleaner.downTo(use.limit(), used));
    }
}
