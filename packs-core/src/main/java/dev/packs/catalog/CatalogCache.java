package dev.packs.catalog;

import dev.packs.PacksException;
import dev.packs.graph.GraphLimits;
import dev.packs.integrity.Digest;
import dev.packs.io.AtomicFiles;
import dev.packs.io.LastUse;
import dev.packs.io.RegularFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens catalogues, and keeps what it made of each, so that the same file is not read twice.
 *
 * <p>An index is named by the digest of the file that it was made from, which is computed on every use: a file that changed has no index yet. It is written beside its place and moved
 * there, so that processes which make the same one at once do not disturb each other. One that is damaged is made again, and where none can be written, none is.
 */
public final class CatalogCache {

    private final Path folder;

    /** @param folder for indexes and nothing else */
    public CatalogCache(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a catalogue.
     *
     * @param name as the user would name it
     * @throws PacksException as {@link CatalogReader#read}, and if the file cannot be read
     */
    public Catalog open(Path file, String name, GraphLimits limits) {
        byte[] content = RegularFile.read(file);
        Path index = index(Digest.of(content));
        Optional<Catalog> known = known(index);
        if (known.isPresent()) {
            return known.get();
        }
        Catalog catalog = CatalogReader.read(content, name, limits);
        try {
            AtomicFiles.fast().write(index, CatalogIndex.bytes(catalog));
        } catch (PacksException | ArithmeticException withoutIndex) {
            // A full disk, a folder of somebody else, more than one file can be mapped: the catalogue itself is at
            // hand.
        }
        return catalog;
    }

    /** Whether an index in such a folder, of triples or of words, is what was once written. */
    public static boolean isWhole(Path index) {
        return SummedFile.open(index).isPresent();
    }

    /**
     * Reads a catalogue to see whether it is one.
     *
     * @param name as the user would name it
     * @throws PacksException as {@link CatalogReader#read}, and if the file cannot be read
     */
    public static void check(Path file, String name, GraphLimits limits) {
        Catalog unused = CatalogReader.read(RegularFile.read(file), name, limits);
    }

    /** The catalogue that this content is, without making an index where there is none. */
    Catalog peek(byte[] content, Digest digest, String name, GraphLimits limits) {
        return known(index(digest)).orElseGet(() -> CatalogReader.read(content, name, limits));
    }

    private Path index(Digest digest) {
        return folder.resolve(digest.hex() + "-" + CatalogIndex.VERSION + ".index");
    }

    private static Optional<Catalog> known(Path index) {
        Optional<Catalog> known = CatalogIndex.open(index);
        if (known.isPresent()) {
            LastUse.remember(index);
        }
        return known;
    }
}
