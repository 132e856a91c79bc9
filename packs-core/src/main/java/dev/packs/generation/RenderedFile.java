package dev.packs.generation;

import dev.packs.io.FileMode;
import dev.packs.io.RelativePath;
import dev.packs.pack.Overwrite;

/** A file as it is to be, with nothing written yet. */
public record RenderedFile(RelativePath path, FileContent content, FileMode mode, Overwrite overwrite) {

    /** A file that Packs itself adds to a project, such as its answers. */
    public static RenderedFile own(RelativePath path, byte[] content) {
        return new RenderedFile(path, FileContent.of(content), FileMode.PLAIN, Overwrite.ALWAYS);
    }
}
