package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;

/**
 * A human being
 *
 * @param id the IRI of what this is said of; may be null
 * @param email Where it is written to
 * @param name What it is called (may be null)
 * @param worksFor Who pays them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonTypeName("Person")
public record Person(
        URI id,
        List<URI> email,
        String name,
        List<Company> worksFor
) implements Party {

    public Person {
        email = email == null ? List.of() : List.copyOf(email);
        worksFor = worksFor == null ? List.of() : List.copyOf(worksFor);
    }
}
