package dev.packs.graph.rdf4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.ProblemCode;
import dev.packs.catalog.Catalog;
import dev.packs.catalog.CatalogEntry;
import dev.packs.catalog.CatalogReader;
import dev.packs.catalog.CatalogWriter;
import dev.packs.description.PackIris;
import dev.packs.description.PackTriples;
import dev.packs.description.ShippedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphBase;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Iri;
import dev.packs.graph.LimitName;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryLimits;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Term;
import dev.packs.integrity.Digest;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds graphs on top of a catalogue against graphs that have the same packs in RDF4J's own store. */
class TableGraphTest {

    private static final String[] CONSTRAINTS = {"^1.0", "^2.0", "~1.2.3", ">=2.0 <3.0", "1.x"};
    private static final GraphSource SHIPPED = Graphs.turtle("a!/graph/a.ttl", """
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            <https://packs.dev/pack/com.acme/p1> rdfs:label "eins"@de, "one" ; <urn:knows> [ <urn:name> "node" ] .
            """);

    private static final List<String> FREE = List.of(
            "PREFIX packs: <https://packs.dev/ns#> SELECT ?c (COUNT(*) AS ?n) { ?v packs:category ?c } GROUP BY ?c",
            "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
            "SELECT * { ?s ?p \"web\" }",
            "SELECT ?s ?p { ?s ?p <https://packs.dev/pack/com.acme/p1> }",
            "SELECT * { <https://packs.dev/pack/com.acme/p2> ?p ?o }",
            "SELECT * { <https://packs.dev/pack/com.acme/p2> ?p \"p2\" }",
            "SELECT * { ?s <https://packs.dev/ns#nothing> ?o }",
            "SELECT * { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { GRAPH <urn:g> { ?s ?p ?o } }",
            "SELECT ?x { BIND(STRLANG(\"eins\", \"de\") AS ?x) ?s ?p ?x }",
            "SELECT ?v ?t { ?v a <https://packs.dev/ns#PackVersion> OPTIONAL { ?v <https://packs.dev/ns#tag> ?t FILTER(?t > \"b\") } }",
            "SELECT ?name { ?s <urn:knows>/<urn:name> ?name }",
            "CONSTRUCT { ?v <urn:in> ?c } { ?v <https://packs.dev/ns#category> ?c }",
            "DESCRIBE <https://packs.dev/pack/com.acme/p1>",
            "ASK { ?s <urn:knows> ?o }");

    private final Random random = new Random(20261123);

    private PackManifest pack(int i) {
        String tags = random.nextBoolean() ? "\"a\", \"b\"" : "\"c\"";
        String text = """
                [pack]
                group = "com.acme"
                id = "p%d"
                version = "1.%d.0"
                name = "Pack %d"
                description = "Of a test"
                category = "%s"
                license = "MIT"
                tags = [%s]
                requires = { java = ">=%d" }
                [metadata]
                health_score = %d
                """.formatted(
                        i,
                        random.nextInt(3),
                        i,
                        random.nextBoolean() ? "web" : "cli",
                        tags,
                        random.nextBoolean() ? 17 : 21,
                        random.nextInt(100));
        StringBuilder more = new StringBuilder(text);
        for (int other = 0; other < i && other < 4; other++) {
            if (random.nextBoolean()) {
                more.append("[[dependencies]]\npack = \"com.acme:p%d\"\nversion = \"%s\"\n"
                        .formatted(other, CONSTRAINTS[random.nextInt(5)]));
            }
        }
        for (int part = 0; part < 3; part++) {
            if (random.nextBoolean()) {
                more.append("[[packages]]\nname = \"org.example:part%d\"\nversion = \"%s\"\n"
                        .formatted(part, CONSTRAINTS[random.nextInt(5)]));
            }
        }
        return ManifestReader.read(more.toString().getBytes(StandardCharsets.UTF_8), "pack.toml")
                .manifest();
    }

