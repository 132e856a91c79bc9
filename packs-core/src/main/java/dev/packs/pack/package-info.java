/** The nouns: what a pack is and what its manifest says, as records that cannot be wrong. */
@NullMarked
package dev.packs.pack;

import org.jspecify.annotations.NullMarked;
