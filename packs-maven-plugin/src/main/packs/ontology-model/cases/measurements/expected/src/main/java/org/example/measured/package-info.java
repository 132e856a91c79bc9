/** The ontology; generated, so change the ontology and not this code. */
package org.example.measured;
