/** Chooses one version of every pack by a complete search, and of every package as Maven does. Pure: only its ports are asked. */
@NullMarked
package dev.packs.resolution;

import org.jspecify.annotations.NullMarked;
