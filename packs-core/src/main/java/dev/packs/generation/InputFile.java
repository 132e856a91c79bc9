package dev.packs.generation;

import java.nio.file.Path;

/** A file that a generation depends on, and its stamp from before it was read. One that is absent counts too: it may appear. */
public record InputFile(Path path, FileStamp stamp) {

    /** The file (or folder, for its list of names) as it is now; to be called before it is read. */
    public static InputFile of(Path path) {
        return new InputFile(path.toAbsolutePath().normalize(), FileStamp.ofInput(path));
    }
}
