package dev.packs.source;

import dev.packs.integrity.Digest;
import dev.packs.io.FileTree;
import dev.packs.pack.PackId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A pack in hand.
 *
 * @param id the version as its source has it; a workspace pack may be a {@code -SNAPSHOT}
 * @param digest of the pack's archive, for those that the lock pins
 * @param location the archive or folder on disk, where there is one: what an up-to-date check looks at
 */
public record PackContent(
        PackId id, PackOrigin origin, FileTree files, Optional<Digest> digest, Optional<Path> location) {}
