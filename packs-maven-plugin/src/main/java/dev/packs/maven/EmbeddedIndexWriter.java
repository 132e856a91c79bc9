package dev.packs.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the index of the embedded packs, in the form that {@link dev.packs.source.EmbeddedSource} reads. Run by the build; not part of the jar. */
final class EmbeddedIndexWriter {

    private static final Pattern KEY = Pattern.compile("(group|id|version)\\s*=\\s*\"([^\"]+)\"\\s*(?:#.*)?");

    private EmbeddedIndexWriter() {}

    /** @param arguments the folder that holds the packs, one folder each, and gets the index */
    public static void main(String... arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        StringBuilder index = new StringBuilder();
        for (Path pack : children(root)) {
            if (!Files.isDirectory(pack)) {
                continue;
            }
            index.append(coordinates(pack)).append('\n');
            for (String file : files(pack)) {
                index.append('\t').append(file).append('\n');
            }
        }
        Files.writeString(root.resolve("index"), index);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static List<String> files(Path pack) throws IOException {
        try (Stream<Path> tree = Files.walk(pack)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> pack.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Read line by line and not as TOML: these manifests are ours, and each is read in full by the tests. */
    private static String coordinates(Path pack) throws IOException {
        String group = "";
        String id = "";
        String version = "";
        boolean inside = false;
        for (String line : Files.readAllLines(pack.resolve("pack.toml"), StandardCharsets.UTF_8)) {
            String text = line.strip();
            if (text.startsWith("[")) {
                inside = text.equals("[pack]");
            }
            Matcher key = KEY.matcher(text);
            if (inside && key.matches()) {
                switch (key.group(1)) {
                    case "group" -> group = key.group(2);
                    case "id" -> id = key.group(2);
                    default -> version = key.group(2);
                }
            }
        }
        if (group.isEmpty()
                || version.isEmpty()
                || !id.equals(pack.getFileName().toString())) {
            throw new IOException(
                    pack.resolve("pack.toml") + " needs a group, a version and the id `" + pack.getFileName() + "`");
        }
        return group + ":" + id + ":" + version;
    }
}
