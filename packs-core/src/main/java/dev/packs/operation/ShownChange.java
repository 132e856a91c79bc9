package dev.packs.operation;

import dev.packs.generation.FileChange;

/**
 * What becomes of a file, in words.
 *
 * @param mark stands before the path on the screen
 * @param word stands in documents, and never changes
 */
record ShownChange(String mark, String word) {

    static ShownChange of(FileChange change) {
        if (change instanceof FileChange.Create) {
            return new ShownChange("+", "create");
        }
        if (change instanceof FileChange.CreateFolder) {
            return new ShownChange("+", "folder");
        }
        if (change instanceof FileChange.Replace) {
            return new ShownChange("~", "replace");
        }
        if (change instanceof FileChange.Delete) {
            return new ShownChange("-", "delete");
        }
        if (change instanceof FileChange.Conflict) {
            return new ShownChange("!", "conflict");
        }
        return change instanceof FileChange.Keep ? new ShownChange("k", "keep") : new ShownChange("=", "unchanged");
    }
}
