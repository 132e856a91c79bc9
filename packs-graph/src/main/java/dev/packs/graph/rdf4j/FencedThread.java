package dev.packs.graph.rdf4j;

import dev.packs.PacksException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work of strangers on a thread of its own: with a stack of known size, and with somebody who waits no longer than was said.
 *
 * <p>What does not look at the clock by itself is left behind as a daemon that dies with the process.
 */
final class FencedThread {

    private static final long STACK_BYTES = 32L << 20;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private FencedThread() {}

    /** What to throw when the work was too long, too deep or too big. */
    interface Fence {
        RuntimeException outOfTime();

        RuntimeException tooDeep();

        RuntimeException outOfMemory();

        /** Asks the work to end by itself. */
        void cancel();
    }

    static <T> T run(Duration time, Fence fence, Supplier<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.set(work.get());
                    } catch (Throwable thrown) {
                        failure.set(thrown);
                    }
                },
                "packs-graph",
                STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(FencedThread.class.getClassLoader());
        thread.start();
        join(thread, time.plus(GRACE), fence);
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw translated(thrown, fence);
        }
        T value = result.get();
        if (value == null) {
            throw new IllegalStateException("no result");
        }
        return value;
    }

    private static void join(Thread thread, Duration time, Fence fence) {
        try {
            if (time.compareTo(Duration.ofDays(365)) < 0) {
                thread.join(Math.max(1, time.toMillis()));
            } else {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fence.cancel();
            thread.interrupt();
            throw fence.outOfTime();
        }
        if (thread.isAlive()) {
            fence.cancel();
            thread.interrupt();
            throw fence.outOfTime();
        }
    }

    /** A limit may be wrapped by the engine, or thrown in one of the threads of a parallel sort. */
    private static RuntimeException translated(Throwable thrown, Fence fence) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof PacksException known) {
                return known;
            }
            if (cause instanceof StackOverflowError) {
                return fence.tooDeep();
            }
            if (cause instanceof OutOfMemoryError) {
                return fence.outOfMemory();
            }
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
    }
}
