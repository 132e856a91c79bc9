package dev.packs.rendering;

import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** A pack in memory. */
final class MapFileTree implements FileTree {

    private final TreeMap<RelativePath, byte[]> files = new TreeMap<>();

    MapFileTree with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    MapFileTree with(String path, byte[] bytes) {
        files.put(RelativePath.parse(path), bytes);
        return this;
    }

    @Override
    public SortedSet<RelativePath> paths() {
        return files.navigableKeySet();
    }

    @Override
    public Optional<byte[]> read(RelativePath path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean isExecutable(RelativePath path) {
        return false;
    }
}
