/** The adapter to graphs that a server keeps: SPARQL 1.1 Protocol and Graph Store HTTP Protocol over the JDK's own client. Loaded by calls that name an endpoint. */
@NullMarked
package dev.packs.endpoint;

import org.jspecify.annotations.NullMarked;
