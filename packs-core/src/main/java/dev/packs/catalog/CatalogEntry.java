package dev.packs.catalog;

import dev.packs.integrity.Digest;
import dev.packs.pack.PackId;
import java.util.Optional;

/**
 * A pack of a catalogue.
 *
 * @param manifest the digest of its {@code pack.toml}
 * @param archive the digest of its jar, where whoever made the catalogue had it
 */
public record CatalogEntry(PackId id, Digest manifest, Optional<Digest> archive) implements Comparable<CatalogEntry> {

    @Override
    public int compareTo(CatalogEntry other) {
        return id.compareTo(other.id);
    }

    /** A line of a catalogue, without its end. */
    @Override
    public String toString() {
        return id + " " + manifest + (archive.isPresent() ? " " + archive.get() : "");
    }
}
