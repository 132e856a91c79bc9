/** Archetypes by archetype-common, fenced: whoever writes one gets to see the values given to it and its own templates, and writes below one folder. */
@NullMarked
package dev.packs.archetype.bridge;

import org.jspecify.annotations.NullMarked;
