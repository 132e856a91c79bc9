/** Engines that lie whole inside the plugin's jar: copied to the store when they are first needed, and opened where nobody else sees their classes. */
@NullMarked
package dev.packs.engine;

import org.jspecify.annotations.NullMarked;
