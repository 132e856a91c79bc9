package dev.packs.site;

import java.util.Optional;

/**
 * A pack or a package that a pack needs.
 *
 * @param name {@code group:id}
 * @param note why, or where to
 */
public record SiteNeed(String name, String constraint, boolean optional, Optional<String> note) {}
