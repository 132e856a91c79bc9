package dev.packs.graph.rdf4j;

import static dev.packs.graph.rdf4j.Graphs.problemOf;
import static dev.packs.graph.rdf4j.Graphs.select;
import static dev.packs.graph.rdf4j.Graphs.source;
import static dev.packs.graph.rdf4j.Graphs.turtle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.BlankNode;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryForm;
import dev.packs.graph.QueryLimits;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Severity;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.graph.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphTest {

    private static final String PEOPLE = """
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix ex: <http://example.org/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            ex:ann a foaf:Person ; foaf:name "Ann" ; foaf:age 42 ; foaf:knows ex:bob, [ foaf:name "Nobody" ] .
            ex:bob a foaf:Person ; foaf:name "Bob"@en ; foaf:age "many"^^<http://www.w3.org/2001/XMLSchema#integer> .
            foaf:Person rdfs:label "Mensch"@de, "Person"@en ; rdfs:subClassOf foaf:Agent .
            foaf:Agent rdfs:subClassOf ex:Thing .
            """;

    private static final Iri ANN = new Iri("http://example.org/ann");
    private static final Iri BOB = new Iri("http://example.org/bob");

    private final Graph graph = Graphs.of(turtle("people.ttl", PEOPLE));

    @Test
    void the_engine_is_found_as_a_service() {
        assertThat(ServiceLoader.load(GraphEngine.class).findFirst()).containsInstanceOf(Rdf4jEngine.class);
    }

    @Test
    void rows_are_sorted_where_the_query_asks_for_no_order() {
        QueryAnswer.Rows rows =
                select(graph, "PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?s ?n ?x { ?s foaf:name ?n }");
        assertThat(rows.columns()).containsExactly("s", "n", "x");
        assertThat(rows.rows())
                .containsExactly(
                        Map.of("s", ANN, "n", Literal.of("Ann")),
                        Map.of("s", BOB, "n", Literal.tagged("Bob", "en")),
                        Map.of("s", new BlankNode("b1"), "n", Literal.of("Nobody")));
        assertThat(select(graph, "SELECT ?n { ?s <http://xmlns.com/foaf/0.1/name> ?n } ORDER BY DESC(STR(?n))")
                        .rows())
                .extracting(row -> ((Literal) require(row, "n")).lexical())
                .containsExactly("Nobody", "Bob", "Ann");
    }

    @Test
    void the_usual_parts_of_sparql_work() {
        assertThat(select(graph, """
                                PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                                SELECT ?n (COUNT(?c) AS ?count) (GROUP_CONCAT(?l; separator="|") AS ?all) (REPLACE(?n, "(.)n+", "<$1\\\\$>") AS ?r) {
                                  ?s foaf:name ?n ; a/rdfs:subClassOf* ?c
                                  OPTIONAL { ?c rdfs:label ?l FILTER(LANG(?l) = "de" && REGEX(?l, "^men", "i")) }
                                  { SELECT ?s { ?s foaf:age ?age } }
                                  FILTER NOT EXISTS { ?s foaf:name "Bob" }
                                  MINUS { ?s foaf:name "Bob"@en }
                                } GROUP BY ?n HAVING (COUNT(?c) > 2)
                                """).rows())
                .containsExactly(Map.of(
                        "n",
                        Literal.of("Ann"),
                        "count",
                        Literal.of(3),
                        "all",
                        Literal.of("Mensch"),
                        "r",
                        Literal.of("<A$>")));
        assertThat(graph.query(QueryRequest.of("ASK { ?s ?p 42 }", Place.of("q"))))
                .isEqualTo(new QueryAnswer.Truth(true));
        assertThat(((QueryAnswer.Triples) graph.query(QueryRequest.of(
                                "CONSTRUCT { ?s a <urn:T> . ?s <urn:b> [] } WHERE { ?s <http://xmlns.com/foaf/0.1/age> ?a }",
                                Place.of("q"))))
                        .statements())
                .hasSize(4)
                .isSorted();
        assertThat(((QueryAnswer.Triples)
                                graph.query(QueryRequest.of("DESCRIBE <http://example.org/bob>", Place.of("q"))))
                        .statements())
                .hasSize(4);
    }

    @Test
    void values_are_bound_and_never_pasted() {
        QueryRequest request = new QueryRequest(
                "SELECT ?s { ?s <http://xmlns.com/foaf/0.1/name> ?name }",
                Place.of("q"),
                Map.of("name", Literal.of("Ann")),
                QueryLimits.standard());
        assertThat(((QueryAnswer.Rows) graph.query(request)).rows()).containsExactly(Map.of("s", ANN));
        QueryRequest injected = new QueryRequest(
                request.text(), Place.of("q"), Map.of("name", Literal.of("\" } #")), QueryLimits.standard());
        assertThat(((QueryAnswer.Rows) graph.query(injected)).rows()).isEmpty();
        Problem unknown = problemOf(() -> graph.query(new QueryRequest(
                request.text(), Place.of("q"), Map.of("nam", Literal.of("x")), QueryLimits.standard())));
        assertThat(unknown.code()).isEqualTo(ProblemCode.QUERY_INVALID);
        assertThat(unknown.help().orElseThrow()).contains("`name`");
    }

    @Test
    void a_check_says_what_a_query_gives_and_where_it_is_wrong() {
        assertThat(check("SELECT ?b ?a { ?a <urn:p> ?b }"))
                .isEqualTo(new CheckedQuery(QueryForm.SELECT, true, false, List.of("b", "a")));
        assertThat(check("SELECT (NOW() AS ?t) {}").repeatable()).isFalse();
        assertThat(check("SELECT (UUID() AS ?t) {}").repeatable()).isFalse();
        assertThat(check("SELECT (SAMPLE(?a) AS ?t) { ?a ?b ?c }").repeatable()).isFalse();
        assertThat(check("ASK {}").form()).isEqualTo(QueryForm.ASK);
        assertThat(check("CONSTRUCT WHERE { ?a ?b ?c }").form()).isEqualTo(QueryForm.CONSTRUCT);
        assertThat(check("DESCRIBE <urn:a>").form()).isEqualTo(QueryForm.DESCRIBE);
        assertThat(check("DESCRIBE ?a { ?a ?b ?c }").form()).isEqualTo(QueryForm.DESCRIBE);

        Problem syntax = problemOf(() -> check("SELECT *\nWHERE { ?s ?p }"));
        assertThat(syntax.code()).isEqualTo(ProblemCode.QUERY_INVALID);
        assertThat(syntax.place()).contains(new Place("q.rq", 2, 15));
        Problem prefix = problemOf(() -> check("SELECT *\nWHERE { ?s nope:name ?o }"));
        assertThat(prefix.code()).isEqualTo(ProblemCode.QUERY_INVALID);
        assertThat(prefix.place()).contains(new Place("q.rq", 2, 12));
    }

    @Test
    void every_standard_function_is_allowed() {
        for (String call : List.of(
                "STR(1)",
                "LANG(\"a\"@en)",
                "LANGMATCHES(\"en\", \"*\")",
                "DATATYPE(1)",
                "BOUND(?x)",
                "IRI(\"urn:a\")",
                "BNODE()",
                "BNODE(\"a\")",
                "RAND()",
                "ABS(1)",
                "CEIL(1)",
                "FLOOR(1)",
                "ROUND(1)",
                "CONCAT(\"a\")",
                "STRLEN(\"a\")",
                "UCASE(\"a\")",
                "LCASE(\"a\")",
                "ENCODE_FOR_URI(\"a\")",
                "CONTAINS(\"a\",\"a\")",
                "STRSTARTS(\"a\",\"a\")",
                "STRENDS(\"a\",\"a\")",
                "STRBEFORE(\"a\",\"a\")",
                "STRAFTER(\"a\",\"a\")",
                "YEAR(NOW())",
                "MONTH(NOW())",
                "DAY(NOW())",
                "HOURS(NOW())",
                "MINUTES(NOW())",
                "SECONDS(NOW())",
                "TIMEZONE(NOW())",
                "TZ(NOW())",
                "UUID()",
                "STRUUID()",
                "MD5(\"a\")",
                "SHA1(\"a\")",
                "SHA256(\"a\")",
                "SHA384(\"a\")",
                "SHA512(\"a\")",
                "COALESCE(1)",
                "IF(true,1,2)",
                "STRLANG(\"a\",\"en\")",
                "STRDT(\"a\",<urn:t>)",
                "sameTerm(1,1)",
                "isIRI(1)",
                "isBLANK(1)",
                "isLITERAL(1)",
                "isNUMERIC(1)",
                "REGEX(\"a\",\"a\",\"i\")",
                "SUBSTR(\"a\",1)",
                "REPLACE(\"a\",\"a\",\"b\",\"i\")",
                "<http://www.w3.org/2001/XMLSchema#integer>(\"1\")",
                "(1 IN (1,2))")) {
            assertThat(check("SELECT (" + call + " AS ?r) { OPTIONAL { ?x <urn:p> <urn:q> } }")
                            .form())
                    .as(call)
                    .isEqualTo(QueryForm.SELECT);
            assertThat(select(graph, "SELECT (" + call + " AS ?r) { OPTIONAL { ?x <urn:p> <urn:q> } }")
                            .rows())
                    .as(call)
                    .hasSize(1);
        }
    }

    @Test
    void labels_prefer_no_language_then_english() {
        assertThat(graph.label(new Iri("http://xmlns.com/foaf/0.1/Person"))).contains("Person");
        assertThat(graph.label(ANN)).isEmpty();
    }

    @Test
    void statements_of_ours_stand_beside_sources() {
        GraphContent content = new GraphContent(
                List.of(turtle("a.ttl", "[] <urn:p> 1 .")),
                List.of(new Statement(new BlankNode("b1"), new Iri("urn:p"), Literal.of(2))));
        try (Graph both = Graphs.ENGINE.open(content, GraphLimits.standard())) {
            assertThat(both.size()).isEqualTo(2);
            assertThat(select(both, "SELECT ?s { ?s <urn:p> ?o }").rows())
                    .extracting(row -> require(row, "s"))
                    .containsExactly(new BlankNode("b1"), new BlankNode("b2"));
        }
    }

    @ParameterizedTest
    @EnumSource(GraphSyntax.class)
    void what_is_written_reads_back_and_never_differs(GraphSyntax syntax) {
        String first = written(graph, syntax);
        GraphSource again = source("again." + syntax.extension(), syntax, first);
        try (Graph read = Graphs.of(again)) {
            assertThat(written(read, syntax)).isEqualTo(first);
            assertThat(written(read, GraphSyntax.NTRIPLES)).isEqualTo(written(graph, GraphSyntax.NTRIPLES));
        }
        String[] lines = PEOPLE.split("\n");
        String turned = lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n" + lines[6] + "\n" + lines[5] + "\n"
                + lines[4] + "\n" + lines[3] + "\n[] <urn:p> [ <urn:q> 1 ] .";
        try (Graph more = Graphs.of(turtle("turned.ttl", turned))) {
            assertThat(written(more, GraphSyntax.NTRIPLES).lines())
                    .containsAll(written(graph, GraphSyntax.NTRIPLES).lines().toList());
        }
        assertThat(first).doesNotContain("\r");
    }

    @Test
    void a_predicate_that_is_no_name_cannot_be_xml() {
        List<Statement> odd = List.of(new Statement(ANN, new Iri("urn:1"), Literal.of(1)));
        Problem problem = problemOf(() -> Graphs.ENGINE.write(odd, GraphSyntax.RDFXML, new ByteArrayOutputStream()));
        assertThat(problem.code()).isEqualTo(ProblemCode.GRAPH_NOT_WRITABLE);
    }

    @Test
    void violations_name_node_path_message_and_both_files() {
        String shapes = """
                @prefix sh: <http://www.w3.org/ns/shacl#> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <urn:shape> a sh:NodeShape ; sh:targetClass foaf:Person ;
                  sh:property [ sh:path foaf:age ; sh:datatype xsd:integer ; sh:message "an age is a number" ] ;
                  sh:property [ sh:path foaf:name ; sh:pattern "^A" ; sh:severity sh:Warning ] ;
                  sh:property [ sh:path ( foaf:knows foaf:name ) ; sh:minCount 1 ; sh:severity sh:Info ] .
                """;
        List<Violation> violations =
                graph.validate(List.of(turtle("shapes/person.ttl", shapes)), GraphLimits.standard());

        assertThat(violations)
                .extracting(Violation::severity)
                .containsExactly(Severity.VIOLATION, Severity.WARNING, Severity.INFO);
        Violation age = violations.get(0);
        assertThat(age.focusNode()).isEqualTo(BOB);
        assertThat(age.path()).contains("foaf:age");
        assertThat(age.message()).isEqualTo("an age is a number");
        assertThat(age.shape()).isEqualTo("shapes/person.ttl");
        assertThat(age.value().orElseThrow().toString()).startsWith("\"many\"");
        assertThat(age.place()).contains(new Place("people.ttl", 5, 0));
        assertThat(violations.get(1).message()).isNotEmpty();
        assertThat(violations.get(2).path()).contains("(foaf:knows/foaf:name)");
        assertThat(graph.validate(List.of(), GraphLimits.standard())).isEmpty();
        Graphs.ENGINE.checkShapes(List.of(turtle("s.ttl", shapes)), GraphLimits.standard());
    }

    @Test
    void shapes_that_are_none_are_a_problem() {
        String broken =
                "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClass <urn:T> ; sh:property [ sh:path <urn:p> ; sh:minCount \"x\" ] .";
        assertThat(problemOf(() -> Graphs.ENGINE.checkShapes(List.of(turtle("s.ttl", broken)), GraphLimits.standard()))
                        .code())
                .isEqualTo(ProblemCode.SHAPES_INVALID);
    }

    private static Term require(Map<String, Term> row, String column) {
        Term term = row.get(column);
        if (term == null) {
            throw new AssertionError(column);
        }
        return term;
    }

    private static CheckedQuery check(String query) {
        return Graphs.ENGINE.check(QueryRequest.of(query, Place.of("q.rq")));
    }

    private static String written(Graph graph, GraphSyntax syntax) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        graph.write(syntax, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
