/** What is told of work while it is done, so that somebody may show it, measure it or record it. Whoever works knows of none of these. */
@NullMarked
package dev.packs.activity;

import org.jspecify.annotations.NullMarked;
