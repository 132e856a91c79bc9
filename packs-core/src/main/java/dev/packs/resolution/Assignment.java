package dev.packs.resolution;

import org.jspecify.annotations.Nullable;

/**
 * One step of a search: a pack's states become fewer.
 *
 * @param set what this step alone says
 * @param states what is left of the pack's states after it
 * @param level how many decisions were made before it, with itself
 * @param index its place among all assignments
 * @param cause what it was derived from; null for a decision
 */
record Assignment(
        int pack,
        VersionSet set,
        VersionSet states,
        int level,
        int index,
        @Nullable Incompatibility cause) {}
