package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.fence.FencedThread;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Runs what strangers wrote behind a fence. What does not end by itself is left behind, and does nothing more. */
record FencedRun(Guard guard) implements FencedThread.Fence {

    /** @throws PacksException what was refused; another exception that the work ended with is thrown as it is */
    static <T> T run(Guard guard, Callable<T> work) throws Exception {
        T result;
        try {
            result = FencedThread.run(
                    "packs-archetype", FencedRun.class.getClassLoader(), new FencedRun(guard), work::call);
        } catch (Exception | Error failed) {
            // What was refused first counts, whatever came of it.
            guard.rethrow();
            throw failed;
        }
        guard.rethrow();
        return result;
    }

    @Override
    public Duration time() {
        return guard.limits().time();
    }

    @Override
    public RuntimeException outOfTime() {
        return guard.outOfTime().asException();
    }

    @Override
    public RuntimeException tooDeep() {
        return Guard.limit("they are nested too deep").asException();
    }

    @Override
    public RuntimeException outOfMemory() {
        return guard.tooLarge().asException();
    }

    @Override
    public void cancel() {
        guard.abandon();
    }
}
