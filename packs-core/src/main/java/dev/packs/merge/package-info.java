/** The port of merging: what Packs asks of an engine that makes one file of two, in plain values, so that nobody else meets the libraries behind it. */
@NullMarked
package dev.packs.merge;

import org.jspecify.annotations.NullMarked;
