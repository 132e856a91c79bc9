package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.description.PackIris;
import dev.packs.description.ShippedQuery;
import dev.packs.endpoint.Access;
import dev.packs.endpoint.Address;
import dev.packs.endpoint.Login;
import dev.packs.endpoint.SparqlEndpoint;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.pack.PackName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes what packs say of themselves to Apache Jena Fuseki, and asks it there. */
class EndpointIT {

    private static final String GRAPH = "https://packs.dev/graph";
    private static final GraphEngine ENGINE =
            ServiceLoader.load(GraphEngine.class).findFirst().orElseThrow();

    @TempDir
    private Path folder;

    private Fuseki fuseki;

    @BeforeEach
    void start() {
        fuseki = new Fuseki(folder);
    }

    @AfterEach
    void stop() {
        fuseki.close();
    }

    /** Not offline, even where the build is: the one server that is asked is on this machine. */
    private MavenRun maven() {
        return MavenRun.in(folder.resolve("work")).onlyRepository("nobody", "http://127.0.0.1:1/");
    }

    private MavenRun maven(String server, String password) {
        return maven().server(server, Fuseki.USER, password);
    }

    private String endpoint() {
        return "-Dpacks.sparqlEndpoint=http://localhost:3030/packs"
                .replace("http://localhost:3030/packs", fuseki.url());
    }

    private String document(String... arguments) throws IOException {
        Path file = folder.resolve("document");
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "-Dpacks.outputFile=" + file;
        maven("127.0.0.1", Fuseki.PASSWORD).run(all).succeeds();
        return Files.readString(file);
    }

    @Test
    void what_is_exported_is_what_is_asked() throws IOException {
        fuseki.add("urn:of-others", "<urn:a> <urn:b> <urn:c> .");
        maven("127.0.0.1", Fuseki.PASSWORD)
                .run("packs:export", endpoint())
                .succeeds()
                .shows("Wrote " + exported().lines().count() + " triples of 12 packs to the graph <" + GRAPH + "> at `"
                        + fuseki.url() + "`")
                .doesNotShow(Fuseki.PASSWORD);
        assertThat(fuseki.size(GRAPH)).isEqualTo(exported().lines().count());

        assertThat(document(
                        "packs:sparql",
                        endpoint(),
                        "-Dquery=find_dependents",
                        "-Dpack=base-java",
                        "-Dpacks.format=csv"))
                .startsWith("name,version,constraint,optional\r\ndev.packs.starters:cli-app,");
        maven("127.0.0.1", Fuseki.PASSWORD)
                .run("packs:sparql", endpoint(), "-Dpack=web-api-starter", "-Dquery=find_related_packages")
                .succeeds()
                .shows("package  org.webjars.npm:normalize.css                8.0.1");
        String ask = "-Dquery.text=ASK { ?pack <https://packs.dev/ns#tag> ?tag }";
        assertThat(document("packs:sparql", endpoint(), ask, "-Dquery.tag=rest", "-Dpacks.format=srj"))
                .contains("\"boolean\" : true");
        maven("127.0.0.1", Fuseki.PASSWORD)
                .run("packs:sparql", endpoint(), ask, "-Dquery.tag=x\" } UNION { ?a ?b ?c . \"", "-Dpacks.ask=fail")
                .fails()
                .shows("PACKS-509");
        String construct =
                "-Dquery.text=CONSTRUCT { ?s <urn:tagged> ?tag } WHERE { ?s <https://packs.dev/ns#tag> ?tag }";
        assertThat(document("packs:sparql", endpoint(), construct, "-Dpacks.format=turtle"))
                .isEqualTo(document("packs:sparql", construct, "-Dpacks.format=turtle"))
                .contains("<urn:tagged> \"graphql\"", "\"rest\"");

        asksThereAsHere();

        long all = fuseki.size(GRAPH);
        maven("127.0.0.1", Fuseki.PASSWORD)
                .run("packs:export", endpoint(), "-Dpack=base-java", "-Dpacks.format=json")
                .succeeds()
                .shows("\"endpoint\" : \"the graph <" + GRAPH + "> at");
        assertThat(fuseki.size(GRAPH)).isPositive().isLessThan(all);
        assertThat(fuseki.size("urn:of-others")).isEqualTo(1);
    }

    /** What the goal writes down here. */
    private String exported() throws IOException {
        Path file = folder.resolve("packs.nt");
        if (!Files.exists(file)) {
            maven().run("packs:export", "-Dpacks.output=" + file).succeeds();
        }
        return Files.readString(file);
    }

    private SparqlEndpoint remote(String graph) {
        return new SparqlEndpoint(
                Address.parse("packs.sparqlEndpoint", fuseki.url(), graph),
                new Access(
                        "fuseki",
                        Optional.of(new Login(Fuseki.USER, Fuseki.PASSWORD)),
                        Optional.empty(),
                        Duration.ofSeconds(20)),
                () -> ENGINE,
                GraphLimits.standard());
    }

