/** The face of Packs: one thin Mojo per goal, and what it takes to read Maven's side of a call. */
@NullMarked
package dev.packs.maven;

import org.jspecify.annotations.NullMarked;
