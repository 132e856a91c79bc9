/** The port of the graph: what Packs asks of an RDF engine, in plain values, so that nobody else meets the engine's own classes. */
@NullMarked
package dev.packs.graph;

import org.jspecify.annotations.NullMarked;
