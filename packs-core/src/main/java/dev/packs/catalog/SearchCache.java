package dev.packs.catalog;

import dev.packs.PacksException;
import dev.packs.graph.GraphLimits;
import dev.packs.integrity.Digest;
import dev.packs.io.AtomicFiles;
import dev.packs.io.LastUse;
import dev.packs.io.RegularFile;
import dev.packs.search.SearchEngine;
import dev.packs.search.SearchIndex;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens catalogues to be searched, and keeps the index of words of each beside that of its triples, by the same rules as {@link CatalogCache}. */
public final class SearchCache {

    private final Path folder;
    private final Supplier<SearchEngine> engine;

    /** @param folder for indexes and nothing else */
    public SearchCache(Path folder, Supplier<SearchEngine> engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /**
     * Opens a catalogue. Where the index is there, the catalogue itself is read for its digest and no further.
     *
     * @param name as the user would name it
     * @throws PacksException as {@link CatalogReader#read}, and if the file cannot be read
     */
    public SearchIndex open(Path file, String name, GraphLimits limits) {
        byte[] content = RegularFile.read(file);
        Digest digest = Digest.of(content);
        SearchEngine searching = engine.get();
        Path kept = folder.resolve(digest.hex() + "-" + searching.format() + ".words");
        Optional<ByteBuffer> known = SummedFile.open(kept);
        if (known.isPresent()) {
            LastUse.remember(kept);
            return searching.open(known.get());
        }
        byte[] index = searching.index(
                new CatalogCache(folder).peek(content, digest, name, limits).searched());
        try {
            AtomicFiles.fast().write(kept, SummedFile.bytes(index));
        } catch (PacksException | ArithmeticException withoutIndex) {
            // As for the index of triples: what was made is at hand all the same.
        }
        return searching.open(ByteBuffer.wrap(index));
    }
}
