package dev.packs.store;

import dev.packs.pack.PackageCoordinates;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the room goes that a store takes.
 *
 * @param parts bytes of each part of the store, by its name
 * @param packages the largest first
 * @param free bytes that may still be written where the store lies
 */
public record StoreSpace(Map<String, Long> parts, List<Part> packages, long free) {

    /**
     * One package.
     *
     * @param lastUse to about an hour
     */
    public record Part(PackageCoordinates coordinates, long bytes, Instant lastUse) {}

    public StoreSpace {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        packages = List.copyOf(packages);
    }
}
