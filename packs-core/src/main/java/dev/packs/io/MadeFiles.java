package dev.packs.io;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files that were made and lie nowhere yet.
 *
 * @param files not copied: whoever made them lets go of them
 */
public record MadeFiles(SortedMap<RelativePath, byte[]> files) implements FileTree {

    public MadeFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static MadeFiles empty() {
        return new MadeFiles(Collections.emptySortedMap());
    }

    /** The same with one more file. */
    public MadeFiles with(RelativePath path, byte[] content) {
        SortedMap<RelativePath, byte[]> more = new TreeMap<>(files);
        more.put(path, content);
        return new MadeFiles(more);
    }

    /** The same with one more file of text, in UTF-8. */
    public MadeFiles with(RelativePath path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public SortedSet<RelativePath> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    @Override
    public Optional<byte[]> read(RelativePath path) {
        byte[] content = files.get(path);
        return content == null ? Optional.empty() : Optional.of(content.clone());
    }

    /** No mode was given. */
    @Override
    public boolean isExecutable(RelativePath path) {
        return false;
    }
}
