/** Work as events of Java Flight Recorder. The only package that knows of it; loaded only where somebody records. */
@NullMarked
package dev.packs.recording;

import org.jspecify.annotations.NullMarked;
