/** Pages of packs for a browser: what is on them, and how it becomes HTML in which no text of a pack is ever more than text. */
@NullMarked
package dev.packs.site;

import org.jspecify.annotations.NullMarked;
