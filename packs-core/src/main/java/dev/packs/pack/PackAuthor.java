package dev.packs.pack;

import java.util.Optional;

/** Who wrote a pack. */
public record PackAuthor(String name, Optional<String> email, Optional<String> url) {}
