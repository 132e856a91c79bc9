package dev.packs.lock;

import dev.packs.integrity.Digest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The version of a pack that was chosen.
 *
 * @param digest of the pack's archive; a repository's release has one, what may change under its version has none
 * @param signer the key that signed it
 * @param dependencies the packs of this lock that it needs
 */
public record LockedPack(
        PackId id,
        LockedOrigin origin,
        Optional<Digest> digest,
        Optional<String> signer,
        SortedSet<PackName> dependencies) {

    /** @throws IllegalArgumentException if there is a digest of what moves, or none of what does not */
    public LockedPack {
        dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
        boolean moves = origin == LockedOrigin.WORKSPACE || id.version().isSnapshot();
        if (moves && digest.isPresent()) {
            throw new IllegalArgumentException(id + " moves, so its digest means nothing");
        }
        if (!moves && origin == LockedOrigin.REPOSITORY && digest.isEmpty()) {
            throw new IllegalArgumentException(id + " needs a digest");
        }
    }

    public static LockedPack of(
            PackId id, LockedOrigin origin, Optional<Digest> digest, Collection<PackName> dependencies) {
        return new LockedPack(id, origin, digest, Optional.empty(), new TreeSet<>(dependencies));
    }

    public PackName name() {
        return id.name();
    }

    /** Whether other content may come under the same version. */
    public boolean isSnapshot() {
        return id.version().isSnapshot() && origin != LockedOrigin.WORKSPACE;
    }
}
