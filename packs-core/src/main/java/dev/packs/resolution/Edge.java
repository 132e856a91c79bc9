package dev.packs.resolution;

import dev.packs.pack.PackId;
import dev.packs.version.VersionConstraint;

/**
 * One chosen pack depends on another.
 *
 * @param optional orders nothing: it takes part in neither levels nor cycles
 */
public record Edge(PackId from, PackId to, VersionConstraint constraint, boolean optional) {}
