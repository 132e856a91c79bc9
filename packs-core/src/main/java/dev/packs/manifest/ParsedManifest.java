package dev.packs.manifest;

import dev.packs.Problem;
import dev.packs.pack.PackManifest;
import java.util.List;

/**
 * A manifest as it was read.
 *
 * @param places where each value stands, by {@link TomlPath}: {@code templates[0].when}
 * @param warnings what is not wrong and yet not what the author meant
 */
public record ParsedManifest(PackManifest manifest, TomlPlaces places, List<Problem> warnings) {

    public ParsedManifest {
        warnings = List.copyOf(warnings);
    }
}
