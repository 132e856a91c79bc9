package dev.packs.store;

import java.nio.file.Path;

/** Says how many bytes may still be written where a path lies. */
@FunctionalInterface
interface DiskSpace {

    long usable(Path path);
}
