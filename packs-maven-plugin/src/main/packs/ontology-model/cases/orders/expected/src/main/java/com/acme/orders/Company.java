package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;

/**
 * What is entered in a register
 *
 * @param id the IRI of what this is said of; may be null
 * @param email Where it is written to
 * @param name What it is called (may be null)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonTypeName("Company")
public record Company(
        URI id,
        List<URI> email,
        String name
) implements Party {

    public Company {
        email = email == null ? List.of() : List.copyOf(email);
    }
}
