package dev.packs.fence;

import dev.packs.PacksException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs work of strangers on a thread of its own: with a stack of known size, and with somebody who waits no longer than was said.
 *
 * <p>What does not look at the clock by itself is left behind as a daemon that dies with the process.
 */
public final class FencedThread {

    private static final long STACK_BYTES = 32L << 20;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private FencedThread() {}

    /**
     * What is fenced.
     *
     * @param <T> what comes of it
     * @param <X> what it may fail with
     */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T run() throws X;
    }

    /** What to throw when the work was too long, too deep or too big. */
    public interface Fence {

        /** How long the work may take; two seconds more are waited for it to end by itself. From a year on, for ever. */
        Duration time();

        RuntimeException outOfTime();

        RuntimeException tooDeep();

        RuntimeException outOfMemory();

        /** Asks the work to end by itself. */
        void cancel();
    }

    /**
     * Runs it, and waits.
     *
     * @param name of the thread
     * @param classes where the work finds services
     * @throws X what the work failed with; a {@link PacksException} in its causes is thrown in its place
     */
    public static <T, X extends Exception> T run(String name, ClassLoader classes, Fence fence, Work<T, X> work)
            throws X {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.set(work.run());
                    } catch (Throwable thrown) {
                        failure.set(thrown);
                    }
                },
                name,
                STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(classes);
        thread.start();
        join(thread, fence);
        Throwable thrown = failure.get();
        if (thrown != null) {
            @SuppressWarnings("unchecked") // The work throws nothing else that is checked.
            X failed = (X) translated(thrown, fence);
            throw failed;
        }
        T value = result.get();
        if (value == null) {
            throw new IllegalStateException("no result");
        }
        return value;
    }

    private static void join(Thread thread, Fence fence) {
        Duration time = fence.time();
        boolean isStopped = false;
        try {
            if (time.compareTo(Duration.ofDays(365)) < 0) {
                thread.join(time.plus(GRACE).toMillis());
            } else {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            isStopped = true;
        }
        if (isStopped || thread.isAlive()) {
            fence.cancel();
            thread.interrupt();
            throw fence.outOfTime();
        }
    }

    /** A limit may be wrapped by the engine, or thrown in one of the threads of a parallel sort. */
    private static Throwable translated(Throwable thrown, Fence fence) {
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
        return thrown;
    }
}
