package dev.packs.draft;

import dev.packs.Place;
import dev.packs.pack.PackName;

/** Where the manifests of packs say what they say. */
@FunctionalInterface
public interface ManifestPlaces {

    /**
     * The place of a value, or of the nearest thing around it that is written.
     *
     * @param path as in {@code templates[0].when}
     */
    Place of(PackName pack, String path);
}
