package dev.packs.store;

import dev.packs.io.DeletedTree;
import dev.packs.io.DiskFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes out of the store's cache what was not used for a day: engines of other versions of Packs, indexes of catalogues. All of it is made again when it is needed. */
final class CachesCleaner {

    private static final Duration UNUSED = Duration.ofDays(1);

    private final Store store;

    CachesCleaner(Store store) {
        this.store = store;
    }

    /**
     * What went.
     *
     * @param count engines and indexes
     * @param bytes how much room that made
     */
    record Cleared(int count, long bytes) {}

    Cleared clear() {
        Instant before = Instant.now().minus(UNUSED);
        int count = 0;
        long bytes = 0;
        for (Path folder : List.of(
                store.layout().engines(),
                store.layout().catalogs(),
                store.layout().installations())) {
            for (Path each : children(store.layout().requireNoLinks(folder))) {
                if (isUnused(each, before)) {
                    bytes += FolderSize.of(each);
                    DeletedTree.delete(each);
                    count++;
                }
            }
        }
        return new Cleared(count, bytes);
    }

    private static List<Path> children(Path folder) {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                inside.forEach(children::add);
            } catch (IOException failed) {
                throw DiskFailure.reading(folder, failed);
            }
        }
        return children;
    }

    /** Whoever uses something of the cache gives it a new time. */
    private static boolean isUnused(Path each, Instant before) {
        try {
            return Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(before);
        } catch (IOException gone) {
            return false;
        }
    }
}
