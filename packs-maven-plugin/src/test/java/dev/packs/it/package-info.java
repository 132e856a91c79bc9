/** What integration tests stand on: a repository that fails as it is told, packs written without Maven, and Maven as a child process. */
@NullMarked
package dev.packs.it;

import org.jspecify.annotations.NullMarked;
