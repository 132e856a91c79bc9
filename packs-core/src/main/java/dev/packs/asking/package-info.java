/** Questions at a terminal: how a variable is asked for, what is shown before anything is written, and the command that needs no questions. */
@NullMarked
package dev.packs.asking;

import org.jspecify.annotations.NullMarked;
