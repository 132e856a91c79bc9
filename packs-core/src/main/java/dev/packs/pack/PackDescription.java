package dev.packs.pack;

import java.util.List;
import java.util.Optional;

/**
 * The {@code [pack]} table: who the pack is and what it is for.
 *
 * @param category one of {@link #CATEGORIES}
 * @param license an SPDX expression
 */
public record PackDescription(
        PackId id,
        String name,
        String description,
        String category,
        Optional<String> license,
        Optional<PackAuthor> author,
        Optional<String> repository,
        List<String> tags,
        List<String> keywords,
        boolean productionReady,
        PackRequirements requirements) {

    public static final List<String> CATEGORIES =
            List.of("web", "cli", "ml", "data", "devops", "mobile", "desktop", "game", "embedded", "library", "other");

    public PackDescription {
        tags = List.copyOf(tags);
        keywords = List.copyOf(keywords);
    }
}
