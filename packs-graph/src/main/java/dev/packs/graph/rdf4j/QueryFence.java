package dev.packs.graph.rdf4j;

import dev.packs.fence.FencedThread;
import dev.packs.graph.LimitName;
import java.time.Duration;

/** The fence of a query. */
record QueryFence(Guard guard) implements FencedThread.Fence {

    @Override
    public Duration time() {
        return guard.limits().time();
    }

    @Override
    public RuntimeException outOfTime() {
        return guard.outOfTime();
    }

    @Override
    public RuntimeException tooDeep() {
        int depth = guard.limits().depth();
        return LimitName.QUERY_DEPTH
                .reached(guard.place(), "the query is nested too deep, or chains too many operators", depth)
                .asException();
    }

    @Override
    public RuntimeException outOfMemory() {
        return guard.outOfMemory();
    }

    @Override
    public void cancel() {
        guard.cancel();
    }
}
