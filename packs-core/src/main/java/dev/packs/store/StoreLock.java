package dev.packs.store;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets one process at a time make packages appear in the store or go. Held for renames only, never while something is fetched or unpacked. */
final class StoreLock {

    private static final long LOOKS_EVERY_MILLIS = 50;
    private static final long SAYS_SO_AFTER_MILLIS = 1000;

    private final StoreLayout layout;
    private final StoreSettings settings;

    /**
     * Closing any channel on a file gives up this process's locks on it (POSIX), so two threads must not open the lock file at once, not even from two class loaders: an
     * interned text is the one monitor that they share.
     */
    private final String monitor;

    StoreLock(StoreLayout layout, StoreSettings settings) {
        this.layout = layout;
        this.settings = settings;
        monitor = ("dev.packs.store.lock:" + layout.root()).intern();
    }

    /**
     * Runs the action while the lock is held.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#LOCK_BUSY} when another process keeps it, {@link ProblemCode#STORE_UNUSABLE}
     */
    void hold(Runnable action) {
        synchronized (monitor) {
            try (FileChannel channel = Disk.open(
                            layout.requireNoLinks(layout.lockFile()),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = acquire(channel)) {
                if (lock.isValid()) {
                    action.run();
                }
            } catch (IOException failed) {
                throw Store.unusable(layout.root(), "cannot be locked: `" + layout.lockFile() + "`", failed);
            }
        }
    }

    private FileLock acquire(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        boolean isSaid = false;
        while (true) {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            long waited = (System.nanoTime() - start) / 1_000_000;
            if (waited >= settings.lockWait().toMillis()) {
                throw busy();
            }
            if (!isSaid && waited >= SAYS_SO_AFTER_MILLIS) {
                settings.notices()
                        .accept("waiting for another build that is changing the store `" + layout.root() + "`");
                isSaid = true;
            }
            pause();
        }
    }

    private RuntimeException busy() {
        return Problem.of(
                        ProblemCode.LOCK_BUSY,
                        String.format(
                                Locale.ROOT,
                                "the store `%s` was being changed by another build for more than %d seconds",
                                layout.root(),
                                settings.lockWait().toSeconds()))
                .help("wait until the other build has ended, then run this one again")
                .asException();
    }

    private void pause() {
        try {
            Thread.sleep(LOOKS_EVERY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }
}
