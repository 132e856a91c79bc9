package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;

/** Document */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
@JsonSubTypes({
    @JsonSubTypes.Type(Invoice.class),
    @JsonSubTypes.Type(Order.class),
    @JsonSubTypes.Type(Document.Instance.class)
})
public sealed interface Document
        permits Invoice, Order, Document.Instance {

    /** The IRI of what this is said of; may be null. */
    URI id();

    /** Who ordered (may be null) */
    Party customer();

    /** When it was written (may be null) */
    java.time.OffsetDateTime issued();

    /** Its number (may be null) */
    Long number();

    /**
     * What is nothing more special.
     *
     * @param id the IRI of what this is said of; may be null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonTypeName("Document")
    record Instance(
            URI id,
            Party customer,
            java.time.OffsetDateTime issued,
            Long number
    ) implements Document {

        public Instance {
        }
    }
}
