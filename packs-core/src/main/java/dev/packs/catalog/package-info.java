/** Catalogues: what many packs say of themselves in one file, and an index of it that is kept in the store, so that it is not read again. */
@NullMarked
package dev.packs.catalog;

import org.jspecify.annotations.NullMarked;
