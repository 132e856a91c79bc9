/** What a person is told of work that takes long, while it does. */
@NullMarked
package dev.packs.progress;

import org.jspecify.annotations.NullMarked;
