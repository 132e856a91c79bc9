package dev.packs.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.BlankNode;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.Iri;
import dev.packs.graph.LimitName;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Statement;
import dev.packs.graph.Xsd;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SparqlEndpointTest {

    private static final String SELECT = "SELECT * { ?a ?x ?b }";
    private static final String JSON = "application/sparql-results+json; charset=utf-8";
    private static final Login LOGIN = new Login("ann", "s3cr\u00e9t:word");

    private static SparqlEndpoint endpoint(String url, GraphLimits limits, Login... login) {
        return new SparqlEndpoint(
                Address.parse("packs.sparqlEndpoint", url, Address.USUAL_GRAPH),
                access(Optional.empty(), login),
                StandInEngine::new,
                limits);
    }

    private static Access access(Optional<Access.Proxy> proxy, Login... login) {
        return new Access("graphs", List.of(login).stream().findFirst(), proxy, Duration.ofSeconds(5));
    }

    private static QueryAnswer ask(LoopbackServer server, String query, GraphLimits limits, Login... login) {
        return endpoint(server.url(), limits, login)
                .query(new QueryRequest(query, Place.of("q.rq"), Map.of(), limits.query()));
    }

    private static QueryAnswer ask(String query, String type, String body) {
        try (LoopbackServer server = LoopbackServer.answering(200, type, body)) {
            return ask(server, query, GraphLimits.standard());
        }
    }

    private static Problem problemOf(ThrowingCallable call) {
        PacksException failed = catchThrowableOfType(PacksException.class, call);
        assertThat(failed).as("nothing failed").isNotNull();
        assertThat(failed.problems()).hasSize(1);
        return failed.problems().get(0);
    }

    private static String rows(String... rows) {
        return "{\"head\":{\"vars\":[\"b\",\"a\"]},\"results\":{\"bindings\":[" + String.join(",", rows) + "]}}";
    }

    private static String uri(String column, String value) {
        return "{\"" + column + "\":{\"type\":\"uri\",\"value\":\"" + value + "\"}}";
    }

    @Test
    void a_question_is_posted_with_its_graph_and_the_login() {
        try (LoopbackServer server = LoopbackServer.answering(200, JSON, rows())) {
            ask(server, SELECT, GraphLimits.standard(), LOGIN);

            LoopbackServer.Request request = server.requests().get(0);
            assertThat(request.head()).startsWith("POST /ds HTTP/1.1\r\n").doesNotContainIgnoringCase("upgrade");
            assertThat(request.hasHeader("Accept: application/sparql-results+json"))
                    .isTrue();
            assertThat(request.hasHeader("Authorization: Basic YW5uOnMzY3LDqXQ6d29yZA=="))
                    .isTrue();
            assertThat(URLDecoder.decode(request.body(), StandardCharsets.UTF_8))
                    .isEqualTo("query=" + SELECT + " #{}&default-graph-uri=https://packs.dev/graph");
        }
    }

    @Test
    void rows_are_read_with_every_kind_of_term() {
        String row = """
                {"a":{"type":"uri","value":"urn:x"},"b":{"type":"literal","value":"Netz","xml:lang":"de"},"other":{"type":"bnode","value":"z"}}""";
        String second = """
                {"a":{"type":"bnode","value":"node <1>"},"b":{"type":"typed-literal","value":"7","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}""";
        String third = """
                {"b":{"value":"plain","type":"literal","extra":[1,{"x":2}]}}""";

        assertThat(ask(SELECT + " ORDER BY ?a", JSON, rows(row, second, third)))
                .isEqualTo(new QueryAnswer.Rows(
                        List.of("a", "b"),
                        List.of(
                                Map.of("a", new Iri("urn:x"), "b", Literal.tagged("Netz", "de")),
                                Map.of(
                                        "a",
                                        new BlankNode("b2"),
                                        "b",
                                        Literal.typed("7", new Iri(Xsd.NAMESPACE + "integer"))),
                                Map.of("b", Literal.of("plain")))));
    }

    @Test
    void rows_without_an_order_are_sorted_as_they_are_here() {
        String body = rows(uri("a", "urn:z"), uri("b", "urn:m"), uri("a", "urn:c"));

        assertThat(((QueryAnswer.Rows) ask(SELECT, "application/json", body)).rows())
                .containsExactly(
                        Map.of("b", new Iri("urn:m")), Map.of("a", new Iri("urn:c")), Map.of("a", new Iri("urn:z")));
        assertThat(((QueryAnswer.Rows) ask(SELECT + " ORDER BY ?a", JSON, body)).rows())
                .containsExactly(
                        Map.of("a", new Iri("urn:z")), Map.of("b", new Iri("urn:m")), Map.of("a", new Iri("urn:c")));
    }

    @Test
    void an_ask_and_a_construct_are_answered() {
        assertThat(ask("ASK { ?a ?b ?c }", JSON, "{\"head\":{},\"boolean\":true}"))
                .isEqualTo(new QueryAnswer.Truth(true));
        try (LoopbackServer server =
                LoopbackServer.answering(200, "application/n-triples", "<urn:a> <urn:b> <urn:c> .\n")) {
            assertThat(ask(server, "CONSTRUCT WHERE { ?a ?b ?c }", GraphLimits.standard()))
                    .isEqualTo(new QueryAnswer.Triples(
                            List.of(new Statement(new Iri("urn:a"), new Iri("urn:b"), new Iri("urn:c")))));
            assertThat(server.requests().get(0).hasHeader("Accept: application/n-triples, text/turtle;q=0.9"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"boolean\":true}",
                "{\"results\":{}}",
                "{\"results\":[]}",
                "{\"results\":{\"bindings\":[7]}}",
                "{\"results\":{\"bindings\":[{\"a\":7}]}}",
                "{\"results\":{\"bindings\":[{\"a\":{\"type\":\"uri\"}}]}}",
                "{\"results\":{\"bindings\":[{\"a\":{\"type\":\"triple\",\"value\":\"x\"}}]}}",
                "{\"results\":{\"bindings\":[{\"a\":{\"type\":\"literal\",\"value\":\"x\",\"xml:lang\":\"en\\n> ;\"}}]}}",
                "{\"results\":{\"bindings\":[{\"a\":{\"type\":\"uri\",\"value\":\"x\"}},",
                "{\"results\":{\"bindings\":[]}} more",
                "{\"results\":{\"bindings\":[]},\"results\":{\"bindings\":[]}}",
            })
    void what_is_no_answer_is_none(String body) {
        Problem problem = problemOf(() -> ask(SELECT, JSON, body));

        assertThat(problem.code()).isEqualTo(ProblemCode.ENDPOINT_ANSWER);
        assertThat(problem.message()).contains("cannot be read");
    }

    @Test
    void nesting_of_an_answer_is_bounded() {
        String body = "{\"head\":" + "[".repeat(100_000);

        assertThat(problemOf(() -> ask(SELECT, JSON, body)).code()).isEqualTo(ProblemCode.ENDPOINT_ANSWER);
    }

    @Test
    void triples_that_cannot_be_read_are_no_answer() {
        assertThat(problemOf(() -> ask("DESCRIBE <urn:a>", "text/turtle", "what is this"))
                        .message())
                .endsWith("cannot be read: this is no N-Triples");
    }

    @ParameterizedTest
    @CsvSource({"text/html,SELECT", "application/sparql-results+xml,ASK", "text/html;charset=x,CONSTRUCT", "'',SELECT"})
    void a_page_is_no_answer(String type, String form) {
        Problem problem = problemOf(() -> ask(form + " WHERE { ?a ?b ?c }", type, "<html>true</html>"));

        assertThat(problem.code()).isEqualTo(ProblemCode.ENDPOINT_ANSWER);
        assertThat(problem.message()).contains("answers with").doesNotContain("<html>");
    }

    @Test
    void content_that_nobody_asked_to_pack_is_refused() {
        try (LoopbackServer server = new LoopbackServer(output -> output.write(
                LoopbackServer.answer(200, "Content-Type: " + JSON + "\r\nContent-Encoding: gzip\r\n", rows())))) {
            assertThat(problemOf(() -> ask(server, SELECT, GraphLimits.standard()))
                            .message())
                    .contains("packed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401,ACCESS_DENIED,refuses the login of server `graphs`",
        "403,ACCESS_DENIED,refuses the login of server `graphs`",
        "404,ENDPOINT_ANSWER,answers 404",
        "405,ENDPOINT_ANSWER,answers 405",
        "429,ENDPOINT_ANSWER,answers 429",
        "502,ENDPOINT_ANSWER,answers 502",
        "400,QUERY_FAILED,cannot answer the query (400)",
        "500,QUERY_FAILED,cannot answer the query (500)",
        "503,QUERY_FAILED,cannot answer the query (503)",
    })
    void every_refusal_has_its_code_and_never_the_password(int status, ProblemCode code, String words) {
        String echo = "no \u001b[31m" + LOGIN.password() + " " + LOGIN.header() + " here\nsecond line";
        try (LoopbackServer server = LoopbackServer.answering(status, "text/plain", echo)) {
            Problem problem = problemOf(() -> ask(server, SELECT, GraphLimits.standard(), LOGIN));

            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).contains(words, server.url());
            assertThat(problem.toString()).doesNotContain(LOGIN.password(), "YW5uOn", "\u001b", "second line");
        }
    }

    @Test
    void who_has_no_login_is_told_where_it_belongs() {
        try (LoopbackServer server = LoopbackServer.answering(401, "text/html", "<p>no")) {
            Problem problem = problemOf(() -> ask(server, SELECT, GraphLimits.standard()));

            assertThat(problem.message()).contains("wants a login (401)").doesNotContain("<p>");
            assertThat(problem.help().orElseThrow()).contains("under the id `graphs`", "-Dpacks.sparqlServer");
            assertThat(server.requests().get(0).head()).doesNotContainIgnoringCase("authorization");
        }
        try (LoopbackServer server = new LoopbackServer(
                output -> output.write(LoopbackServer.answer(401, "WWW-Authenticate: Digest realm=\"x\"\r\n", "")))) {
            assertThat(problemOf(() -> ask(server, SELECT, GraphLimits.standard(), LOGIN))
                            .message())
                    .contains("wants a login by `Digest`, and not by `Basic`");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void nothing_is_sent_on_to_another_place(int status) {
        try (LoopbackServer other = LoopbackServer.answering(200, JSON, rows());
                LoopbackServer server = new LoopbackServer(output -> output.write(LoopbackServer.answer(
                        status, "Location: http://eve:pw@127.0.0.1:" + other.port() + "/\r\n", "")))) {
            Problem problem = problemOf(() -> ask(server, SELECT, GraphLimits.standard(), LOGIN));

            assertThat(problem.code()).isEqualTo(ProblemCode.ENDPOINT_ANSWER);
            assertThat(problem.message()).contains("sends to `http://127.0.0.1:" + other.port() + "/`");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void an_answer_that_is_cut_off_is_no_answer() {
        try (LoopbackServer server = new LoopbackServer(output -> {
            byte[] all = LoopbackServer.answer(200, "Content-Type: " + JSON + "\r\n", rows(uri("a", "urn:x")));
            output.write(all, 0, all.length - 10);
        })) {
            Problem problem = problemOf(() -> ask(server, SELECT, GraphLimits.standard()));
            assertThat(problem.code()).isEqualTo(ProblemCode.ENDPOINT_UNREACHABLE);
            assertThat(problem.message()).contains("broke off the connection");
        }
        try (LoopbackServer server = new LoopbackServer(output -> {})) {
            assertThat(problemOf(() -> ask(server, SELECT, GraphLimits.standard()))
                            .code())
                    .isEqualTo(ProblemCode.ENDPOINT_UNREACHABLE);
        }
        try (LoopbackServer server = new LoopbackServer(
                output -> output.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(problemOf(() -> ask(server, SELECT, GraphLimits.standard()))
                            .code())
                    .isEqualTo(ProblemCode.ENDPOINT_UNREACHABLE);
        }
    }

    private static GraphLimits with(LimitName limit, long value) {
        return GraphLimits.standard().with(limit, value);
    }

    @Test
    void an_endpoint_that_stalls_is_waited_for_as_long_as_a_query_may_take() {
        GraphLimits second = with(LimitName.QUERY_SECONDS, 1);
        try (LoopbackServer silent = new LoopbackServer(output -> Thread.sleep(30_000));
                LoopbackServer half = new LoopbackServer(output -> {
                    output.write("HTTP/1.1 200 Said\r\nContent-Type: application/json\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
                    output.flush();
                    Thread.sleep(30_000);
                })) {
            for (LoopbackServer server : List.of(silent, half)) {
                long start = System.nanoTime();
                Problem problem = problemOf(() -> ask(server, SELECT, second));

                assertThat(problem.code()).isEqualTo(ProblemCode.QUERY_TIME);
                assertThat(problem.help().orElseThrow()).contains("-Dpacks.limits.querySeconds=2");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            }
            assertThat(problemOf(() -> endpoint(silent.url(), second).replace(new byte[0]))
                            .message())
                    .contains("longer than 1 seconds to take the graph");
        }
    }

    private static void endless(OutputStream output, String type, String part) throws java.io.IOException {
        output.write(("HTTP/1.1 200 Said\r\nContent-Type: " + type + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = part.repeat(1000).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            output.write(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({"application/json,SELECT", "application/n-triples,CONSTRUCT"})
    void an_answer_without_an_end_is_hung_up_on(String type, String form) {
        GraphLimits limits = with(LimitName.QUERY_MEMORY, 1_000_000);
        try (LoopbackServer server = new LoopbackServer(output -> endless(output, type, "<urn:a> "))) {
            Problem problem = problemOf(() -> ask(server, form + " WHERE { ?a ?b ?c }", limits));

            assertThat(problem.code()).isEqualTo(ProblemCode.QUERY_MEMORY);
        }
        try (LoopbackServer server = new LoopbackServer(output -> endless(output, "text/plain", "ok "))) {
            endpoint(server.url(), limits).replace(new byte[0]);
        }
    }

    @Test
    void rows_texts_and_memory_of_an_answer_are_bounded() {
        String body = rows(uri("a", "urn:one"), uri("a", "urn:two"), uri("a", "urn:three"));
        for (Map.Entry<LimitName, ProblemCode> limit : Map.of(
                        LimitName.QUERY_ROWS,
                        ProblemCode.QUERY_ROWS,
                        LimitName.QUERY_VALUE,
                        ProblemCode.QUERY_VALUE_TOO_LONG)
                .entrySet()) {
            try (LoopbackServer server = LoopbackServer.answering(200, JSON, body)) {
                assertThat(problemOf(() -> ask(server, SELECT, with(limit.getKey(), 2)))
                                .code())
                        .isEqualTo(limit.getValue());
            }
        }
        try (LoopbackServer server = LoopbackServer.answering(200, JSON, body)) {
            assertThat(problemOf(() -> ask(server, SELECT, with(LimitName.QUERY_MEMORY, body.length() + 100)))
                            .code())
                    .isEqualTo(ProblemCode.QUERY_MEMORY);
            assertThat(ask(server, SELECT, with(LimitName.QUERY_ROWS, 3))).isInstanceOf(QueryAnswer.Rows.class);
        }
    }

    @Test
    void nobody_there_is_said_with_a_way_out() {
        String url;
        try (LoopbackServer server = LoopbackServer.answering(200, JSON, rows())) {
            url = server.url();
        }
        Problem problem = problemOf(() -> endpoint(url, GraphLimits.standard()).isEmpty());

        assertThat(problem.code()).isEqualTo(ProblemCode.ENDPOINT_UNREACHABLE);
        assertThat(problem.message()).contains("cannot be reached");
        assertThat(problemOf(() -> endpoint("http://no-such-host.invalid/ds", GraphLimits.standard())
                                .isEmpty())
                        .code())
                .isEqualTo(ProblemCode.ENDPOINT_UNREACHABLE);
    }

    @Test
    void a_graph_is_replaced_by_one_put() {
        try (LoopbackServer server = LoopbackServer.answering(204, "text/plain", "")) {
            endpoint(server.url(), GraphLimits.standard(), LOGIN)
                    .replace("<urn:a> <urn:b> \"\u00e9\" .".getBytes(StandardCharsets.UTF_8));
            endpoint(server.url() + "?key=1", GraphLimits.standard()).replace(new byte[0]);
            new SparqlEndpoint(
                            Address.parse("packs.sparqlStore", server.url(), "default"),
                            access(Optional.empty()),
                            StandInEngine::new,
                            GraphLimits.standard())
                    .replace(new byte[0]);

            List<LoopbackServer.Request> requests = server.requests();
            assertThat(requests.get(0).head()).startsWith("PUT /ds?graph=https%3A%2F%2Fpacks.dev%2Fgraph HTTP/1.1\r\n");
            assertThat(requests.get(0).hasHeader("Content-Type: text/turtle")).isTrue();
            assertThat(requests.get(0).hasHeader("Authorization: " + LOGIN.header()))
                    .isTrue();
            assertThat(requests.get(0).body()).isEqualTo("<urn:a> <urn:b> \"\u00e9\" .");
            assertThat(requests.get(1).head()).startsWith("PUT /ds?key=1&graph=https%3A");
            assertThat(requests.get(2).head()).startsWith("PUT /ds?default HTTP");
        }
    }

    @ParameterizedTest
    @CsvSource({"404,-Dpacks.sparqlStore", "405,-Dpacks.sparqlStore", "403,some let a user ask and not write"})
    void a_graph_that_is_not_taken_says_what_to_do(int status, String help) {
        try (LoopbackServer server = LoopbackServer.answering(status, "text/plain", "")) {
            assertThat(problemOf(() -> endpoint(server.url(), GraphLimits.standard(), LOGIN)
                                    .replace(new byte[0]))
                            .help()
                            .orElseThrow())
                    .contains(help);
        }
        try (LoopbackServer server = LoopbackServer.answering(500, "text/plain", "disk full")) {
            assertThat(problemOf(() -> endpoint(server.url(), GraphLimits.standard())
                                    .replace(new byte[0]))
                            .message())
                    .contains("did not take the graph: it answers 500: disk full");
        }
    }

    @Test
    void a_proxy_is_used_and_has_a_login_of_its_own() {
        try (LoopbackServer proxy = LoopbackServer.answering(200, JSON, rows())) {
            new SparqlEndpoint(
                            Address.parse("packs.sparqlEndpoint", "http://graph.example.org/ds", "default"),
                            access(Optional.of(new Access.Proxy(
                                    "127.0.0.1", proxy.port(), Optional.of(new Login("pat", "proxy"))))),
                            StandInEngine::new,
                            GraphLimits.standard())
                    .query(QueryRequest.of(SELECT, Place.of("q.rq")));

            LoopbackServer.Request request = proxy.requests().get(0);
            assertThat(request.head()).startsWith("POST http://graph.example.org/ds HTTP/1.1");
            assertThat(request.hasHeader("Proxy-Authorization: Basic cGF0OnByb3h5"))
                    .isTrue();
            assertThat(request.body()).doesNotContain("default-graph-uri");
        }
        for (String scheme : List.of("http", "https")) {
            try (LoopbackServer proxy = LoopbackServer.answering(407, "text/plain", "")) {
                SparqlEndpoint behind = new SparqlEndpoint(
                        Address.parse("packs.sparqlEndpoint", scheme + "://graph.example.org/ds", "default"),
                        access(Optional.of(new Access.Proxy("127.0.0.1", proxy.port(), Optional.empty()))),
                        StandInEngine::new,
                        GraphLimits.standard());
                Problem problem = problemOf(behind::isEmpty);
                assertThat(problem.code()).isEqualTo(ProblemCode.ACCESS_DENIED);
                assertThat(problem.message()).contains("the proxy").contains("wants a login");
            }
        }
    }

    @Test
    void a_login_goes_over_lines_that_nobody_reads() {
        for (String open :
                List.of("http://graph.example.org/ds", "http://10.0.0.7/", "http://127.0.0.1.example.org/")) {
            assertThat(problemOf(() -> endpoint(open, GraphLimits.standard(), LOGIN))
                            .message())
                    .contains("the login of server `graphs`")
                    .doesNotContain(LOGIN.password());
            endpoint(open, GraphLimits.standard());
        }
        for (String safe : List.of(
                "https://graph.example.org/ds",
                "http://LOCALHOST:3030/ds",
                "http://127.1.2.3/",
                "http://[::1]:3030/ds")) {
            endpoint(safe, GraphLimits.standard(), LOGIN);
        }
        assertThat(problemOf(() -> new SparqlEndpoint(
                                Address.parse("packs.sparqlEndpoint", "http://localhost/ds", "default"),
                                access(Optional.of(new Access.Proxy("proxy.example.org", 80, Optional.empty())), LOGIN),
                                StandInEngine::new,
                                GraphLimits.standard()))
                        .message())
                .contains("where anybody on the way can read it");
        assertThat(LOGIN.toString()).doesNotContain("ann", LOGIN.password());
    }

    @ParameterizedTest
    @CsvSource({
        "https://ann:s3cret@example.org/ds,has a user in it",
        "https://ann@example.org/ds,has a user in it",
        "ftp://example.org/ds,is not of http or https",
        "example.org/ds,is not of http or https",
        "https:///ds,has no host",
        "https://exa mple.org/,is no address",
        "https://example.org/#x,has a fragment",
        "https://under_score/ds,has no host",
    })
    void an_address_that_is_none_is_refused(String url, String words) {
        Problem problem = problemOf(() -> Address.parse("packs.sparqlEndpoint", url, "default"));

        assertThat(problem.code()).isEqualTo(ProblemCode.PARAMETER_INVALID);
        assertThat(problem.message()).contains(words, "-Dpacks.sparqlEndpoint").doesNotContain("s3cret");
    }

    @Test
    void a_graph_is_an_absolute_iri() {
        for (String graph : List.of("", "mine", "urn:a b", "urn:a>", "urn:")) {
            assertThatThrownBy(() -> Address.parse("packs.sparqlEndpoint", "https://example.org/", graph))
                    .hasMessageContaining("is no absolute IRI");
        }
        assertThat(endpoint("https://example.org/ds", GraphLimits.standard()))
                .hasToString("the graph <https://packs.dev/graph> at `https://example.org/ds`");
    }
}
