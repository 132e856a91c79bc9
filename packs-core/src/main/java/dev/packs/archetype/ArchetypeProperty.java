package dev.packs.archetype;

import java.util.Optional;

/**
 * A property that an archetype asks for.
 *
 * @param key its name; any text, so not always a name that a variable may have
 * @param defaultText the default as the descriptor writes it, which may refer to other properties
 * @param validationRegex what a value has to match as a whole; the original ignores it in batch mode
 */
public record ArchetypeProperty(String key, Optional<String> defaultText, Optional<String> validationRegex) {}
