/** The port to a person: lines shown to them, lines and secrets that they type. */
@NullMarked
package dev.packs.terminal;

import org.jspecify.annotations.NullMarked;
