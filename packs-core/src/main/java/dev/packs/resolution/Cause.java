package dev.packs.resolution;

import dev.packs.pack.PackDependency;

/** Where an incompatibility comes from. */
sealed interface Cause {

    /** Somebody asks for a pack. */
    record Asked(Requirement requirement, int pack) implements Cause {}

    /** Versions of a pack depend on another. */
    record Depends(int from, int to, PackDependency dependency) implements Cause {}

    /** It follows from two others. */
    record Follows(Incompatibility left, Incompatibility right) implements Cause {}
}
