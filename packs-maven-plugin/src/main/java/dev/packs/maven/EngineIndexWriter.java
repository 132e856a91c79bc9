package dev.packs.maven;

import dev.packs.integrity.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Writes the index of an engine's jars, in the form that {@link dev.packs.engine.Engines} reads. Run by the build; not part of the jar. */
final class EngineIndexWriter {

    private EngineIndexWriter() {}

    /** @param arguments the folder that holds the jars, and gets the index */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        StringBuilder index = new StringBuilder();
        for (Path jar : jars(folder)) {
            byte[] content = Files.readAllBytes(jar);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            index.append(Digest.of(content))
                    .append(String.format(" %08x ", checksum.getValue()))
                    .append(jar.getFileName())
                    .append('\n');
        }
        Files.writeString(folder.resolve("index"), index);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
