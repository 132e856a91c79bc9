package dev.packs.generation;

import dev.packs.io.RelativePath;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One file that was written, and everything that it was made of.
 *
 * @param origin the pack and the part of it that the file came from, one line; empty if the next generation must render it again
 * @param definition a digest of where and how the part says that the file is to be written
 * @param content a digest of the bytes
 * @param sources path inside the pack to a digest, for the template and what it includes
 * @param reads name of a value that was read to a digest of it
 */
record LedgerEntry(
        RelativePath path,
        FileStamp stamp,
        String origin,
        String definition,
        String content,
        Map<String, String> sources,
        Map<String, String> reads) {

    LedgerEntry {
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
        reads = Collections.unmodifiableMap(new TreeMap<>(reads));
    }

    LedgerEntry withStamp(FileStamp now) {
        return new LedgerEntry(path, now, origin, definition, content, sources, reads);
    }

    /** The same file, which is still ours but not what it should be. */
    LedgerEntry outdated() {
        return new LedgerEntry(path, new FileStamp(FileStamp.DOUBTFUL, 0, 0), origin, "", content, Map.of(), Map.of());
    }
}
