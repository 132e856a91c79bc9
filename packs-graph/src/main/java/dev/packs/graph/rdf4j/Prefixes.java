package dev.packs.graph.rdf4j;

import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Prefixes for namespaces: the well-known ones, and what sources declared. */
final class Prefixes {

    private static final Map<String, String> WELL_KNOWN = Map.ofEntries(
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("sh", "http://www.w3.org/ns/shacl#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("doap", "http://usefulinc.com/ns/doap#"),
            Map.entry("spdx", "http://spdx.org/rdf/terms#"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("packs", "https://packs.dev/ns#"));

    private static final Pattern LOCAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private final Map<String, String> byNamespace = new HashMap<>();

    /** @param declared prefix to namespace; a well-known prefix keeps its meaning */
    Prefixes(Map<String, String> declared) {
        new TreeMap<>(declared).forEach((prefix, namespace) -> {
            if (PREFIX.matcher(prefix).matches() && !WELL_KNOWN.containsKey(prefix)) {
                byNamespace.putIfAbsent(namespace, prefix);
            }
        });
        WELL_KNOWN.forEach((prefix, namespace) -> byNamespace.put(namespace, prefix));
    }

    /** {@code foaf:name}, or {@code <iri>}. */
    String shortened(String iri) {
        int end = namespaceEnd(iri);
        String prefix = byNamespace.get(iri.substring(0, end));
        return prefix != null && LOCAL.matcher(iri.substring(end)).matches()
                ? prefix + ":" + iri.substring(end)
                : "<" + iri + ">";
    }

    /** Prefix to namespace, only those that these triples use. */
    Map<String, String> used(List<Statement> statements) {
        Map<String, String> used = new TreeMap<>();
        for (Statement statement : statements) {
            use(statement.subject(), used);
            use(statement.predicate(), used);
            use(statement.object(), used);
        }
        return used;
    }

    private void use(Term term, Map<String, String> used) {
        Optional<String> iri = term instanceof Iri name
                ? Optional.of(name.value())
                : term instanceof Literal literal
                        ? Optional.of(literal.datatype().value())
                        : Optional.empty();
        iri.map(text -> text.substring(0, namespaceEnd(text))).ifPresent(namespace -> {
            String prefix = byNamespace.get(namespace);
            if (prefix != null) {
                used.put(prefix, namespace);
            }
        });
    }

    private static int namespaceEnd(String iri) {
        return Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    }
}
