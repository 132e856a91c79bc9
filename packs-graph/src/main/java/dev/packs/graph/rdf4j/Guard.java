package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.graph.LimitName;
import dev.packs.graph.QueryLimits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What one call may still spend. Safe for use by several threads, because big sorts use several. */
final class Guard {

    private static final int STEPS_BETWEEN_LOOKS = 64;

    private final QueryLimits limits;
    private final Place place;
    private final long deadline;
    private final AtomicLong held = new AtomicLong();
    private volatile boolean cancelled;
    private int steps;

    Guard(QueryLimits limits, Place place) {
        this.limits = limits;
        this.place = place;
        Duration longest = Duration.ofDays(365);
        Duration time = limits.time().compareTo(longest) < 0 ? limits.time() : longest;
        deadline = System.nanoTime() + time.toNanos();
    }

    QueryLimits limits() {
        return limits;
    }

    Place place() {
        return place;
    }

    /** Makes every further step fail. */
    void cancel() {
        cancelled = true;
    }

    /** To be called once for every row, character or whatever else a loop is made of. A count that two threads spoil only moves the next look. */
    void step() {
        int count = steps + 1;
        steps = count;
        if (count % STEPS_BETWEEN_LOOKS == 0 && (cancelled || System.nanoTime() - deadline > 0)) {
            throw outOfTime();
        }
    }

    RuntimeException outOfTime() {
        long seconds = Math.max(1, limits.time().toSeconds());
        return LimitName.QUERY_SECONDS
                .reached(place, "the query took longer than " + seconds + " seconds", seconds)
                .asException();
    }

    void hold(long bytes) {
        if (held.addAndGet(bytes) > limits.memory()) {
            throw outOfMemory();
        }
    }

    void release(long bytes) {
        held.addAndGet(-bytes);
    }

    RuntimeException outOfMemory() {
        return LimitName.QUERY_MEMORY
                .reached(place, "the query held more than " + limits.memory() + " bytes", limits.memory())
                .asException();
    }

    /** Refuses a text that is about to have this length. */
    void checkLength(long characters) {
        if (characters > limits.valueCharacters()) {
            throw LimitName.QUERY_VALUE
                    .reached(
                            place,
                            "an expression made a text of more than " + limits.valueCharacters() + " characters",
                            limits.valueCharacters())
                    .asException();
        }
    }
}
