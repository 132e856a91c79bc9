package dev.packs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line of {@code src/test/archetypes/central.txt}.
 *
 * @param properties beside the four that every archetype has
 * @param remark empty, or what is special, after a word: {@code fails}, {@code script}, {@code refused}
 */
record CentralArchetype(String family, String coordinates, Map<String, String> properties, String remark) {

    static List<CentralArchetype> all() {
        List<CentralArchetype> archetypes = new ArrayList<>();
        try {
            for (String line :
                    Files.readAllLines(WrittenArchetype.HOME.resolve("central.txt"), StandardCharsets.UTF_8)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    archetypes.add(parse(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archetypes;
    }

    private static CentralArchetype parse(String line) {
        String[] columns = line.split("\\|", -1);
        Map<String, String> properties = new TreeMap<>();
        if (columns.length > 2 && !columns[2].isBlank()) {
            for (String property : columns[2].split(",", -1)) {
                int equals = property.indexOf('=');
                properties.put(
                        property.substring(0, equals).strip(),
                        property.substring(equals + 1).strip());
            }
        }
        return new CentralArchetype(
                columns[0].strip(), columns[1].strip(), properties, columns.length > 3 ? columns[3].strip() : "");
    }

    /** Whether the remark begins with the word. */
    boolean is(String word) {
        return remark.startsWith(word + ":");
    }

    /** The remark after its first word. */
    String reason() {
        return remark.substring(remark.indexOf(':') + 1).strip();
    }

    ArchetypeCase generation() {
        Map<String, String> given = new TreeMap<>(properties);
        given.put("groupId", "com.acme.demo");
        given.put("artifactId", "demo-app");
        given.put("version", "1.2-SNAPSHOT");
        given.put("package", "com.acme.demo.app");
        return new ArchetypeCase(coordinates.replace(':', '_'), coordinates, given, Optional.empty());
    }
}
