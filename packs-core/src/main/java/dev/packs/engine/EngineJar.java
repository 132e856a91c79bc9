package dev.packs.engine;

import dev.packs.integrity.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of an engine's index: {@code sha256:…}, a space, and the name of a jar beside the index.
 *
 * @param name a plain file name
 */
record EngineJar(Digest digest, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.jar");

    static List<EngineJar> parseIndex(byte[] index) {
        return new String(index, StandardCharsets.UTF_8)
                .lines()
                .map(EngineJar::parse)
                .toList();
    }

    private static EngineJar parse(String line) {
        int space = line.indexOf(' ');
        String name = line.substring(space + 1);
        if (space < 0 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a line of an engine's index: " + line);
        }
        return new EngineJar(
                Digest.find(line.substring(0, space))
                        .orElseThrow(() -> new IllegalArgumentException("not a line of an engine's index: " + line)),
                name);
    }
}
