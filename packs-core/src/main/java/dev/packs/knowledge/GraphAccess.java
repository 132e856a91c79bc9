package dev.packs.knowledge;

import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.merge.FileMerger;
import dev.packs.rendering.VelocityTemplates;

/** The way to the engines that a pack's files may need. Whoever holds one has loaded nothing yet. */
public interface GraphAccess {

    /** The engine of graphs; loaded by the first call. */
    GraphEngine engine();

    /** What the user allows. */
    GraphLimits limits();

    /** The engine of templates of Velocity; loaded by the first call. */
    VelocityTemplates velocity();

    /** The engine that makes one file of two; loaded by the first call. */
    FileMerger merger();
}
