package dev.packs.graph;

import java.util.BitSet;

/**
 * Triples that a graph has before anything is read into it.
 *
 * @param hidden numbers of terms; a triple whose subject or object is one of them does not count. Not copied
 */
public record GraphBase(TermTable terms, TripleTable triples, BitSet hidden) {}
