/** The ontology; generated, so change the ontology and not this code. */
package com.acme.orders;
