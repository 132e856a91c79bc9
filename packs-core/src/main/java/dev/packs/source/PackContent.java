package dev.packs.source;

import dev.packs.integrity.Digest;
import dev.packs.io.FileTree;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A pack in hand.
 *
 * @param id the version as its source has it; a workspace pack may be a {@code -SNAPSHOT}
 * @param digest of the pack's archive, for those that the lock pins
 * @param location the archive or folder on disk, where there is one: what an up-to-date check looks at
 * @param manifest what the files' {@code pack.toml} says, where the pack was made of it and nobody need read it
 */
public record PackContent(
        PackId id,
        PackOrigin origin,
        FileTree files,
        Optional<Digest> digest,
        Optional<Path> location,
        Optional<ParsedManifest> manifest) {

    /** One whose manifest has to be read. */
    public PackContent(PackId id, PackOrigin origin, FileTree files, Optional<Digest> digest, Optional<Path> location) {
        this(id, origin, files, digest, location, Optional.empty());
    }
}
