/** Is this what we asked for? Digests, and later signatures. */
@NullMarked
package dev.packs.integrity;

import org.jspecify.annotations.NullMarked;
