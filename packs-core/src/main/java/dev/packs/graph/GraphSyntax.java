package dev.packs.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How triples are written down. */
public enum GraphSyntax {
    TURTLE("turtle", "ttl"),
    NTRIPLES("ntriples", "nt"),
    JSONLD("jsonld", "jsonld"),
    RDFXML("rdfxml", "rdf");

    private final String id;
    private final String extension;

    GraphSyntax(String id, String extension) {
        this.id = id;
        this.extension = extension;
    }

    /** As {@code packs.format} has it. */
    public String id() {
        return id;
    }

    /** Of files, without a dot. */
    public String extension() {
        return extension;
    }

    public static Optional<GraphSyntax> find(String id) {
        return Arrays.stream(values()).filter(syntax -> syntax.id.equals(id)).findFirst();
    }

    /** By the end of a file's name: {@code .ttl}, {@code .nt}, {@code .jsonld}, {@code .rdf}, and {@code .owl} as RDF/XML. */
    public static Optional<GraphSyntax> ofFile(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return end.equals("owl")
                ? Optional.of(RDFXML)
                : Arrays.stream(values())
                        .filter(syntax -> syntax.extension.equals(end))
                        .findFirst();
    }
}
