package dev.packs.maven;

import dev.packs.integrity.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Writes the indexes of the engines' jars, in the form that {@link dev.packs.engine.Engines} reads. Run by the build; not part of the jar. */
final class EngineIndexWriter {

    private EngineIndexWriter() {}

    /** @param arguments folders that hold the jars of an engine, and get its index */
    public static void main(String... arguments) throws IOException {
        for (String folder : arguments) {
            write(Path.of(folder));
        }
    }

    private static void write(Path folder) throws IOException {
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
                    .sorted(Comparator.comparing(EngineIndexWriter::rank).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** The jars are searched in this order and opened when they are first searched: those that everything needs come first, so that most of the others stay closed. */
    private static int rank(Path jar) {
        String name = jar.getFileName().toString();
        if (name.startsWith("packs-")) {
            return 0;
        }
        return name.startsWith("rdf4j-") || name.startsWith("archetype-") || name.startsWith("velocity-") ? 1 : 2;
    }
}
