/** The graph by RDF4J, fenced: whoever writes a query, a shape or a file of triples gets no more than the limits say, and nothing outside of the graph. */
@NullMarked
package dev.packs.graph.rdf4j;

import org.jspecify.annotations.NullMarked;
