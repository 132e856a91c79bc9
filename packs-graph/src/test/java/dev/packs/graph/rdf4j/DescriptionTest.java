package dev.packs.graph.rdf4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.description.PackIris;
import dev.packs.description.PackTriples;
import dev.packs.description.ShippedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryLimits;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Term;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Asks what packs say of themselves: whether they keep to the ontology, and what the queries that come with Packs answer. */
class DescriptionTest {

    private static final String PREFIXES = """
            PREFIX packs: <https://packs.dev/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    private final List<PackManifest> manifests =
            List.of(pack("base", "library", 80, """
                    [[packages]]
                    name = "org.example:css"
                    version = "^1.0"
                    """), pack("shop", "web", 90, """
                    [[packages]]
                    name = "org.example:css"
                    version = "^2.0"
                    [[dependencies]]
                    pack = "com.acme:base"
                    version = "^1.0"
                    [[variables]]
                    name = "entities"
                    type = "list"
                    items = { type = "object", fields = [{ name = "name", type = "string" }] }
                    """), pack("mall", "web", 70, """
                    [[dependencies]]
                    pack = "com.acme:shop"
                    version = "^1.0"
                    [[dependencies]]
                    pack = "com.acme:base"
                    version = "^2.0"
                    optional = true
                    """));

    private static PackManifest pack(String id, String category, int score, String rest) {
        String text = """
                [pack]
                group = "com.acme"
                id = "%s"
                version = "1.0.0"
                name = "%s"
                description = "A pack of a test"
                category = "%s"
                tags = ["java"]
                %s
                [metadata]
                health_score = %d
                """.formatted(id, id, category, rest, score);
        return ManifestReader.read(text.getBytes(StandardCharsets.UTF_8), "pack.toml", Optional.empty())
                .manifest();
    }

    private List<String> ask(String text, Map<String, Term> bindings) {
        List<GraphSource> ontology = List.of(GraphSource.trusted("packs.ttl", GraphSyntax.TURTLE, ontology()));
        try (Graph graph =
                new Rdf4jEngine().open(new GraphContent(ontology, PackTriples.of(manifests)), GraphLimits.standard())) {
            QueryAnswer.Rows answer = (QueryAnswer.Rows)
                    graph.query(new QueryRequest(text, Place.of("query"), bindings, QueryLimits.standard()));
            List<String> rows = new ArrayList<>();
            for (Map<String, Term> row : answer.rows()) {
                rows.add(answer.columns().stream()
                        .map(column -> row.get(column) instanceof Literal literal
                                ? literal.lexical()
                                : Objects.toString(row.get(column), "-"))
                        .collect(Collectors.joining(" ")));
            }
            return rows;
        }
    }

    private List<String> ask(ShippedQuery query, Map<String, Term> bindings) {
        return ask(query.text(), bindings);
    }

    private static byte[] ontology() {
        try (InputStream resource = PackTriples.class.getResourceAsStream("/dev/packs/graph/packs.ttl")) {
            return Objects.requireNonNull(resource).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Term> base() {
        return Map.of("pack", PackIris.of(new PackName("com.acme", "base")));
    }

    @Test
    void descriptions_keep_to_the_ontology() {
        assertThat(ask(PREFIXES + """
                SELECT DISTINCT ?property ?class {
                  ?subject ?property ?value ; a ?class .
                  ?property rdfs:domain ?domain .
                  FILTER NOT EXISTS { ?class rdfs:subClassOf* ?domain }
                }""", Map.of())).isEmpty();
        assertThat(ask(PREFIXES + """
                SELECT DISTINCT ?property ?type {
                  ?subject ?property ?value .
                  ?property rdfs:range ?range .
                  OPTIONAL { ?value a ?class }
                  BIND(IF(isLiteral(?value), DATATYPE(?value), ?class) AS ?type)
                  FILTER(?type != ?range && ?range != rdfs:Literal)
                }""", Map.of())).isEmpty();
    }

    @Test
    void related_packs() {
        assertThat(ask(ShippedQuery.FIND_RELATED_PACKS, base()))
                .containsExactly(
                        "com.acme:mall has the same tag java",
                        "com.acme:mall needs it ^2.0",
                        "com.acme:shop has the same tag java",
                        "com.acme:shop installs the same package org.example:css",
                        "com.acme:shop needs it ^1.0");
    }

    @Test
    void packs_by_category_above_a_score() {
        assertThat(ask(ShippedQuery.FIND_PACKS_BY_CATEGORY, Map.of("category", Literal.of("web"))))
                .containsExactly("com.acme:shop 1.0.0 web 90.0 shop", "com.acme:mall 1.0.0 web 70.0 mall");
        assertThat(ask(ShippedQuery.FIND_PACKS_BY_CATEGORY, Map.of("min_score", Literal.of("80"))))
                .containsExactly("com.acme:base 1.0.0 library 80.0 base", "com.acme:shop 1.0.0 web 90.0 shop");
    }

    @Test
    void what_depends_on_a_pack() {
        assertThat(ask(ShippedQuery.FIND_DEPENDENTS, base()))
                .containsExactly("com.acme:mall 1.0.0 ^2.0 true", "com.acme:shop 1.0.0 ^1.0 false");
        assertThat(ask(ShippedQuery.FIND_DEPENDENTS, Map.of("pack", PackIris.of(new PackName("com.acme", "shop")))))
                .containsExactly("com.acme:mall 1.0.0 ^1.0 false");
    }

    @Test
    void who_shares_a_package() {
        List<String> sharing = List.of("org.example:css com.acme:base ^1.0", "org.example:css com.acme:shop ^2.0");
        assertThat(ask(ShippedQuery.FIND_SHARED_PACKAGES, Map.of())).isEqualTo(sharing);
        assertThat(ask(ShippedQuery.FIND_SHARED_PACKAGES, Map.of("package", PackIris.ofPackage("org.example:css"))))
                .isEqualTo(sharing);
    }

    @Test
    void incompatible_constraints() {
        assertThat(ask(ShippedQuery.FIND_INCOMPATIBLE_CONSTRAINTS, Map.of()))
                .containsExactly(
                        "com.acme:base com.acme:mall:1.0.0 ^2.0 com.acme:shop:1.0.0 ^1.0",
                        "org.example:css com.acme:base:1.0.0 ^1.0 com.acme:shop:1.0.0 ^2.0");
    }
}
