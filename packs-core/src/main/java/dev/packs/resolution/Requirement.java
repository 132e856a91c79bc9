package dev.packs.resolution;

import dev.packs.pack.PackName;
import dev.packs.version.VersionConstraint;

/**
 * A pack that somebody asks for.
 *
 * @param askedBy how the asker is called in a sentence, as in {@code the pom} or {@code -Dpack}
 */
public record Requirement(PackName name, VersionConstraint constraint, String askedBy) {}
