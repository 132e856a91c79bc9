package dev.packs.store;

import dev.packs.io.AtomicFiles;
import dev.packs.io.DeletedTree;
import dev.packs.io.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What killed runs left in a store: their folders, files that were never moved to their place, folders in which no package appeared. */
final class LeftOvers {

    private LeftOvers() {}

    /** Where they lie. */
    static List<Path> of(StoreLayout layout) {
        List<Path> found = new ArrayList<>(RunFolder.dead(layout));
        found.addAll(files(layout));
        found.addAll(emptyFolders(layout));
        return found;
    }

    /** @return how many unfinished runs there were */
    static int clear(StoreLayout layout) {
        int runs = RunFolder.clearDead(layout);
        for (Path file : files(layout)) {
            DeletedTree.delete(file);
        }
        return runs;
    }

    /** Deletes folders in which no package appeared; only while the store is locked, as somebody else may have made one to put a package there. */
    static void clearEmptyFolders(StoreLayout layout) {
        for (Path folder : emptyFolders(layout)) {
            deleteUpwards(folder, layout.packages());
        }
    }

    /** Deletes a folder and those above that are empty then. */
    static void deleteUpwards(Path folder, Path end) {
        for (Path above = folder;
                above != null && !above.equals(end) && above.startsWith(end);
                above = above.getParent()) {
            try {
                Disk.delete(above);
            } catch (IOException notEmpty) {
                return;
            }
        }
    }

    private static List<Path> files(StoreLayout layout) {
        List<Path> folders = new ArrayList<>(
                List.of(layout.projects(), layout.catalogs(), layout.engines(), layout.installations()));
        folders.addAll(foldersIn(layout.engines()));
        for (Path algorithm : foldersIn(layout.blobs())) {
            folders.addAll(foldersIn(algorithm));
        }
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                found.addAll(AtomicFiles.leftOvers(folder));
            }
        }
        return found;
    }

    private static List<Path> emptyFolders(StoreLayout layout) {
        List<Path> found = new ArrayList<>();
        for (Path group : foldersIn(layout.packages())) {
            addEmpty(group, 2, found);
        }
        return found;
    }

    /** @param depth how many more folders there are down to those of packages, whose content is none of ours */
    private static void addEmpty(Path folder, int depth, List<Path> found) {
        if (PackageExamination.children(folder).isEmpty()) {
            found.add(folder);
        } else if (depth > 0) {
            for (Path child : foldersIn(folder)) {
                addEmpty(child, depth - 1, found);
            }
        }
    }

    private static List<Path> foldersIn(Path parent) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
            for (Path child : PackageExamination.children(parent)) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(child);
                }
            }
        }
        return found;
    }
}
