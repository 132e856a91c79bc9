/** Variables, rows and templates become text: pure, bounded, and closed, so that a template reaches the values it is given and nothing else. */
@NullMarked
package dev.packs.rendering;

import org.jspecify.annotations.NullMarked;
