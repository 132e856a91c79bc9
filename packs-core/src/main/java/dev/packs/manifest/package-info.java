/** TOML that people write: {@code pack.toml} and answers, read into values or into all their problems, each with its place. Jackson is used here and in the lock only. */
@NullMarked
package dev.packs.manifest;

import org.jspecify.annotations.NullMarked;
