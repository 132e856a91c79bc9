/** The local cache: packages that were verified and unpacked, whole or not at all, shared by every build of a user. */
@NullMarked
package dev.packs.store;

import org.jspecify.annotations.NullMarked;
