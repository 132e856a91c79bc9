package dev.packs.graph;

import java.time.Duration;

/**
 * How much sources may ask of the machine.
 *
 * @param bytes of one source
 * @param depth how deep blank nodes, lists, objects or elements may be nested
 * @param literalCharacters the longest literal or IRI, in UTF-16 code units
 * @param prefixes declared in one source
 * @param blankNodes in one source
 * @param triples of the whole graph
 * @param time to read one source
 * @param catalogBytes that a catalogue may unpack to
 */
public record SourceLimits(
        int bytes,
        int depth,
        int literalCharacters,
        int prefixes,
        int blankNodes,
        int triples,
        Duration time,
        int catalogBytes) {

    /** 8 MB, 64 levels, 1 million characters, 200 prefixes, 100,000 blank nodes, 5 million triples, 30 seconds; 256 MB of a catalogue. */
    public static SourceLimits standard() {
        return new SourceLimits(8 << 20, 64, 1_000_000, 200, 100_000, 5_000_000, Duration.ofSeconds(30), 256 << 20);
    }
}
