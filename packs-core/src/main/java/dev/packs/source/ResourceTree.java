package dev.packs.source;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Files that lie as resources in the plugin's own jar, below one folder of it. */
final class ResourceTree implements FileTree {

    private final ClassLoader loader;
    private final String folder;
    private final SortedSet<RelativePath> paths;

    /** @param folder with its final slash */
    ResourceTree(ClassLoader loader, String folder, Collection<RelativePath> paths) {
        this.loader = loader;
        this.folder = folder;
        this.paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    @Override
    public SortedSet<RelativePath> paths() {
        return paths;
    }

    @Override
    public Optional<byte[]> read(RelativePath path) {
        if (!paths.contains(path)) {
            return Optional.empty();
        }
        try (InputStream resource = loader.getResourceAsStream(folder + path)) {
            if (resource == null) {
                throw new IOException("the index names a resource that is not there");
            }
            return Optional.of(resource.readAllBytes());
        } catch (IOException failed) {
            throw new PacksException(
                    Problem.of(ProblemCode.READ_FAILED, "`" + folder + path + "` inside the plugin cannot be read")
                            .help("the plugin's jar is damaged; delete it from the local repository and run again"),
                    failed);
        }
    }

    /** Resources carry no mode; embedded packs say {@code permissions} in their manifests. */
    @Override
    public boolean isExecutable(RelativePath path) {
        return false;
    }
}
