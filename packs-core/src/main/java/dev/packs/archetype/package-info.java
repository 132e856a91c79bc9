/** The port of the archetype bridge: what Packs asks of an engine that runs Maven archetypes, in plain values, so that nobody else meets the engine's own classes. */
@NullMarked
package dev.packs.archetype;

import org.jspecify.annotations.NullMarked;
