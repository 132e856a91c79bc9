/** From packs and values to files on the disk: what would be written is known before the first byte is, and what was written is remembered. */
@NullMarked
package dev.packs.generation;

import org.jspecify.annotations.NullMarked;
