package dev.packs.graph.rdf4j;

import dev.packs.Place;
import dev.packs.fence.FencedThread;
import dev.packs.graph.GraphSource;
import dev.packs.graph.LimitName;
import dev.packs.graph.SourceLimits;
import java.time.Duration;

/** The fence of one source. */
final class SourceFence implements FencedThread.Fence {

    private static final Duration UNLIMITED = Duration.ofDays(366);
    private static final int STEPS_BETWEEN_LOOKS = 256;

    private final GraphSource source;
    private final SourceLimits limits;
    private final long deadline;
    private volatile boolean cancelled;
    private int steps;
    private int depth;

    SourceFence(GraphSource source, SourceLimits limits) {
        this.source = source;
        this.limits = limits;
        deadline = System.nanoTime() + Math.min(limits.time().toMillis(), 31_536_000_000L) * 1_000_000;
    }

    GraphSource source() {
        return source;
    }

    SourceLimits limits() {
        return limits;
    }

    void step() {
        steps++;
        if (steps % STEPS_BETWEEN_LOOKS == 0
                && (cancelled || (!source.isTrusted() && System.nanoTime() - deadline > 0))) {
            throw outOfTime();
        }
    }

    void enter() {
        depth++;
        if (depth > limits.depth()) {
            throw tooDeep();
        }
    }

    void leave() {
        depth--;
    }

    @Override
    public Duration time() {
        return source.isTrusted() ? UNLIMITED : limits.time();
    }

    @Override
    public RuntimeException outOfTime() {
        long seconds = Math.max(1, limits.time().toSeconds());
        return reached(LimitName.SOURCE_SECONDS, "reading it took longer than " + seconds + " seconds", seconds);
    }

    @Override
    public RuntimeException tooDeep() {
        return reached(
                LimitName.SOURCE_DEPTH, "it is nested deeper than " + limits.depth() + " levels", limits.depth());
    }

    @Override
    public RuntimeException outOfMemory() {
        return reached(LimitName.GRAPH_TRIPLES, "there is not enough memory for what it says", limits.triples());
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    RuntimeException reached(LimitName limit, String message, long value) {
        return limit.reached(Place.of(source.name()), message, value).asException();
    }
}