    private List<PackManifest> packs(int count) {
        List<PackManifest> packs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            packs.add(pack(i));
        }
        return packs;
    }

    private static Catalog catalog(List<PackManifest> packs) {
        List<CatalogEntry> entries = packs.stream()
                .map(pack -> new CatalogEntry(pack.id(), Digest.of(new byte[0]), Optional.empty()))
                .toList();
        return CatalogReader.read(
                CatalogWriter.write(entries, PackTriples.of(packs)), "market", GraphLimits.standard());
    }

    /** The first packs in a catalogue, the others beside it; some of those replace what the catalogue has. */
    private static Graph table(List<PackManifest> listed, List<PackManifest> beside, GraphSource... sources) {
        Catalog catalog = catalog(listed);
        List<PackId> replaced = beside.stream().map(PackManifest::id).toList();
        GraphBase base = catalog.base(replaced, Set.of());
        return new Rdf4jEngine()
                .open(
                        new GraphContent(
                                List.of(sources), PackTriples.of(beside, catalog.constraints(base)), Optional.of(base)),
                        GraphLimits.standard());
    }

    private static Graph store(List<PackManifest> packs, GraphSource... sources) {
        return new Rdf4jEngine()
                .open(new GraphContent(List.of(sources), PackTriples.of(packs)), GraphLimits.standard());
    }

    private static QueryAnswer ask(Graph graph, String query, Map<String, Term> values) {
        return graph.query(new QueryRequest(query, Place.of("q.rq"), values, QueryLimits.standard()));
    }

    private static String written(Graph graph) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        graph.write(GraphSyntax.NTRIPLES, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_answers_are_those_of_the_store() {
        for (int round = 0; round < 12; round++) {
            List<PackManifest> packs = packs(12);
            int cut = random.nextInt(13);
            try (Graph table = table(packs.subList(0, cut), packs.subList(cut, 12), SHIPPED);
                    Graph store = store(packs, SHIPPED)) {
                assertThat(table.size()).isEqualTo(store.size());
                assertThat(written(table)).isEqualTo(written(store));
                Map<String, Term> first = Map.of("pack", PackIris.of(new PackName("com.acme", "p1")));
                for (ShippedQuery query : ShippedQuery.values()) {
                    Map<String, Term> values = query.required().isEmpty() ? Map.of() : first;
                    assertThat(ask(table, query.text(), values))
                            .as(query.key())
                            .isEqualTo(ask(store, query.text(), values));
                }
                for (String query : FREE) {
                    assertThat(ask(table, query, Map.of())).as(query).isEqualTo(ask(store, query, Map.of()));
                }
            }
        }
    }

    @Test
    void values_are_bound_as_in_the_store() {
        List<PackManifest> packs = packs(12);
        try (Graph table = table(packs.subList(0, 9), packs.subList(9, 12));
                Graph store = store(packs)) {
            Map<ShippedQuery, Map<String, Term>> asked = Map.of(
                    ShippedQuery.FIND_PACKS_BY_CATEGORY,
                    Map.of("category", Literal.of("web"), "min_score", Literal.of("40")),
                    ShippedQuery.FIND_SHARED_PACKAGES,
                    Map.of("package", PackIris.ofPackage("org.example:part1")));
            asked.forEach((query, values) -> {
                QueryAnswer answer = ask(table, query.text(), values);
                assertThat(answer).isEqualTo(ask(store, query.text(), values));
                assertThat(((QueryAnswer.Rows) answer).rows()).isNotEmpty();
            });
        }
    }

    @Test
    void a_pack_beside_the_catalogue_replaces_the_one_in_it() {
        List<PackManifest> packs = packs(4);
        PackManifest old = packs.get(2);
        PackManifest changed = ManifestReader.read(
                        ("[pack]\ngroup = \"com.acme\"\nid = \"p2\"\nversion = \""
                                        + old.id().version() + "\"\ndescription = \"Changed\"\ncategory = \"game\"\n")
                                .getBytes(StandardCharsets.UTF_8),
                        "pack.toml")
                .manifest();
        try (Graph table = table(packs, List.of(changed))) {
            QueryAnswer.Rows rows = (QueryAnswer.Rows)
                    ask(table, "SELECT ?p ?o { <" + PackIris.of(old.id()).value() + "> ?p ?o }", Map.of());
            assertThat(rows.rows()).extracting(row -> row.get("o")).contains(Literal.of("game"), Literal.of("Changed"));
            assertThat(rows.rows()).extracting(row -> row.get("o")).doesNotContain(Literal.of("Of a test"));
            assertThat(ask(
                            table,
                            "ASK { ?s <http://usefulinc.com/ns/doap#release> <"
                                    + PackIris.of(old.id()).value() + "> }",
                            Map.of()))
                    .isEqualTo(new QueryAnswer.Truth(true));
            assertThat(table.size()).isLessThan(catalog(packs).triples().size());
        }
    }

    @Test
    void labels_shapes_and_limits_work_as_everywhere() {
        List<PackManifest> packs = packs(5);
        try (Graph table = table(packs, List.of(), SHIPPED)) {
            assertThat(table.label(new Iri("https://packs.dev/pack/com.acme/p1")))
                    .contains("one");
            assertThat(table.label(new Iri("https://packs.dev/none"))).isEmpty();
            GraphSource shape = Graphs.turtle("shape.ttl", """
                    @prefix sh: <http://www.w3.org/ns/shacl#> .
                    <urn:shape> a sh:NodeShape ; sh:targetClass <https://packs.dev/ns#PackVersion> ;
                      sh:property [ sh:path <https://packs.dev/ns#category> ; sh:minCount 2 ] .
                    """);
            assertThat(table.validate(List.of(shape), GraphLimits.standard())).hasSize(5);
            QueryRequest few = Graphs.limited("SELECT * { ?s ?p ?o }", LimitName.QUERY_ROWS, 3);
            assertThat(Graphs.problemOf(() -> table.query(few)).code()).isEqualTo(ProblemCode.QUERY_ROWS);
            QueryRequest product = Graphs.limited(
                    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", LimitName.QUERY_SECONDS, 1);
            assertThat(Graphs.problemOf(() -> table.query(product)).code()).isEqualTo(ProblemCode.QUERY_TIME);
        }
        GraphContent content = new GraphContent(
                List.of(), List.of(), Optional.of(catalog(packs).base(List.of(), Set.of())));
        assertThat(Graphs.problemOf(() -> new Rdf4jEngine()
                                .open(content, GraphLimits.standard().with(LimitName.GRAPH_TRIPLES, 20)))
                        .code())
                .isEqualTo(ProblemCode.GRAPH_TOO_MANY_TRIPLES);
    }
}
