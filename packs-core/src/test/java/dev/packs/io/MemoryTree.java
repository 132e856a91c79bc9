package dev.packs.io;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tree of files that a test writes down. */
public final class MemoryTree implements FileTree {

    private final SortedMap<RelativePath, byte[]> files = new TreeMap<>();
    private final Set<RelativePath> executables = new HashSet<>();

    public MemoryTree with(String path, String content) {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public MemoryTree with(String path, byte[] content) {
        files.put(RelativePath.parse(path), content);
        return this;
    }

    public MemoryTree withExecutable(String path, String content) {
        executables.add(RelativePath.parse(path));
        return with(path, content);
    }

    @Override
    public SortedSet<RelativePath> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    @Override
    public Optional<byte[]> read(RelativePath path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public boolean isExecutable(RelativePath path) {
        return executables.contains(path);
    }
}
