package dev.packs.lock;

import dev.packs.integrity.Digest;
import dev.packs.pack.PackName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The version of a package that was chosen.
 *
 * @param name {@code groupId:artifactId}
 * @param version by Maven's rules
 * @param type the artifact's extension
 * @param classifier empty for none
 * @param digest of the artifact; a snapshot has none
 * @param askedBy the packs of this lock that want it
 */
public record LockedPackage(
        String name,
        String version,
        String type,
        String classifier,
        Optional<Digest> digest,
        SortedSet<PackName> askedBy)
        implements Comparable<LockedPackage> {

    /** @throws IllegalArgumentException if there is a digest of a snapshot, or none of a release */
    public LockedPackage {
        askedBy = Collections.unmodifiableSortedSet(new TreeSet<>(askedBy));
        if (version.endsWith("-SNAPSHOT") == digest.isPresent()) {
            throw new IllegalArgumentException(
                    "a release has a digest and a snapshot has none: " + name + ":" + version);
        }
    }

    /** What one lock holds once: name, type and classifier. */
    public String key() {
        return name + ":" + type + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    /** By name, type, classifier; consistent with equals within one lock. */
    @Override
    public int compareTo(LockedPackage other) {
        int order = name.compareTo(other.name);
        if (order == 0) {
            order = type.compareTo(other.type);
        }
        return order != 0 ? order : classifier.compareTo(other.classifier);
    }
}
