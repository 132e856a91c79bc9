package dev.packs.archetype.bridge;

import dev.packs.archetype.ArchetypeResult;
import dev.packs.integrity.Digest;
import dev.packs.io.RegularFile;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What lay in the base before a generation, to tell what is new or changed after it. */
final class GeneratedFiles {

    private final Path base;
    private final Map<String, Digest> filesBefore = new HashMap<>();
    private final Set<String> foldersBefore = new HashSet<>();

    private GeneratedFiles(Path base) {
        this.base = base;
    }

    static GeneratedFiles before(Path base) throws IOException {
        GeneratedFiles files = new GeneratedFiles(base);
        Files.walkFileTree(base, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                files.foldersBefore.add(files.name(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.filesBefore.put(files.name(file), Digest.of(RegularFile.read(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private String name(Path path) {
        return base.relativize(path).toString().replace(base.getFileSystem().getSeparator(), "/");
    }

    ArchetypeResult result(List<String> warnings) throws IOException {
        SortedSet<RelativePath> written = new TreeSet<>();
        Set<String> empty = new HashSet<>();
        Files.walkFileTree(base, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                leave(folder);
                String name = name(folder);
                if (!foldersBefore.contains(name)) {
                    empty.add(name);
                }
                return FileVisitResult.CONTINUE;
            }

            private void leave(Path child) {
                Path parent = child.getParent();
                if (parent != null) {
                    empty.remove(child.equals(base) ? "" : name(parent));
                }
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                leave(file);
                String name = name(file);
                Digest before = filesBefore.get(name);
                if (before == null || !before.equals(Digest.of(RegularFile.read(file)))) {
                    written.add(RelativePath.parse(name));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        SortedSet<RelativePath> folders = new TreeSet<>();
        empty.forEach(name -> folders.add(RelativePath.parse(name)));
        return new ArchetypeResult(written, folders, warnings);
    }
}
