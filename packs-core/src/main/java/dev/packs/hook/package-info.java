/** Commands of a pack that its user lets run after a generation: what they are, what they get, and how they are kept in bounds. */
@NullMarked
package dev.packs.hook;

import org.jspecify.annotations.NullMarked;
