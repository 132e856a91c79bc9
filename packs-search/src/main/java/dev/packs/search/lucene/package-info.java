/** Search by Lucene. Nobody else sees its classes. */
@NullMarked
package dev.packs.search.lucene;

import org.jspecify.annotations.NullMarked;
