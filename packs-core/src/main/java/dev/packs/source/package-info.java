/** Where packs come from. A source hands out bytes and never judges them; what they mean is read elsewhere. */
@NullMarked
package dev.packs.source;

import org.jspecify.annotations.NullMarked;
