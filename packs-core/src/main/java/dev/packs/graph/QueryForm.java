package dev.packs.graph;

/** What a query asks for, and so which {@link QueryAnswer} it has (SPARQL 1.1 Query, 16). */
public enum QueryForm {
    SELECT,
    CONSTRUCT,
    DESCRIBE,
    ASK
}
