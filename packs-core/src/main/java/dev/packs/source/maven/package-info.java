/** Packs and packages from Maven repositories, through the resolver of the Maven that runs us: the one place that sees it. */
@NullMarked
package dev.packs.source.maven;

import org.jspecify.annotations.NullMarked;
