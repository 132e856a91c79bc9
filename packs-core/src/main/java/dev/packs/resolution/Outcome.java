package dev.packs.resolution;

/** What a search comes to. */
public sealed interface Outcome permits Resolution, Unsolvable {}
