/** The port of Markdown: what Packs asks of an engine that reads it, in plain values, so that nobody else meets the library behind it and no text becomes markup on its way. */
@NullMarked
package dev.packs.markdown;

import org.jspecify.annotations.NullMarked;
