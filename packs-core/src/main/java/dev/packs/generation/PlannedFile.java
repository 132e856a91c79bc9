package dev.packs.generation;

import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
import dev.packs.pack.Overwrite;

/** A file that a pack is going to have, before its text is made. */
record PlannedFile(RelativePath path, FileOrigin origin, FileRecipe recipe, FileMode mode, Overwrite overwrite) {

    RenderedFile with(FileContent content) {
        return new RenderedFile(path, content, mode, overwrite);
    }

    /** Digest of everything that decides about the file and is neither source nor value. */
    String definition() {
        return ValueDigest.of(recipe.kind() + "\n" + mode + "\n" + origin.pack() + "\n" + path);
    }
}
