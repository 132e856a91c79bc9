package dev.packs.progress;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows a progress from a thread of its own, once it has gone on for a second. Where nothing ever begins, there is no thread. Whoever else writes to the screen does so {@link #aside}. Safe for use by several threads.
 */
public final class ProgressShow implements AutoCloseable {

    private static final long BEFORE = 1_000;
    private static final long BETWEEN = 100;

    private final Supplier<Optional<String>> progress;
    private final Supplier<Optional<Screen>> screens;
    private Optional<Screen> screen = Optional.empty();
    private boolean isChosen;
    private boolean isClosed;
    private volatile boolean isBegun;
    private int holders;
    private long since = System.nanoTime();
    private long shown = since;

    /**
     * Shows nothing yet.
     *
     * @param progress the line at a moment, if there is anything to be shown
     * @param screens asked when there is first something to be shown; without a screen nothing ever is
     */
    public ProgressShow(Supplier<Optional<String>> progress, Supplier<Optional<Screen>> screens) {
        this.progress = progress;
        this.screens = screens;
    }

    /** There is work from now on; said again, it changes nothing. */
    public void begin() {
        if (!isBegun) {
            startOnce();
        }
    }

    private synchronized void startOnce() {
        if (isBegun || isClosed) {
            return;
        }
        isBegun = true;
        since = System.nanoTime();
        Thread thread = new Thread(new Showing(), "packs-progress");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Showing implements Runnable {

        @Override
        public void run() {
            try {
                work();
            } catch (InterruptedException stopped) {
                // Nobody looks any more.
            }
        }
    }

    private synchronized void work() throws InterruptedException {
        while (!isClosed) {
            if (holders == 0 && millisecondsFrom(since) >= BEFORE) {
                look();
            }
            wait(BETWEEN);
        }
    }

    private static long millisecondsFrom(long moment) {
        return (System.nanoTime() - moment) / 1_000_000;
    }

    private void look() {
        Optional<String> line = progress.get();
        if (line.isPresent() && !isChosen) {
            isChosen = true;
            screen = screens.get();
        }
        if (screen.isEmpty()) {
            return;
        }
        if (line.isEmpty()) {
            screen.get().clear();
        } else if (millisecondsFrom(shown) >= screen.get().pause()) {
            screen.get().show(line.get());
            shown = System.nanoTime();
        }
    }

    /** Prints while the line is not there. */
    public synchronized void aside(Runnable print) {
        clear();
        print.run();
    }

    /** Nothing is shown until {@link #release}: somebody else has the screen. */
    public synchronized void hold() {
        holders++;
        clear();
    }

    /** The counterpart of {@link #hold}; what is long begins anew. */
    public synchronized void release() {
        holders--;
        since = System.nanoTime();
    }

    private void clear() {
        if (screen.isPresent()) {
            screen.get().clear();
        }
    }

    /** Takes the line away, for good. */
    @Override
    public synchronized void close() {
        isClosed = true;
        clear();
        notifyAll();
    }
}
