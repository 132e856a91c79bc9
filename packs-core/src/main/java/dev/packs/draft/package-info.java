/** A pack as somebody gets it who puts it into another template language: what is known has been computed, and the rest is named. */
@NullMarked
package dev.packs.draft;

import org.jspecify.annotations.NullMarked;
