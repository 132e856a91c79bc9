package dev.packs.resolution;

import dev.packs.version.VersionConstraint;
import java.util.Optional;

/**
 * A change of one requirement with which the rest has a solution.
 *
 * @param instead the constraint to write; empty: leave the pack out
 */
public record Advice(Requirement requirement, Optional<VersionConstraint> instead) {}
