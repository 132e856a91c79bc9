package dev.packs.knowledge;

import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;

/** The way to the engine of graphs. Whoever holds one has loaded nothing yet. */
public interface GraphAccess {

    /** The engine; loaded by the first call. */
    GraphEngine engine();

    /** What the user allows. */
    GraphLimits limits();
}
