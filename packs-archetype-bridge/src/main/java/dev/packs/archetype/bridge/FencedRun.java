package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs what strangers wrote on a thread of its own, with a stack of known size, and waits no longer than the guard says. What does not end by itself is left behind, and does nothing more. */
final class FencedRun {

    private static final long STACK_BYTES = 32L << 20;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private FencedRun() {}

    /** @throws PacksException what was refused; another exception that the work ended with is thrown as it is */
    static <T> T run(Guard guard, Callable<T> work) throws Exception {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.set(work.call());
                    } catch (Throwable thrown) {
                        failure.set(thrown);
                    }
                },
                "packs-archetype",
                STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(FencedRun.class.getClassLoader());
        thread.start();
        join(thread, guard);
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw translated(thrown, guard);
        }
        guard.rethrow();
        T value = result.get();
        if (value == null) {
            throw new IllegalStateException("no result");
        }
        return value;
    }

    private static void join(Thread thread, Guard guard) {
        boolean isStopped = false;
        try {
            thread.join(guard.limits().time().plus(GRACE).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            isStopped = true;
        }
        if (isStopped || thread.isAlive()) {
            guard.abandon();
            thread.interrupt();
            throw guard.outOfTime().asException();
        }
    }

    private static Exception translated(Throwable thrown, Guard guard) {
        // What was refused first counts, whatever came of it.
        guard.rethrow();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof PacksException known) {
                return known;
            }
            if (cause instanceof StackOverflowError) {
                return Guard.limit("they are nested too deep").asException();
            }
            if (cause instanceof OutOfMemoryError) {
                return guard.tooLarge().asException();
            }
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof Exception failure ? failure : new IllegalStateException(thrown);
    }
}
