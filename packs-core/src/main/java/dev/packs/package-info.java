/** How anything in Packs fails: a {@link dev.packs.Problem} with a stable code, a place and a way out. */
@NullMarked
package dev.packs;

import org.jspecify.annotations.NullMarked;
