package dev.packs.pack;

import java.util.Locale;

/** What becomes of a file that several packs of a composition give. */
public enum CollisionStrategy {
    /** Nothing is generated. */
    FAIL,
    /** The file of the pack that the composition names first. */
    FIRST,
    /** The file of the pack that the composition names last. */
    LAST,
    /** One file of all, by their structure. */
    MERGE;

    /** As it is written in manifests and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
