package dev.packs.archetype;

import dev.packs.integrity.Digest;

/**
 * The Groovy script that an archetype runs after generation.
 *
 * @param text decoded as UTF-8
 * @param digest of its bytes
 */
public record ArchetypeScript(String text, Digest digest) {}
