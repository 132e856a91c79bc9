package dev.packs.graph.rdf4j;

import static dev.packs.graph.rdf4j.Graphs.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.ProblemCode;
import dev.packs.graph.BlankNode;
import dev.packs.graph.Graph;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryLimits;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.graph.Xsd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortableQueryTest {

    private static final Iri ANN = new Iri("urn:ann");
    private static final Literal TWO = Literal.of(2);

    private final Graph graph = Graphs.of(Graphs.turtle("people.ttl", """
            <urn:ann> <urn:name> "Ann" ; <urn:age> 42 ; <urn:knows> <urn:bob>, <urn:cy> .
            <urn:bob> <urn:name> "Bob" ; <urn:age> 2 ; <urn:knows> <urn:cy> .
            <urn:cy> <urn:name> "Cy" ; <urn:age> 7 .
            """));

    private static QueryRequest request(String query, Map<String, Term> bindings) {
        return new QueryRequest(query, Place.of("q.rq"), bindings, QueryLimits.standard());
    }

    private static String portable(String query, Map<String, Term> bindings) {
        return Graphs.ENGINE.portable(request(query, bindings));
    }

    private QueryAnswer answer(String query, Map<String, Term> bindings) {
        return graph.query(request(query, bindings));
    }

    /** Two ways to one answer: bound by the engine, and written into the query. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?name { ?who <urn:name> ?name }",
                "SELECT * { ?who <urn:name> ?name }",
                "SELECT ?who ?name WHERE { ?x <urn:name> ?name FILTER(?x = ?who) }",
                "SELECT ?who ?n { ?a <urn:name> ?n } ORDER BY ?n ?who",
                "SELECT ?n { ?a <urn:name> ?n FILTER(?a != $who) } ORDER BY DESC(?n) LIMIT 1",
                "SELECT ?n { ?a <urn:name> ?n OPTIONAL { ?a <urn:knows> ?b FILTER(?b != ?who) } }",
                "SELECT ?n ?b { ?a <urn:name> ?n OPTIONAL { ?who <urn:knows> ?b } }",
                "SELECT ?n { ?a <urn:name> ?n FILTER NOT EXISTS { ?who <urn:knows> ?a } }",
                "SELECT ?n { ?a <urn:name> ?n FILTER EXISTS { ?a <urn:knows> ?b FILTER(?who = ?a) } }",
                "SELECT ?n { ?a <urn:name> ?n MINUS { ?who <urn:knows> ?a } }",
                "SELECT ?n { ?a <urn:name> ?n BIND(EXISTS { ?who <urn:knows> ?a } AS ?e) FILTER(?e) }",
                "SELECT ?n { ?who <urn:knows>+/<urn:name> ?n }",
                "SELECT ?n { { SELECT ?who ?n { ?who <urn:name> ?n } } }",
                "SELECT ?n { SELECT ?who ?n { ?who <urn:name> ?n } }",
                "SELECT ?n { ?a <urn:name> ?n { SELECT ?a { ?who <urn:knows> ?a } } }",
                "SELECT ?n { ?a <urn:name> ?n { SELECT * { ?who <urn:knows> ?a } } }",
                "SELECT ?a (COUNT(?b) AS ?n) { ?a <urn:knows> ?b FILTER(?a = ?who || ?b = ?who) } GROUP BY ?a",
                "SELECT ?a (COUNT(?b) AS ?n) { ?a <urn:knows> ?b } GROUP BY ?a HAVING(COUNT(?b) > 1 && ?a = ?who) ORDER BY ?a",
                "SELECT (COUNT(?a) AS ?n) { ?a <urn:knows> ?b FILTER(?a = ?who) }",
                "SELECT (COUNT(?who) AS ?n) { ?who <urn:knows> ?b }",
                "SELECT ?n { ?a <urn:name> ?n FILTER(!BOUND(?who) || ?a = ?who) }",
                "SELECT ?n { ?who <urn:name> ?n } # ?who } { a comment\n",
                "SELECT ?n { ?a <urn:name> ?n FILTER(?n != \"} ?who {\" && ?a = ?who) }",
                "PREFIX who: <urn:> SELECT ?n { who:ann <urn:name> ?n FILTER(?who = who:ann) }",
                "ASK { ?who <urn:knows> <urn:cy> }",
                "ASK { <urn:cy> <urn:knows> ?who }",
                "CONSTRUCT { ?n <urn:is> ?n } WHERE { ?n <urn:knows> ?who }",
                "CONSTRUCT WHERE { ?who <urn:name> ?n }",
                "DESCRIBE ?who",
                "DESCRIBE ?who <urn:bob> LIMIT 100",
                "DESCRIBE ?a { ?a <urn:knows> ?who }",
                "SELECT ?n { ?a <urn:name> ?n FILTER(xsd:integer(\"2\") = 2 && ?a = ?who) }",
                "SELECT (\"\\\"caf\\u00e9 \uD83D\uDE00\" AS ?t) ?n {\r\n\t?who <urn:name> ?n\r\n}",
            })
    void a_value_in_the_text_is_as_good_as_one_that_is_bound(String query) {
        Map<String, Term> bindings = Map.of("who", ANN);

        String portable = portable(query, bindings);

        assertThat(portable).contains("{ <urn:ann> }");
        assertThat(answer(portable, Map.of())).isEqualTo(answer(query, bindings));
    }

    @Test
    void triples_are_made_and_described_with_values_that_no_pattern_has() {
        Map<String, Term> bindings = Map.of("who", ANN);

        assertThat(answer("CONSTRUCT { ?who <urn:is> ?n } WHERE { ?a <urn:name> ?n FILTER(?a = ?who) }", bindings))
                .isEqualTo(new QueryAnswer.Triples(List.of(new Statement(ANN, new Iri("urn:is"), Literal.of("Ann")))));
        assertThat(((QueryAnswer.Triples) answer("DESCRIBE ?who", bindings)).statements())
                .hasSize(4);
        assertThat(answer("SELECT ?who ?n { ?a <urn:name> ?n FILTER(?a = ?who) }", bindings))
                .isEqualTo(
                        new QueryAnswer.Rows(List.of("who", "n"), List.of(Map.of("who", ANN, "n", Literal.of("Ann")))));
    }

    @Test
    void several_values_are_given_to_the_groups_that_need_them() {
        String query =
                "SELECT ?n { ?a <urn:name> ?n ; <urn:age> ?old FILTER(?old > ?min) MINUS { ?a <urn:name> ?not } }";
        Map<String, Term> bindings = Map.of("min", TWO, "not", Literal.of("Cy"));

        assertThat(answer(portable(query, bindings), Map.of()))
                .isEqualTo(answer(query, bindings))
                .isEqualTo(new QueryAnswer.Rows(List.of("n"), List.of(Map.of("n", Literal.of("Ann")))));
    }

    @Test
    void a_variable_beside_an_aggregate_is_grouped_by() {
        String query = "SELECT ?a { ?a <urn:knows> ?b } GROUP BY ?a HAVING(COUNT(?b) >= ?min)";

        assertThat(portable(query, Map.of("min", TWO))).contains("GROUP BY ?min ?a");
        assertThat(answer(portable(query, Map.of("min", TWO)), Map.of())).isEqualTo(answer(query, Map.of("min", TWO)));
        assertThat(problemOf(() ->
                                portable("SELECT (COUNT(*) > ?min AS ?many) { ?a <urn:knows> ?b }", Map.of("min", TWO)))
                        .message())
                .isEqualTo("`?min` has a value and stands beside an aggregate");
    }

    @Test
    void what_the_query_computes_takes_no_value() {
        assertThat(problemOf(() -> portable("SELECT ?x { ?s ?p ?o BIND(1 AS ?x) FILTER(?x > 0) }", Map.of("x", TWO)))
                        .message())
                .isEqualTo("`?x` has a value, and the query computes it");
    }

    @Test
    void a_query_without_values_stays_as_it_is_but_for_prefixes_that_only_we_know() {
        String query = "SELECT * { ?s ?p 'x' }";
        assertThat(portable(query, Map.of())).isEqualTo(query);
        assertThat(portable("PREFIX owl: <urn:own>\nSELECT * { ?s rdfs:label ?o ; owl:x ?y }", Map.of()))
                .isEqualTo("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX owl: <urn:own>\n"
                        + "SELECT * { ?s rdfs:label ?o ; owl:x ?y }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "",
                "\"",
                "\\",
                "\\\"",
                "x\" } ?a ?b ?c . { \"",
                "x\\\" } SERVICE <http://127.0.0.1/> { ?a ?b ?c } #",
                "\"\"\" ''' }",
                "line\nfeed\r\nand\ttab\f\b\0",
                "} VALUES ?who { <urn:bob>",
                "?who $who <urn:bob> # not a comment",
                "\\u0022 } ASK {",
                "\\\\u0022",
                "\\U00000022 \\u005C\\u0022 \\\\\\u0022",
                "\uD83D\uDE00 caf\u00e9 \u202E",
            })
    void a_hostile_text_stays_one_text(String value) {
        Map<String, Term> bindings = Map.of("what", Literal.of(value));
        String query = "SELECT ?what { ?s <urn:name> ?n FILTER(?n = \"Ann\" || ?n = ?what) } LIMIT 1";

        String portable = portable(query, bindings);

        assertThat(answer(portable, Map.of())).isEqualTo(answer(query, bindings));
        // A server that resolves code points before all else, and without a look at what is before them, must see the
        // same text or at least no end of it.
        String resolved = java.util.regex.Pattern.compile("\\\\[uU](?:0000)?([0-9A-F]{4})")
                .matcher(portable)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(found.group(1), 16))));
        if (value.indexOf('\0') < 0) {
            assertThat(answer(resolved, Map.of())).isEqualTo(answer(query, bindings));
        }
    }

    @Test
    void terms_that_would_end_early_are_refused() {
        for (Term hostile : new Term[] {
            new Iri("urn:a> ?b ?c . <urn:d"),
            new Iri("urn:a\\u003E"),
            new Iri("urn:a b"),
            new Iri("urn:\u0000"),
            new Iri("relative"),
            new BlankNode("b1"),
            Literal.typed("1", new Iri("urn:t> } #")),
            Literal.tagged("x", "en } #"),
            Literal.of("half \uD83D"),
        }) {
            assertThat(problemOf(() -> portable("SELECT * { ?s ?p ?x }", Map.of("x", hostile)))
                            .code())
                    .as(hostile.toString())
                    .isEqualTo(ProblemCode.QUERY_INVALID);
        }
        assertThat(portable(
                        "SELECT * { ?s ?p ?x }", Map.of("x", Literal.typed("1", new Iri(Xsd.NAMESPACE + "integer")))))
                .contains("VALUES ?x { \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> }");
        assertThat(portable("SELECT * { ?s ?p ?x }", Map.of("x", Literal.tagged("Netz", "de-AT"))))
                .contains("{ \"Netz\"@de-AT }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o } # \\u000A SERVICE <urn:x> { }",
                "SELECT * { ?s ?p \"\\u0022\" }",
                "SELECT * { ?s ?p \"a \\\\u00e9\" }",
                "SELECT * { ?s ?p \"a\" } # \\u00",
                "SELECT * { ?s ?p \"a\" } # \\U00110000",
                "SELECT * { ?s ?p \"a\" } # \\uD83D",
            })
    void escapes_that_could_be_syntax_elsewhere_are_refused(String query) {
        assertThat(problemOf(() -> portable(query, Map.of())).code()).isEqualTo(ProblemCode.QUERY_FORBIDDEN);
    }

    @Test
    void what_is_forbidden_here_is_forbidden_there() {
        for (String query : new String[] {
            "SELECT * { SERVICE <urn:x> { ?s ?p ?o } }", "SELECT * FROM <urn:x> { ?s ?p ?o }", "DROP ALL"
        }) {
            assertThat(problemOf(() -> portable(query, Map.of())).code())
                    .as(query)
                    .isEqualTo(ProblemCode.QUERY_FORBIDDEN);
        }
        assertThat(problemOf(() -> portable("SELECT * { ?s ?p ?o }", Map.of("who", ANN)))
                        .message())
                .contains("no variable `?who`");
    }
}
