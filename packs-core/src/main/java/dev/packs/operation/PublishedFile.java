package dev.packs.operation;

import java.nio.file.Path;

/**
 * A file under the coordinates that it is published by.
 *
 * @param classifier empty for none
 */
public record PublishedFile(
        String group, String artifact, String version, String classifier, String extension, Path file) {

    /** As the file is called in a repository, without the times of a snapshot. */
    public String name() {
        return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + extension;
    }

    @Override
    public String toString() {
        return group + ":" + artifact + ":" + extension + (classifier.isEmpty() ? "" : ":" + classifier) + ":"
                + version;
    }
}
