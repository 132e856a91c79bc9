package dev.packs.operation;

import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a pack's sources, some of them replaced or added by the build. */
record PackedTree(FileTree sources, SortedMap<RelativePath, byte[]> made) implements FileTree {

    PackedTree {
        made = Collections.unmodifiableSortedMap(new TreeMap<>(made));
    }

    /** The same with one more file of text. */
    PackedTree with(RelativePath path, String text) {
        SortedMap<RelativePath, byte[]> more = new TreeMap<>(made);
        more.put(path, text.getBytes(StandardCharsets.UTF_8));
        return new PackedTree(sources, more);
    }

    @Override
    public SortedSet<RelativePath> paths() {
        SortedSet<RelativePath> all = new TreeSet<>(sources.paths());
        all.addAll(made.keySet());
        return Collections.unmodifiableSortedSet(all);
    }

    @Override
    public Optional<byte[]> read(RelativePath path) {
        byte[] content = made.get(path);
        return content == null ? sources.read(path) : Optional.of(content.clone());
    }

    @Override
    public boolean isExecutable(RelativePath path) {
        return !made.containsKey(path) && sources.isExecutable(path);
    }
}