    private static QueryRequest request(String text, Map<String, Term> bindings) {
        return new QueryRequest(
                text, Place.of("q.rq"), bindings, GraphLimits.standard().query());
    }

    private void asksThereAsHere() throws IOException {
        Iri base = PackIris.of(new PackName("dev.packs.starters", "base-java"));
        Map<ShippedQuery, Map<String, Term>> questions = new TreeMap<>(Map.of(
                ShippedQuery.FIND_RELATED_PACKS, Map.of("pack", base),
                ShippedQuery.FIND_PACKS_BY_CATEGORY, Map.of("category", Literal.of("web"), "min_score", Literal.of(0)),
                ShippedQuery.FIND_DEPENDENTS, Map.of("pack", base),
                ShippedQuery.FIND_SHARED_PACKAGES, Map.of(),
                ShippedQuery.FIND_INCOMPATIBLE_CONSTRAINTS, Map.of()));
        GraphSource exported =
                GraphSource.trusted("packs.nt", GraphSyntax.NTRIPLES, exported().getBytes(StandardCharsets.UTF_8));
        try (Graph here = ENGINE.open(GraphContent.ofSources(List.of(exported)), GraphLimits.standard())) {
            SparqlEndpoint there = remote(GRAPH);
            questions.forEach((query, values) -> assertThat(there.query(request(query.text(), values)))
                    .as(query.key())
                    .isEqualTo(here.query(request(query.text(), values))));
        }
    }

    @Test
    void values_are_bound_there_wherever_the_variable_stands() {
        fuseki.add("urn:people", """
                <urn:ann> <urn:name> "Ann" ; <urn:knows> <urn:bob>, <urn:cy> .
                <urn:bob> <urn:name> "Bob" ; <urn:knows> <urn:cy> .
                <urn:cy> <urn:name> "Cy" .
                """);
        fuseki.add("urn:secret", "<urn:ann> <urn:name> \"hidden\" .");

        holds("{ ?who <urn:name> ?n }", "Ann");
        holds("{ ?a <urn:name> ?n FILTER(?a IN (?who, <urn:cy>)) }", "Ann", "Cy");
        holds(
                "{ { ?who <urn:name> ?n } UNION { ?a <urn:name> ?n FILTER(?a = ?who) } UNION { <urn:cy> <urn:name> ?n } }",
                "Ann",
                "Ann",
                "Cy");
        holds("{ VALUES ?who { <urn:ann> <urn:bob> } ?who <urn:name> ?n }", "Ann");
        holds("{ ?a <urn:name> ?n FILTER NOT EXISTS { ?who <urn:knows> ?a } }", "Ann");
        holds("{ ?a <urn:name> ?n MINUS { ?who <urn:knows> ?a } }", "Ann");
        holds(
                "{ ?a <urn:name> ?n OPTIONAL { ?a <urn:knows> ?b FILTER(?b = ?who) } FILTER(!BOUND(?b)) }",
                "Ann",
                "Bob",
                "Cy");
        holds("{ ?a <urn:name> ?n { SELECT ?a { ?who <urn:knows> ?a } } }", "Bob", "Cy");
        holds("{ SELECT ?n { ?who <urn:knows>/<urn:name> ?n } }", "Bob", "Cy");
        holds("{ ?a <urn:name> ?n ; <urn:knows> ?b } GROUP BY ?n ?a HAVING(COUNT(?b) > 1 && ?a = ?who)", "Ann");
        holds("{ GRAPH ?g { ?who <urn:name> ?n } }");
        holds("{ GRAPH <urn:secret> { ?who <urn:name> ?n } }");
        SparqlEndpoint people = remote("urn:people");
        assertThat(people.query(
                        request("CONSTRUCT { ?who <urn:is> ?n } WHERE { ?a <urn:name> ?n FILTER(?a = ?who) }", who())))
                .isEqualTo(new QueryAnswer.Triples(
                        List.of(new Statement(new Iri("urn:ann"), new Iri("urn:is"), Literal.of("Ann")))));
        assertThat(((QueryAnswer.Triples) people.query(request("DESCRIBE ?who", who()))).statements())
                .hasSize(3);
        assertThat(((QueryAnswer.Triples) people.query(request("CONSTRUCT WHERE { ?who <urn:knows> ?b }", who())))
                        .statements())
                .hasSize(2);
        for (String hostile : List.of("\\u0022 } ASK {", "x\\\" } #", "\"\"\"'''\\", "a\nb\r\tc\u0001 \uD83D\uDE00")) {
            assertThat(people.query(request(
                            "SELECT ?x { <urn:ann> <urn:name> ?n FILTER(?x != ?n) }",
                            Map.of("x", Literal.of(hostile)))))
                    .isEqualTo(new QueryAnswer.Rows(List.of("x"), List.of(Map.of("x", Literal.of(hostile)))));
        }
    }

    private static Map<String, Term> who() {
        return Map.of("who", new Iri("urn:ann"));
    }

