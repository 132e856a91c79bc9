/** Turns reports into documents that other programs read. */
@NullMarked
package dev.packs.report;

import org.jspecify.annotations.NullMarked;
