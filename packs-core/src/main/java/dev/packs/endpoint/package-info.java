/** What is asked over HTTP with the JDK's own client: graphs that a server keeps, by the SPARQL 1.1 Protocol and the Graph Store HTTP Protocol, and the health of applications. Loaded by calls that name an address. */
@NullMarked
package dev.packs.endpoint;

import org.jspecify.annotations.NullMarked;
