package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** Does the same for several things at once, a few at a time. */
final class InParallel {

    private static final int THREADS = 4;

    private InParallel() {}

    /**
     * The results in the order of the things.
     *
     * @throws PacksException with the problems of all that failed
     */
    static <T, R> List<R> map(List<T> things, Function<T, R> work) {
        if (things.size() < 2) {
            List<R> result = new ArrayList<>();
            for (T thing : things) {
                result.add(work.apply(thing));
            }
            return result;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(THREADS, things.size()), new DaemonThreads());
        try {
            List<Callable<R>> tasks = new ArrayList<>();
            for (T thing : things) {
                tasks.add(new Task<>(work, thing));
            }
            return collect(pool.invokeAll(tasks));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PacksException(
                    Problem.of(ProblemCode.FETCH_FAILED, "fetching was interrupted; nothing was written"), stopped);
        } finally {
            pool.shutdownNow();
        }
    }

    private static final class DaemonThreads implements ThreadFactory {

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "packs-fetch");
            thread.setDaemon(true);
            return thread;
        }
    }

    private record Task<T, R>(Function<T, R> work, T thing) implements Callable<R> {

        @Override
        public R call() {
            return work.apply(thing);
        }
    }

    private static <R> List<R> collect(List<Future<R>> futures) throws InterruptedException {
        Problems problems = new Problems();
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof PacksException known)) {
                    throw new IllegalStateException(failed.getCause());
                }
                problems.addAll(known.problems());
            }
        }
        problems.throwIfAny();
        return results;
    }
}
