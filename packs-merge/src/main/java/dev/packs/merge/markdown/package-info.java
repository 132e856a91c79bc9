/** Reads Markdown for who shows it: plain parts, and no markup. */
@NullMarked
package dev.packs.merge.markdown;

import org.jspecify.annotations.NullMarked;
