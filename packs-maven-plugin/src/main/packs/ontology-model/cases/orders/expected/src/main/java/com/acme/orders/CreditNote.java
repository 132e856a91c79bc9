package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;

/**
 * What somebody gets back
 *
 * @param id the IRI of what this is said of; may be null
 * @param customer Who ordered (may be null)
 * @param issued When it was written (may be null)
 * @param number Its number (may be null)
 * @param total In euros (may be null)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonTypeName("CreditNote")
public record CreditNote(
        URI id,
        Party customer,
        java.time.OffsetDateTime issued,
        Long number,
        java.math.BigDecimal total
) implements Invoice {

    public CreditNote {
    }
}
