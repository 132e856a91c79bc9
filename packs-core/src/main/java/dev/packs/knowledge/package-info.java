/** What a pack knows beside its variables: the graph that it is generated from, the rows of its queries, and what has to hold before anything is generated. */
@NullMarked
package dev.packs.knowledge;

import org.jspecify.annotations.NullMarked;
