package dev.packs.io;

import java.util.Optional;
import java.util.SortedSet;

/** The files of a pack or a package, wherever they lie: a folder, an archive, the plugin's own jar. Safe for use by several threads. */
public interface FileTree {

    /** Every file, folders left out. */
    SortedSet<RelativePath> paths();

    /**
     * The bytes of a file, or nothing if there is none of that name.
     *
     * @throws dev.packs.PacksException if it cannot be read
     */
    Optional<byte[]> read(RelativePath path);

    /** Whether the file carries an executable bit where it lies. */
    boolean isExecutable(RelativePath path);
}
