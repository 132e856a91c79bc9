/** Finding packs by words: what counts how much, and the port of the engine that keeps an index where packs are too many to be looked at one by one. */
@NullMarked
package dev.packs.search;

import org.jspecify.annotations.NullMarked;
