package dev.packs.generation;

/** The fixed words of a ledger, which the fast check and the full reader share. */
final class LedgerFormat {

    static final String HEADER = "packs-ledger 1\n";
    static final String KEY = "key ";
    static final String INPUTS = "inputs ";
    static final String OUTPUTS = "outputs ";
    static final String RENDERER = "renderer ";
    static final String FOLDER = "folder ";
    static final String ENTRY = "file ";
    static final String DEFINITION = "definition ";
    static final String CONTENT = "content ";
    static final String SOURCE = "source ";
    static final String READ = "read ";
    static final String END = "end\n";

    private LedgerFormat() {}
}
