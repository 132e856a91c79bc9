package dev.packs.rendering;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of the {@link RenderLimits}. Checked in the rendering thread, so that nothing has to be stopped from outside. */
final class Budget {

    private static final int CLOCK_MASK = 0xFFF;

    private final RenderLimits limits;
    private long steps;
    private long iterations;
    private long totalCharacters;
    private long fileCharacters;
    private final IdentityHashMap<List<?>, RowIndex> queries = new IdentityHashMap<>();
    private long nanosBefore;
    private long started;

    Budget(RenderLimits limits) {
        this.limits = limits;
    }

    /** To be told of the rows of a query: they are the same list each time, so that what is found out of them is worth to be kept. */
    void rows(List<?> rows) {
        if (!queries.containsKey(rows)) {
            queries.put(rows, new RowIndex(rows));
        }
    }

    /** What is kept of a list; null if it is not the rows of a query. */
    @Nullable
    RowIndex index(List<?> list) {
        return queries.get(list);
    }

    RenderLimits limits() {
        return limits;
    }

    /** Begins a file; the clock runs only while something is rendered. */
    void start() {
        fileCharacters = 0;
        started = System.nanoTime();
    }

    void stop() {
        nanosBefore += System.nanoTime() - started;
    }

    /** Between start and stop: what follows is not rendering. */
    void pause() {
        stop();
    }

    void resume() {
        started = System.nanoTime();
    }

    /** @return false where the limit is reached */
    boolean step() {
        steps++;
        return steps <= limits.steps() && ((steps & CLOCK_MASK) != 0 || !isLate());
    }

    boolean iterate(long turns) {
        iterations += turns;
        return iterations <= limits.iterations();
    }

    boolean write(int characters) {
        fileCharacters += characters;
        totalCharacters += characters;
        return fileCharacters <= limits.fileCharacters() && totalCharacters <= limits.totalCharacters();
    }

    private boolean isLate() {
        return nanosBefore + System.nanoTime() - started > limits.time().toNanos();
    }

    PacksException exhausted(@Nullable Place place) {
        if (iterations > limits.iterations()) {
            return refuse(place, "the loops of this pack turn more than " + limits.iterations() + " times");
        }
        if (fileCharacters > limits.fileCharacters()) {
            return refuse(place, "the text of this file is longer than " + limits.fileCharacters() + " characters");
        }
        if (totalCharacters > limits.totalCharacters()) {
            return refuse(
                    place,
                    "the files of this pack are longer than " + limits.totalCharacters() + " characters together");
        }
        if (steps > limits.steps()) {
            return refuse(place, "the templates of this pack take more than " + limits.steps() + " steps");
        }
        return refuse(
                place,
                "the templates of this pack take longer than " + limits.time().toSeconds() + " seconds");
    }

    /** For one string that would be too long to make. */
    PacksException tooLong(@Nullable Place place) {
        return refuse(place, "an expression makes a text longer than " + limits.fileCharacters() + " characters");
    }

    private static PacksException refuse(@Nullable Place place, String message) {
        return Problem.at(ProblemCode.LIMIT_EXCEEDED, place, message)
                .help(
                        "templates are not trusted, so the limit cannot be raised from a pack or a command line; give shorter lists, or split the pack")
                .asException();
    }
}
