package dev.packs.resolution;

/**
 * That a pack is in one of some states.
 *
 * @param pack by its number in the search
 */
record Term(int pack, VersionSet set) {}
