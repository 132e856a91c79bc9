package dev.packs.source.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks again after failures that may pass: connections that fail, time-outs and a server's own errors.
 *
 * <p>A repository that failed to the end is not asked repeatedly for the next thing. Safe for use by several threads.
 */
public final class Retries {

    private final int attempts;
    private final Duration pause;
    private final Consumer<String> notices;
    private final Set<String> givenUp = ConcurrentHashMap.newKeySet();

    /**
     * @param attempts at least one
     * @param pause before the second attempt; it doubles before each further one
     * @param notices gets a sentence for each attempt that failed and is followed by another
     */
    public Retries(int attempts, Duration pause, Consumer<String> notices) {
        this.attempts = attempts;
        this.pause = pause;
        this.notices = notices;
    }

    /** Three attempts, one second and then two between them. */
    public static Retries standard(Consumer<String> notices) {
        return new Retries(3, Duration.ofSeconds(1), notices);
    }

    /**
     * Repeats until nothing passing is in the way, or the attempts are used up.
     *
     * @param what is being fetched, as it is printed
     */
    <T> Outcome<T> run(String what, Supplier<Outcome<T>> request) {
        Outcome<T> outcome = request.get();
        for (int attempt = 1; attempt < attempts && isWorthRepeating(outcome); attempt++) {
            notices.accept("`" + what + "`: " + passing(outcome) + "; attempt " + (attempt + 1) + " of " + attempts
                    + " follows");
            sleep(what, pause.multipliedBy(1L << (attempt - 1)));
            outcome = request.get();
        }
        for (RepositoryFailure failure : outcome.failures()) {
            if (failure.kind().isPassing()) {
                givenUp.add(failure.repository());
            }
        }
        return outcome;
    }

    int attempts() {
        return attempts;
    }

    /** Told to the user, though the operation goes on. */
    void warn(String text) {
        notices.accept(text);
    }

    private boolean isWorthRepeating(Outcome<?> outcome) {
        for (RepositoryFailure failure : outcome.failures()) {
            if (failure.kind().isPassing() && !givenUp.contains(failure.repository())) {
                return true;
            }
        }
        return false;
    }

    private static RepositoryFailure passing(Outcome<?> outcome) {
        return outcome.failures().stream()
                .filter(failure -> failure.kind().isPassing())
                .findFirst()
                .orElseThrow();
    }

    private static void sleep(String what, Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PacksException(
                    Problem.of(ProblemCode.FETCH_FAILED, "fetching `" + what + "` was interrupted"), stopped);
        }
    }
}
