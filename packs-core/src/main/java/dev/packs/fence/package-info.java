/** Bounds around what strangers wrote, for those who run it: time, stack, steps. */
@NullMarked
package dev.packs.fence;

import org.jspecify.annotations.NullMarked;
