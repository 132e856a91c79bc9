/** What a pack says of itself, as triples in a vocabulary of our own; and the queries that Packs ships for it. */
@NullMarked
package dev.packs.description;

import org.jspecify.annotations.NullMarked;