    private void holds(String pattern, String... names) {
        QueryAnswer.Rows rows = (QueryAnswer.Rows) remote("urn:people").query(request("SELECT ?n " + pattern, who()));
        assertThat(rows.rows().stream().map(row -> row.get("n") instanceof Literal name ? name.lexical() : ""))
                .as(pattern)
                .containsExactly(names);
    }

    @Test
    void who_may_not_write_changes_nothing() {
        fuseki.add(GRAPH, "<urn:a> <urn:b> <urn:c> .");

        maven("graphs", "a-wrong-password")
                .run("packs:export", endpoint(), "-Dpack=base-java", "-Dpacks.sparqlServer=graphs")
                .fails()
                .shows("PACKS-210", "refuses the login of server `graphs` (401)")
                .doesNotShow("a-wrong-password", "YS13cm9uZy1wYXNzd29yZ");
        maven().run("packs:sparql", endpoint(), "-Dquery=find_shared_packages")
                .fails()
                .shows("PACKS-210", "wants a login (401)", "under the id `127.0.0.1`");
        maven().run("packs:sparql", endpoint(), "-Dquery=find_shared_packages", "-Dpacks.sparqlServer=nobody")
                .fails()
                .shows("PACKS-117", "your settings have no server `nobody`");
        maven("127.0.0.1", Fuseki.PASSWORD)
                .offline()
                .run("packs:export", endpoint(), "-Dpack=base-java")
                .fails()
                .shows("PACKS-203", "Maven is offline");
        maven().run("packs:export", "-Dpacks.sparqlEndpoint=http://ann:in-the-address@127.0.0.1/")
                .fails()
                .shows("PACKS-117", "has a user in it")
                .doesNotShow("in-the-address");
        assertThat(fuseki.size(GRAPH)).isEqualTo(1);
    }

    @Test
    void an_empty_graph_is_told_from_an_empty_answer_and_a_query_with_a_name_fails_softly() {
        maven("127.0.0.1", Fuseki.PASSWORD)
                .run("packs:sparql", endpoint(), "-Dquery=find_shared_packages", "-Dpacks.sparqlGraph=urn:none")
                .succeeds()
                .shows("PACKS-213", "there is not a single triple in the graph <urn:none>", "no rows");
        fuseki.add(GRAPH, "<urn:a> <urn:b> <urn:c>, <urn:d> .");
        maven("127.0.0.1", Fuseki.PASSWORD)
                .run("packs:sparql", endpoint(), "-Dquery.text=SELECT * { ?s ?p ?o }", "-Dpacks.limits.queryRows=1")
                .fails()
                .shows("PACKS-523", "-Dpacks.limits.queryRows=2");
        maven("127.0.0.1", Fuseki.PASSWORD)
                .run(
                        "packs:sparql",
                        endpoint(),
                        "-Dquery=find_dependents",
                        "-Dpack=base-java",
                        "-Dpacks.limits.queryBytes=10")
                .succeeds()
                .shows("PACKS-520", "no rows");
        fuseki.close();
        maven("127.0.0.1", Fuseki.PASSWORD)
                .run("packs:sparql", endpoint(), "-Dquery=find_shared_packages")
                .fails()
                .shows("PACKS-211", "cannot be reached");
    }

    @Test
    void a_password_may_be_encrypted() throws IOException {
        Path security = folder.resolve("settings-security.xml");
        String option = "-Dsettings.security=" + security;
        Files.writeString(
                security,
                "<settingsSecurity><master>" + encrypted("--encrypt-master-password", "a-master", option)
                        + "</master></settingsSecurity>");
        String password = encrypted("--encrypt-password", Fuseki.PASSWORD, option);

        maven("127.0.0.1", password)
                .run("packs:sparql", endpoint(), "-Dquery.text=ASK { }", option)
                .succeeds()
                .shows("true");
        maven("127.0.0.1", password)
                .run(
                        "packs:sparql",
                        endpoint(),
                        "-Dquery.text=ASK { }",
                        "-Dsettings.security=" + folder.resolve("none"))
                .fails()
                .shows("PACKS-210", "cannot decrypt the password of the server `127.0.0.1`")
                .doesNotShow(password);
    }

    private String encrypted(String how, String text, String option) {
        Matcher printed = Pattern.compile("\\{[^}]+\\}")
                .matcher(maven().run(how, text, option).succeeds().output());
        assertThat(printed.find()).isTrue();
        return printed.group();
    }

    @Test
    void who_names_no_endpoint_pays_for_none() throws IOException {
        Path log = folder.resolve("classes");
        maven().jvmOption("-Xlog:class+load:file=" + log)
                .run("packs:sparql", "-Dquery=find_shared_packages")
                .succeeds();

        assertThat(Files.readString(log, StandardCharsets.UTF_8))
                .contains("dev.packs.graph.rdf4j.")
                .doesNotContain("dev.packs.endpoint.", "java.net.http.");
    }
}
