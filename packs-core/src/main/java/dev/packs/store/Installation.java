package dev.packs.store;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import dev.packs.pack.PackageCoordinates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Installs packages, level after level, the packages of a level in parallel. Everything is fetched, verified and unpacked out of sight first; then all of it appears, or none.
 */
public final class Installation {

    /** How often a package that vanished while others were fetched (somebody cleaned the store) is installed again. */
    private static final int ATTEMPTS = 3;

    private final Store store;
    private final PackageFetcher fetcher;

    public Installation(Store store, PackageFetcher fetcher) {
        this.store = store;
        this.fetcher = fetcher;
    }

    /**
     * Installs whatever is not in the store, or not whole, or, by the wanted digest, something else. Clears what killed runs left.
     *
     * @throws PacksException with every problem of the level that failed; the store is then as it was
     */
    public InstallationResult install(List<List<WantedPackage>> levels) {
        RunFolder.clearDead(store.layout());
        for (List<WantedPackage> level : levels) {
            store.settings().activity().expect(Work.DOWNLOAD, level.size());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<InstallationResult> result = attempt(levels);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw Problem.of(
                        ProblemCode.LOCK_BUSY,
                        "packages vanish from the store `" + store.layout().root() + "` while they are installed")
                .help("wait until nobody cleans the store, then run this again")
                .asException();
    }

    private Optional<InstallationResult> attempt(List<List<WantedPackage>> levels) {
        Map<PackageCoordinates, Outcome> outcomes = new LinkedHashMap<>();
        try (Staging staging = new Staging(store, fetcher)) {
            for (List<WantedPackage> level : levels) {
                runLevel(level, staging, outcomes);
            }
            return publish(staging, outcomes) ? Optional.of(result(outcomes)) : Optional.empty();
        }
    }

    private void runLevel(List<WantedPackage> level, Staging staging, Map<PackageCoordinates, Outcome> outcomes) {
        Map<PackageCoordinates, Callable<Outcome>> tasks = new LinkedHashMap<>();
        for (WantedPackage wanted : level) {
            if (!outcomes.containsKey(wanted.coordinates())) {
                tasks.put(wanted.coordinates(), new Bringing(wanted, staging));
            }
        }
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.min(store.settings().parallel(), tasks.size()), new Daemons());
        try {
            List<Future<Outcome>> futures = pool.invokeAll(tasks.values());
            collect(new ArrayList<>(tasks.keySet()), futures, outcomes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PacksException(
                    Problem.of(ProblemCode.FETCH_FAILED, "the installation was interrupted; nothing was installed"),
                    stopped);
        } finally {
            stop(pool);
        }
    }

    /** Nobody may still be writing when the run's folder is deleted. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean isInterrupted = Thread.interrupted();
        try {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                // A fetch has its own time limit.
            }
        } catch (InterruptedException again) {
            isInterrupted = true;
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void collect(
            List<PackageCoordinates> names, List<Future<Outcome>> futures, Map<PackageCoordinates, Outcome> outcomes)
            throws InterruptedException {
        Problems problems = new Problems();
        List<Throwable> causes = new ArrayList<>();
        for (int i = 0; i < futures.size(); i++) {
            try {
                outcomes.put(names.get(i), futures.get(i).get());
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof PacksException known)) {
                    throw new IllegalStateException("installing `" + names.get(i) + "` failed", failed.getCause());
                }
                problems.addAll(known.problems());
                causes.add(known);
            }
        }
        if (!problems.isEmpty()) {
            PacksException all = new PacksException(problems.list());
            causes.forEach(all::addSuppressed);
            throw all;
        }
    }

    private Outcome bring(WantedPackage wanted, Staging staging) {
        Activity activity = store.settings().activity();
        try {
            return bring(wanted, staging, activity);
        } finally {
            activity.reach(Work.DOWNLOAD);
        }
    }

    private Outcome bring(WantedPackage wanted, Staging staging, Activity activity) {
        Optional<InstalledPackage> found;
        try (Step step =
                activity.start(Work.VERIFY, Subject.of(wanted.coordinates().toString(), "store"))) {
            found = findWhole(wanted);
            step.made(0, found.isPresent() ? 1 : 0);
        }
        if (found.isPresent()) {
            return new Outcome.Present(found.get());
        }
        try {
            return new Outcome.Staged(staging.stage(wanted));
        } catch (PacksException failed) {
            if (wanted.isOptional()
                    && failed.problems().stream()
                            .allMatch(problem -> problem.code() == ProblemCode.PACKAGE_NOT_FOUND)) {
                return new Outcome.LeftOut(wanted.coordinates());
            }
            throw failed;
        }
    }

    /** A snapshot without a digest is always fetched, as the repository may have a newer one. */
    private Optional<InstalledPackage> findWhole(WantedPackage wanted) {
        if (wanted.coordinates().isSnapshot() && wanted.digest().isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<InstalledPackage> found = store.reader().find(wanted.coordinates());
            return found.isPresent()
                            && (wanted.digest().isEmpty()
                                    || wanted.digest().get().equals(found.get().digest()))
                            && found.get().verify().isEmpty()
                    ? found
                    : Optional.empty();
        } catch (PacksException damaged) {
            if (damaged.problems().stream().allMatch(problem -> problem.code() == ProblemCode.DIGEST_MISMATCH)) {
                return Optional.empty();
            }
            throw damaged;
        }
    }

    private boolean publish(Staging staging, Map<PackageCoordinates, Outcome> outcomes) {
        List<StagedPackage> staged = new ArrayList<>();
        List<PackageCoordinates> relied = new ArrayList<>();
        for (Map.Entry<PackageCoordinates, Outcome> each : outcomes.entrySet()) {
            if (each.getValue() instanceof Outcome.Staged fresh) {
                staged.add(fresh.staged());
            } else if (each.getValue() instanceof Outcome.Present) {
                relied.add(each.getKey());
            }
        }
        return staged.isEmpty()
                || store.writer().publish(staging.run(), staged, relied).isEmpty();
    }

    private InstallationResult result(Map<PackageCoordinates, Outcome> outcomes) {
        List<InstalledPackage> added = new ArrayList<>();
        List<InstalledPackage> present = new ArrayList<>();
        List<PackageCoordinates> leftOut = new ArrayList<>();
        for (Outcome outcome : outcomes.values()) {
            if (outcome instanceof Outcome.Staged fresh) {
                added.add(new InstalledPackage(store.layout(), fresh.staged().record()));
            } else if (outcome instanceof Outcome.Present old) {
                present.add(old.installed());
            } else if (outcome instanceof Outcome.LeftOut missing) {
                leftOut.add(missing.coordinates());
            }
        }
        return new InstallationResult(added, present, leftOut);
    }

    /** Classes in the place of lambdas, which cost a JVM that has just started more. */
    private final class Bringing implements Callable<Outcome> {

        private final WantedPackage wanted;
        private final Staging staging;

        Bringing(WantedPackage wanted, Staging staging) {
            this.wanted = wanted;
            this.staging = staging;
        }

        @Override
        public Outcome call() {
            return bring(wanted, staging);
        }
    }

    private static final class Daemons implements ThreadFactory {

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "packs-install");
            thread.setDaemon(true);
            return thread;
        }
    }

    /** What became of one wanted package before anything is published. */
    private sealed interface Outcome {

        record Present(InstalledPackage installed) implements Outcome {}

        record Staged(StagedPackage staged) implements Outcome {}

        record LeftOut(PackageCoordinates coordinates) implements Outcome {}
    }
}
