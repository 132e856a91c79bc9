package dev.packs.generation;

/**
 * The fixed words of a ledger, which the fast check and the full reader share. A ledger has a head, which is all that the fast check reads: the key, the inputs with their stamps, and the outputs' names
 * with one sum over their stamps. What only a generation wants to know follows.
 */
final class LedgerFormat {

    static final String HEADER = "packs-ledger 2\n";
    static final String HEAD = "head ";
    static final String KEY = "key ";
    static final String INPUTS = "inputs ";
    static final String OUTPUTS = "outputs ";
    static final String STAMP = "stamp ";
    static final String RENDERER = "renderer ";
    static final String FOLDER = "folder ";
    static final String ENTRY = "file ";
    static final String DEFINITION = "definition ";
    static final String CONTENT = "content ";
    static final String SOURCE = "source ";
    static final String READ = "read ";
    static final String END = "end\n";

    /** In place of a sum, where an output may change without another stamp. */
    static final String DOUBTFUL = "doubtful";

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private LedgerFormat() {}

    /**
     * The sum of the outputs' stamps with one more of them.
     *
     * @param size in bytes
     * @param modified milliseconds since 1970
     */
    static long plus(long sum, long size, long modified) {
        return ((sum + size) * FACTOR + modified) * FACTOR;
    }
}
