package dev.packs.source;

import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.List;
import java.util.Optional;

/** A place that packs come from. Every method may throw {@link dev.packs.PacksException} when the place fails; a pack that is not there is no failure. */
public interface PackSource {

    /** For "where it looked", as in {@code the embedded packs}. */
    String label();

    /** The versions that can be had here, in no order; empty when the pack is not known here. */
    List<Version> versions(PackName name);

    /** The manifest of exactly this version, without fetching the whole pack where that can be avoided. */
    Optional<ManifestText> manifest(PackId id);

    /** The manifest of exactly this version where the source has it without reading any text. */
    default Optional<ParsedManifest> known(PackId id) {
        return Optional.empty();
    }

    /** The whole pack of exactly this version. */
    Optional<PackContent> content(PackId id);

    /** Every pack that can be named here without a search; for nearest names and lists. */
    default List<PackName> known() {
        return List.of();
    }
}
