package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeLimits;
import org.jspecify.annotations.Nullable;

/**
 * Counts what templates of a stranger do, and ends the run where it is too much. A refusal is remembered: the original goes on after some failures, and must not after this one.
 *
 * <p>Used by the thread of the run; {@link #abandon} may be called by another.
 */
final class Guard {

    /** The length of one value, or the number of values in it, in a template. Nothing real comes near; a value that doubles in a loop passes it after twenty rounds. */
    static final int VALUE_LIMIT = 1 << 20;

    private static final int CHECK_EVERY = 256;

    private final ArchetypeLimits limits;
    private final long deadline;
    private volatile boolean abandoned;
    private @Nullable PacksException refusal;
    private long characters;
    private int iterations;
    private int untilCheck = CHECK_EVERY;

    Guard(ArchetypeLimits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    ArchetypeLimits limits() {
        return limits;
    }

    /** Ends the run at the next thing that it does. */
    void abandon() {
        abandoned = true;
    }

    /** @throws PacksException if the run was refused before, or takes too long */
    void check() {
        if (refusal != null) {
            throw refusal;
        }
        if (abandoned) {
            throw refuse(outOfTime());
        }
        if (--untilCheck <= 0) {
            untilCheck = CHECK_EVERY;
            if (System.nanoTime() - deadline > 0) {
                throw refuse(outOfTime());
            }
        }
    }

    Problem outOfTime() {
        return Problem.of(
                        ProblemCode.LIMIT_EXCEEDED,
                        "the templates take longer than " + limits.time().toSeconds() + " s")
                .help("they would hardly have come to an end; ask their author");
    }

    /** Counts a round of a loop. */
    void iteration() {
        check();
        if (++iterations > limits.iterations()) {
            throw refuse(limit("loops have more than " + limits.iterations() + " rounds together"));
        }
    }

    /** Counts text that is written, or put together to be written. */
    void characters(long count) {
        check();
        characters += count;
        if (characters > limits.totalBytes()) {
            throw refuse(limit("they write more than " + limits.totalBytes() + " characters together"));
        }
    }

    long charactersWritten() {
        return characters;
    }

    int iterationsMade() {
        return iterations;
    }

    /** @return the value, which is no larger than a template needs it */
    @Nullable
    Object value(@Nullable Object value) {
        check();
        if (value != null && Sizes.of(value, VALUE_LIMIT) > VALUE_LIMIT) {
            throw refuse(tooLarge());
        }
        return value;
    }

    Problem tooLarge() {
        return limit("a value becomes larger than " + VALUE_LIMIT + " characters or elements");
    }

    static Problem limit(String what) {
        return Problem.of(ProblemCode.LIMIT_EXCEEDED, "the templates are refused: " + what)
                .help("ask their author");
    }

    /** Remembers why the run ends. */
    PacksException refuse(Problem problem) {
        return refuse(problem.asException());
    }

    PacksException refuse(PacksException why) {
        if (refusal == null) {
            refusal = why;
        }
        return why;
    }

    /** @throws PacksException what was refused, even if somebody caught it on its way */
    void rethrow() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
