package dev.packs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many bytes the files below a folder have. */
final class FolderSize {

    private FolderSize() {}

    /** Of a file or a folder; 0 of what is not there. What goes while it is counted does not count. */
    static long of(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.mapToLong(FolderSize::ofFile).sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static long ofFile(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
