package dev.packs.operation;

import dev.packs.generation.FileChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of a file, in words.
 *
 * @param mark stands before the path on the screen
 * @param word stands in documents, and never changes
 */
record ShownChange(String mark, String word) {

    /** What the marks of these changes mean, as far as there is one that is not a new file. */
    static String legend(List<FileChange> changes) {
        Set<String> words = new LinkedHashSet<>();
        for (FileChange change : changes) {
            ShownChange shown = of(change);
            words.add("`" + shown.mark() + "` " + (shown.word().equals("folder") ? "create" : shown.word()));
        }
        return words.isEmpty() || words.equals(Set.of("`+` create")) ? "" : "  " + String.join(", ", words);
    }

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
