package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;

/** What somebody has to pay */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
@JsonSubTypes({
    @JsonSubTypes.Type(CreditNote.class),
    @JsonSubTypes.Type(Invoice.Instance.class)
})
public sealed interface Invoice extends Document
        permits CreditNote, Invoice.Instance {

    /** The IRI of what this is said of; may be null. */
    URI id();

    /** Who ordered (may be null) */
    Party customer();

    /** When it was written (may be null) */
    java.time.OffsetDateTime issued();

    /** Its number (may be null) */
    Long number();

    /** In euros (may be null) */
    java.math.BigDecimal total();

    /**
     * What is nothing more special.
     *
     * @param id the IRI of what this is said of; may be null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonTypeName("Invoice")
    record Instance(
            URI id,
            Party customer,
            java.time.OffsetDateTime issued,
            Long number,
            java.math.BigDecimal total
    ) implements Invoice {

        public Instance {
        }
    }
}
