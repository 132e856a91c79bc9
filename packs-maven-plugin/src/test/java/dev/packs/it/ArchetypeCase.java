package dev.packs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One generation that the original and Packs both have to do.
 *
 * @param name unique, and good as the name of a folder and of a Maven module
 * @param coordinates of the archetype, {@code group:name:version}
 * @param given the properties, as {@code -D} gives them
 * @param surroundings what the folder holds where it is generated, if anything
 */
record ArchetypeCase(String name, String coordinates, Map<String, String> given, Optional<Path> surroundings) {

    ArchetypeCase {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
    }

    String group() {
        return coordinates.split(":", -1)[0];
    }

    String artifact() {
        return coordinates.split(":", -1)[1];
    }

    String version() {
        return coordinates.split(":", -1)[2];
    }

    /** Where a repository has the archetype. */
    Path jar(Path repository) {
        return repository
                .resolve(group().replace('.', '/'))
                .resolve(artifact())
                .resolve(version())
                .resolve(artifact() + "-" + version() + ".jar");
    }

    /** The properties as arguments for Maven. */
    List<String> arguments() {
        return given.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .toList();
    }

    /** Makes the folder where the project is generated, with what surrounds it. */
    Path prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            if (surroundings.isPresent()) {
                copy(surroundings.get(), folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
