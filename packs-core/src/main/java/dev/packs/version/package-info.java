/** Versions and what may be asked of them, so that no other package handles a version as text. */
@NullMarked
package dev.packs.version;

import org.jspecify.annotations.NullMarked;
