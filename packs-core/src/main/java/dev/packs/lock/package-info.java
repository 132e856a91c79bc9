/** {@code packs.lock}: which version and which bytes a resolution chose, so that the next build takes the same. */
@NullMarked
package dev.packs.lock;

import org.jspecify.annotations.NullMarked;
