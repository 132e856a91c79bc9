package dev.packs.graph.rdf4j;

import static dev.packs.graph.rdf4j.Graphs.chain;
import static dev.packs.graph.rdf4j.Graphs.limited;
import static dev.packs.graph.rdf4j.Graphs.problemOf;
import static dev.packs.graph.rdf4j.Graphs.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.LimitName;
import dev.packs.graph.QueryRequest;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that would take all of the machine, or leave it. */
class HostileQueryTest {

    private static final Graph graph = chain(2000);

    @AfterAll
    static void close() {
        graph.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                "DELETE WHERE { ?s ?p ?o }",
                "LOAD <http://localhost:1/x.ttl>",
                "CLEAR ALL",
                "SELECT * WHERE { SERVICE <http://localhost:1/sparql> { ?s ?p ?o } }",
                "SELECT * WHERE { SERVICE SILENT <http://localhost:1/sparql> { ?s ?p ?o } }",
                "SELECT * WHERE { ?s ?p ?u . SERVICE ?u { ?s ?p ?o } }",
                "SELECT * WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } }",
                "SELECT * WHERE { { SELECT * WHERE { OPTIONAL { SERVICE <http://localhost:1/> { ?a ?b ?c } } } } }",
                "SELECT * FROM <http://localhost:1/x.ttl> WHERE { ?s ?p ?o }",
                "SELECT * FROM NAMED <file:///etc/passwd> WHERE { GRAPH ?g { ?s ?p ?o } }",
                "SELECT (<http://example.org/f>(?s) AS ?x) WHERE { ?s ?p ?o }",
                "SELECT (<http://rdf4j.org/aggregate#stdev>(?s) AS ?x) WHERE { ?s ?p ?o }",
                "SELECT * WHERE { << ?s ?p ?o >> ?q ?r }"
            })
    void what_does_more_than_read_one_graph_is_refused(String query) {
        Problem problem = problemOf(() -> graph.query(QueryRequest.of(query, Place.of("q.rq"))));
        assertThat(problem.code()).as(problem.toString()).isEqualTo(ProblemCode.QUERY_FORBIDDEN);
        assertThat(problem.help()).isPresent();
        assertThat(problemOf(() -> Graphs.ENGINE.check(QueryRequest.of(query, Place.of("q.rq"))))
                        .code())
                .isEqualTo(problem.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?a)) + STRLEN(STR(?e)) + STRLEN(STR(?i)) = 3) }",
                "SELECT (COUNT(*) AS ?n) WHERE { { SELECT ?a { ?a ?b ?c } } { SELECT ?d { ?d ?e ?f } } { SELECT ?g { ?g ?h ?i } } }",
                "SELECT (COUNT(*) AS ?n) WHERE { ?a (<urn:p>*)* ?b . ?b (<urn:p>+/<urn:p>*)+ ?c }",
                "SELECT (COUNT(*) AS ?n) WHERE { ?a (!<urn:q>|^<urn:p>)* ?b . ?c (<urn:p>|^<urn:p>)* ?d }",
                "SELECT * WHERE { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?d = ?l && ?a = ?g && ?h = ?f) } }",
                "SELECT * WHERE { ?a ?b ?c OPTIONAL { ?d ?e ?f . ?g ?h ?i FILTER(?d = ?i && ?a = ?g && ?h = ?f) } }",
                "SELECT * WHERE { ?a ?b ?c MINUS { ?a ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?f = ?l && ?h = ?f) } }",
                "ASK { ?a ?b ?c FILTER REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(a*)*\\\\1b?c$\") }",
                "ASK { ?a ?b ?c FILTER REGEX(CONCAT(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", STR(?a)), \"^(a|aa)+\\\\1c$\") }",
                "ASK { ?a ?b ?c FILTER REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(a*)*\\\\1b?c$\") }",
                "SELECT (REPLACE(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a*)*\\\\1c$\", \"\") AS ?x) {}",
            })
    void time_is_a_deadline_whatever_runs(String query) {
        Problem problem = problemOf(() -> graph.query(limited(query, LimitName.QUERY_SECONDS, 1)));
        assertThat(problem.code()).as(problem.toString()).isEqualTo(ProblemCode.QUERY_TIME);
        assertThat(problem.help().orElseThrow()).contains("-Dpacks.limits.querySeconds=2");
        // It ended by itself; nobody had to leave it behind.
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("packs-graph");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f",
                "SELECT DISTINCT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY RAND()",
                "SELECT DISTINCT ?a ?d WHERE { ?a ?b ?c . ?d ?e ?f }",
                "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?a), STR(?d)) AS ?x) }",
                "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?d",
                "SELECT (GROUP_CONCAT(?a; separator=\"-------------------------------------------------------\") AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f }",
                "SELECT ?n WHERE { ?a ?b ?c { SELECT (STR(?d) AS ?n) WHERE { ?d ?e ?f . ?g ?h ?i } } { SELECT ?x WHERE { ?x ?y ?z . ?v ?u ?t } } }",
                "SELECT * WHERE { ?a ?b ?c MINUS { ?a ?e ?f . ?g ?h ?i } }",
                "SELECT (COUNT(*) AS ?n) WHERE { ?a <urn:p>* ?b }",
                "SELECT * WHERE { ?a ?b ?c BIND(REPLACE(STR(?a), \".\", \"0123456789012345678901234567890123456789\") AS ?x1) BIND(REPLACE(?x1, \".\", \"01234567890123456789\") AS ?x2) BIND(CONCAT(?x2,?x2,?x2,?x2) AS ?x3) } ORDER BY ?x3",
            })
    void what_is_held_is_bounded(String query) {
        Problem problem = problemOf(() -> graph.query(limited(query, LimitName.QUERY_MEMORY, 4 << 20)));
        assertThat(problem.code()).as(problem.toString()).isEqualTo(ProblemCode.QUERY_MEMORY);
        assertThat(problem.help().orElseThrow()).contains("-Dpacks.limits.queryMemory=8388608");
    }

    @Test
    void what_is_held_is_given_back() {
        String query =
                "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c FILTER EXISTS { SELECT DISTINCT ?x WHERE { ?x <urn:p>* ?c } } } LIMIT 1";
        String limit = "SELECT ?a WHERE { ?a ?b ?c } ORDER BY DESC(?a) LIMIT 3";
        assertThat(graph.query(limited(limit, LimitName.QUERY_MEMORY, 20_000))).isNotNull();
        assertThat(chain(50).query(limited(query, LimitName.QUERY_MEMORY, 40_000)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?x10 { BIND(\"0123456789\" AS ?x0) BIND(CONCAT(?x0,?x0,?x0,?x0,?x0) AS ?x1) BIND(CONCAT(?x1,?x1,?x1,?x1,?x1) AS ?x2) BIND(CONCAT(?x2,?x2,?x2,?x2,?x2) AS ?x3) BIND(CONCAT(?x3,?x3,?x3,?x3,?x3) AS ?x4) BIND(CONCAT(?x4,?x4,?x4,?x4,?x4) AS ?x10) }",
                "SELECT ?y { BIND(REPLACE(\"aaaaaaaaaa\", \"a\", \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\") AS ?x) BIND(REPLACE(?x, \"a\", ?x) AS ?y) }",
                "SELECT ?y { BIND(REPLACE(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"^(.*)$\", \"$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1\") AS ?x) BIND(REPLACE(?x, \"^(.*)$\", \"$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1\") AS ?y) }",
                "SELECT ?y { BIND(REPLACE(\"\\u20ac\", \"^(.*)$\", \"$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1\") AS ?x) BIND(REPLACE(?x, \".\", ?x) AS ?z) BIND(CONCAT(?z,?z,?z,?z) AS ?v) BIND(ENCODE_FOR_URI(?v) AS ?y) }",
                "SELECT (GROUP_CONCAT(?a; separator=\"----------\") AS ?x) { ?a ?b ?c }",
                "SELECT ?y { BIND(99999999999999999999999999999999999999999999999999 AS ?a) BIND(?a*?a*?a*?a*?a*?a*?a*?a*?a*?a AS ?b) BIND(?b*?b*?b*?b*?b*?b*?b*?b*?b*?b AS ?c) BIND(?c*?c*?c*?c*?c*?c*?c*?c*?c*?c AS ?y) }",
            })
    void no_value_grows_without_end(String query) {
        Problem problem = problemOf(() -> graph.query(limited(query, LimitName.QUERY_VALUE, 30_000)));
        assertThat(problem.code()).as(problem.toString()).isEqualTo(ProblemCode.QUERY_VALUE_TOO_LONG);
    }

    @Test
    void an_answer_has_no_more_rows_than_allowed() {
        assertThat(problemOf(() -> graph.query(limited("SELECT * { ?s ?p ?o }", LimitName.QUERY_ROWS, 10)))
                        .code())
                .isEqualTo(ProblemCode.QUERY_ROWS);
        assertThat(problemOf(() -> graph.query(limited("CONSTRUCT WHERE { ?s ?p ?o }", LimitName.QUERY_ROWS, 10)))
                        .code())
                .isEqualTo(ProblemCode.QUERY_ROWS);
        assertThat(graph.query(limited("SELECT * { ?s ?p ?o } LIMIT 10", LimitName.QUERY_ROWS, 10)))
                .isNotNull();
    }

    @Test
    void a_long_or_deep_text_never_reaches_the_parser() {
        String longText = "SELECT * { ?s ?p ?o } #" + "x".repeat(20_000);
        assertThat(problemOf(() -> graph.query(QueryRequest.of(longText, Place.of("q.rq"))))
                        .code())
                .isEqualTo(ProblemCode.QUERY_TOO_LONG);
        for (String bracket : new String[] {"(", "{", "["}) {
            String deep = "SELECT * { " + bracket.repeat(5000);
            assertThat(problemOf(() -> graph.query(QueryRequest.of(deep, Place.of("q.rq"))))
                            .code())
                    .isEqualTo(ProblemCode.QUERY_TOO_DEEP);
        }
        assertThat(Nesting.ofSparql("SELECT * { ?s <urn:(((> \"(((\" ; ?p '''(((''', ?o # (((\n FILTER(1 < 2) }"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "- ", "+ "})
    void chains_of_operators_end(String operator) {
        String query = "ASK { FILTER(" + operator.repeat(7000) + "1) }";
        try {
            graph.query(limited(query, LimitName.QUERY_SECONDS, 5));
        } catch (PacksException refused) {
            assertThat(refused.problems().get(0).code())
                    .isIn(ProblemCode.QUERY_TOO_DEEP, ProblemCode.QUERY_INVALID, ProblemCode.QUERY_TIME);
        }
    }

    @Test
    void long_chains_end_too() {
        for (String query : new String[] {
            "ASK { ?a " + String.join("/", Collections.nCopies(1200, "<urn:p>")) + " ?b }",
            "ASK { FILTER(" + String.join("+", Collections.nCopies(7000, "1")) + " = 2) }",
            "ASK { " + String.join(" UNION ", Collections.nCopies(700, "{ ?a ?b ?c }")) + " }",
        }) {
            try {
                graph.query(limited(query, LimitName.QUERY_SECONDS, 5));
            } catch (PacksException refused) {
                assertThat(refused.problems().get(0).code())
                        .as(refused.getMessage())
                        .isIn(ProblemCode.QUERY_TOO_DEEP, ProblemCode.QUERY_TIME);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(){2000000000}", "((){100000}){100000}", "(?:){2147483647}b"})
    void repetitions_of_nothing_are_refused(String pattern) {
        Problem problem = problemOf(() -> graph.query(
                QueryRequest.of("ASK { ?a ?b ?c FILTER REGEX(STR(?a), \"" + pattern + "\") }", Place.of("q.rq"))));
        assertThat(problem.code()).isEqualTo(ProblemCode.QUERY_FORBIDDEN);
    }

    @Test
    void a_regular_expression_that_is_too_deep_for_the_stack_is_no_crash() {
        String text = "a".repeat(900_000);
        try (Graph big = Graphs.of(source("a.nt", GraphSyntax.NTRIPLES, "<urn:a> <urn:b> \"" + text + "\" .\n"))) {
            Problem problem = problemOf(() ->
                    big.query(limited("ASK { ?a ?b ?c FILTER REGEX(?c, \"^(a|b)*$\") }", LimitName.QUERY_SECONDS, 5)));
            assertThat(problem.code()).isEqualTo(ProblemCode.QUERY_TIME);
        }
    }
}
