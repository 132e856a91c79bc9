package dev.packs.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A line of an engine's index: {@code sha256:…}, eight hexadecimal digits, and the name of a jar beside the index, separated by spaces.
 *
 * @param digest as {@link dev.packs.integrity.Digest} writes itself; compared before a copy is made
 * @param checksum CRC-32 of the jar, compared whenever the copy is used: it costs a JVM that has just started a tenth of the digest
 * @param name a plain file name
 */
record EngineJar(String digest, long checksum, String name) {

    private static final int CHECKSUM_DIGITS = 8;

    /** Without regular expressions and streams, which a short-lived JVM pays for. */
    static List<EngineJar> parseIndex(byte[] index) {
        List<EngineJar> jars = new ArrayList<>();
        String text = new String(index, StandardCharsets.UTF_8);
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            jars.add(parse(text.substring(from, end < 0 ? text.length() : end)));
            from = end < 0 ? text.length() : end + 1;
        }
        return jars;
    }

    private static EngineJar parse(String line) {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        if (first < 0 || second - first != CHECKSUM_DIGITS + 1 || !isJarName(line, second + 1)) {
            throw new IllegalArgumentException("not a line of an engine's index: " + line);
        }
        return new EngineJar(
                line.substring(0, first), Long.parseLong(line, first + 1, second, 16), line.substring(second + 1));
    }

    private static boolean isJarName(String line, int start) {
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isPlain && (i == start || "._-".indexOf(c) < 0)) {
                return false;
            }
        }
        return line.length() > start && line.endsWith(".jar");
    }

    static long checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }
}
