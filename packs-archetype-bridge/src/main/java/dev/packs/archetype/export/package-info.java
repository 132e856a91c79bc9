/** Packs as archetypes: a draft becomes a jar that {@code archetype:generate} runs, with templates in Velocity and nothing of Packs in it. */
@NullMarked
package dev.packs.archetype.export;

import org.jspecify.annotations.NullMarked;
