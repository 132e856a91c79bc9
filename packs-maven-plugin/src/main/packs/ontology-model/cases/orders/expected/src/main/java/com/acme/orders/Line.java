package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;

/**
 * A number of one thing
 *
 * @param id the IRI of what this is said of; may be null
 * @param amount How many (may be null)
 * @param article Where it is described (may be null)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonTypeName("Line")
public record Line(
        URI id,
        java.math.BigInteger amount,
        URI article
) {

    public Line {
    }
}
