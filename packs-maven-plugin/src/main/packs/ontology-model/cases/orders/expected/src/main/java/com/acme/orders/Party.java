package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;

/** Who takes part */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
@JsonSubTypes({
    @JsonSubTypes.Type(Company.class),
    @JsonSubTypes.Type(Person.class)
})
public sealed interface Party
        permits Company, Person {

    /** The IRI of what this is said of; may be null. */
    URI id();

    /** Where it is written to */
    List<URI> email();

    /** What it is called (may be null) */
    String name();
}
