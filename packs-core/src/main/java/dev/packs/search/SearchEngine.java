package dev.packs.search;

import java.nio.ByteBuffer;
import java.util.List;

/** Makes indexes of many packs, and opens them. */
public interface SearchEngine {

    /** Part of the name of a file that keeps an index; another one for every change of what {@link #index} gives. */
    String format();

    /** @param packs no two of one name */
    byte[] index(List<SearchedPack> packs);

    /**
     * Opens an index.
     *
     * @param index what {@link #index} gave; read where it lies, and not changed
     */
    SearchIndex open(ByteBuffer index);
}
