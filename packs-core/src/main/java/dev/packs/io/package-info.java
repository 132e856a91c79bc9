/** Files, archives and paths, with bounds: nothing read or written through here leaves its root. */
@NullMarked
package dev.packs.io;

import org.jspecify.annotations.NullMarked;
