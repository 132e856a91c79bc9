package dev.packs.generation;

import dev.packs.io.RelativePath;

/** What becomes of one path. */
public sealed interface FileChange {

    RelativePath path();

    /** Nothing is there yet. */
    record Create(RelativePath path) implements FileChange {}

    /** Nothing is there yet, and a folder without any file will be. */
    record CreateFolder(RelativePath path) implements FileChange {}

    /** A file is there and another one takes its place. */
    record Replace(RelativePath path) implements FileChange {}

    /** The file is there already, byte for byte. */
    record Unchanged(RelativePath path) implements FileChange {}

    /** The user's own file differs and stays. */
    record Keep(RelativePath path) implements FileChange {}

    /** A folder stands where the file would, or a file where a folder is needed: nobody but the user can say what is to be done. */
    record Conflict(RelativePath path, String reason) implements FileChange {}

    /** A file that was generated and is no longer wanted. */
    record Delete(RelativePath path) implements FileChange {}
}
