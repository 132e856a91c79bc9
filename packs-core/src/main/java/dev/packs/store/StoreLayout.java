package dev.packs.store;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.pack.PackageCoordinates;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where everything lies in the store. Paths only: nothing is read or written here, except that links are looked for.
 *
 * @param root the real path of the store
 */
public record StoreLayout(Path root) {

    /** Unpacked packages: {@code <groupId>/<artifactId>/<version>/<file name>/}. */
    public Path packages() {
        return root.resolve("packages");
    }

    /** Contents named by their digest: {@code sha256/ab/…}. */
    public Path blobs() {
        return root.resolve("blobs");
    }

    /** What can be made again: clones, indexes, prepared templates. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** Copies of engines out of the plugin's jar, a folder for each version of one. */
    public Path engines() {
        return cache().resolve("engines");
    }

    /** Indexes of catalogues. */
    public Path catalogs() {
        return cache().resolve("catalogs");
    }

    /** What installations left that may be asked for again. */
    public Path installations() {
        return cache().resolve("installations");
    }

    /** A folder for each run that is writing. */
    public Path tmp() {
        return root.resolve("tmp");
    }

    /** A file for each lock file that used the store. */
    public Path projects() {
        return root.resolve("projects");
    }

    /** The file whose lock is held while packages appear or go. */
    public Path lockFile() {
        return root.resolve("store.lock");
    }

    /** The folder of one unpacked package. */
    public Path folderOf(PackageCoordinates coordinates) {
        return packages()
                .resolve(coordinates.groupId())
                .resolve(coordinates.artifactId())
                .resolve(coordinates.version())
                .resolve(coordinates.fileName());
    }

    public Path blob(Digest digest) {
        return blobs().resolve("sha256").resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    /**
     * Checks that no folder from the root down to this path is a link, so that nothing leads out of the store.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#LINK_REFUSED}
     */
    public Path requireNoLinks(Path inside) {
        Path place = root;
        for (Path segment : root.relativize(inside)) {
            place = place.resolve(segment);
            if (Files.isSymbolicLink(place)) {
                throw Problem.of(ProblemCode.LINK_REFUSED, "`" + place + "` is a link inside the store")
                        .help("remove the link; only the store as a whole may lie behind one")
                        .asException();
            }
        }
        return inside;
    }
}
