/** A terminal by JLine. */
@NullMarked
package dev.packs.terminal.jline;

import org.jspecify.annotations.NullMarked;
