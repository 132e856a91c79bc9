package dev.packs.operation;

import dev.packs.io.FileTree;
import dev.packs.pack.PackManifest;

/** Compares two versions of a pack for those who use it. */
public final class ComparePacks {

    private ComparePacks() {}

    /** One of the two. */
    public record Side(PackManifest manifest, FileTree files) {}

    public static ComparedPacks run(Side before, Side after) {
        return ComparedPacks.of(before, after);
    }
}
