package dev.packs.graph.rdf4j;

import dev.packs.fence.FencedThread;

/** The thread on which this engine runs what strangers wrote. */
final class GraphThread {

    private GraphThread() {}

    static <T> T run(FencedThread.Fence fence, FencedThread.Work<T, RuntimeException> work) {
        return FencedThread.run("packs-graph", GraphThread.class.getClassLoader(), fence, work);
    }
}
