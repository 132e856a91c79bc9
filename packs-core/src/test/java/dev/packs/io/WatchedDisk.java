package dev.packs.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the steps that this process takes on its disk, and ends one of them, or with it the process, in another way. For one test at a time. */
public final class WatchedDisk implements AutoCloseable {

    /** What a process ends with that was halted on purpose. */
    public static final int HALTED = 77;

    /** What happens at the chosen step. */
    private interface End {

        void at(String what, Path path) throws IOException;
    }

    private final AtomicInteger steps = new AtomicInteger();

    private WatchedDisk(int chosen, End end) {
        Disk.watch((what, path) -> {
            if (steps.incrementAndGet() == chosen) {
                end.at(what, path);
            }
        });
    }

    /** Ends the process at once before it takes this step, 1 being the first; never for 0. */
    public static WatchedDisk haltingBefore(int step) {
        return new WatchedDisk(step, (what, path) -> Runtime.getRuntime().halt(HALTED));
    }

    /** In the place of this step there is no room on the disk. */
    public static WatchedDisk fullAt(int step) {
        return new WatchedDisk(step, (what, path) -> {
            throw new IOException("No space left on device");
        });
    }

    /** How many steps were taken or begun. */
    public int steps() {
        return steps.get();
    }

    @Override
    public void close() {
        Disk.watch(null);
    }
}
