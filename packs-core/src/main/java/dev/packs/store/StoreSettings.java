package dev.packs.store;

import dev.packs.activity.Activity;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How the store is used by one run.
 *
 * @param parallel how many packages are fetched and unpacked at once
 * @param lockWait how long another build's writing is waited for
 * @param notices takes what the user should know while it takes long
 * @param activity told of what is verified and unpacked
 */
public record StoreSettings(int parallel, Duration lockWait, Consumer<String> notices, Activity activity) {

    /** Which nobody watches. */
    public StoreSettings(int parallel, Duration lockWait, Consumer<String> notices) {
        this(parallel, lockWait, notices, Activity.none());
    }

    public static StoreSettings defaults() {
        return new StoreSettings(4, Duration.ofMinutes(2), new Nobody());
    }

    public StoreSettings withNotices(Consumer<String> taker) {
        return new StoreSettings(parallel, lockWait, taker, activity);
    }

    public StoreSettings watchedBy(Activity watcher) {
        return new StoreSettings(parallel, lockWait, notices, watcher);
    }

    private static final class Nobody implements Consumer<String> {

        @Override
        public void accept(String notice) {}
    }
}
