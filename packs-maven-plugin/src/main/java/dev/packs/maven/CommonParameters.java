package dev.packs.maven;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that every goal has, as Maven read them.
 *
 * @param home {@code packs.home}
 * @param groups {@code packs.groups}, separated by commas
 * @param timeout {@code packs.timeout}, in seconds
 */
record CommonParameters(@Nullable File home, @Nullable String groups, int timeout) {}
