/** What a user can ask for: one class per goal, request in, report out, both plain records. */
@NullMarked
package dev.packs.operation;

import org.jspecify.annotations.NullMarked;
