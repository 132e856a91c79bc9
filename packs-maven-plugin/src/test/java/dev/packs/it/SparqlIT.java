package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks, as {@code docs/sparql.md} does, what packs say of themselves. */
class SparqlIT {

    @TempDir
    private Path folder;

    private Path work() {
        return folder.resolve("work");
    }

    private MavenResult maven(String... arguments) {
        return MavenRun.in(work()).run(arguments);
    }

    private String document(String... arguments) throws IOException {
        Path file = folder.resolve("document");
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "-Dpacks.outputFile=" + file;
        maven(all).succeeds();
        return Files.readString(file);
    }

    @Test
    void the_five_queries_answer_over_the_embedded_packs() throws IOException {
        maven("packs:sparql", "-Dquery=find_related_packs", "-Dpack=base-java")
                .succeeds()
                .shows("related", "dev.packs.starters:web-api-starter ", "needs it");
        maven("packs:sparql", "-Dquery=find_packs_by_category", "-Dquery.category=web")
                .succeeds()
                .shows("dev.packs.starters:enterprise-stack", "dev.packs.starters:web-api-starter", "2 rows")
                .doesNotShow("cli-app");
        assertThat(document("packs:sparql", "-Dquery=find_dependents", "-Dpack=base-java", "-Dpacks.format=csv"))
                .startsWith("name,version,constraint,optional\r\ndev.packs.starters:cli-app,");
        maven(
                        "packs:sparql",
                        "-Dquery=find_shared_packages",
                        "-Dpacks.over=available",
                        "-Dpacks.limits.queryRows=500000")
                .succeeds();
        maven("packs:sparql", "-Dquery=find_incompatible_constraints", "-Dpack=web-api-starter,cli-app")
                .succeeds()
                .shows("no rows");
    }

    @Test
    void a_pack_answers_its_own_query_and_says_what_it_is_related_to() {
        maven("packs:sparql", "-Dpack=web-api-starter", "-Dquery=find_related_packages")
                .succeeds()
                .shows("package  org.webjars.npm:normalize.css  8.0.1");
        maven("packs:show", "-Dpack=web-api-starter,cli-app", "-Dpacks.related")
                .succeeds()
                .shows("Related", "is needed by it", "Together: they get along");
    }

    @Test
    void values_are_bound_and_an_answer_can_stop_the_build() throws IOException {
        String ask = "-Dquery.text=ASK { ?pack <https://packs.dev/ns#tag> ?tag }";
        maven("packs:sparql", ask, "-Dquery.tag=rest", "-Dpacks.ask=fail")
                .succeeds()
                .shows("true");
        maven("packs:sparql", ask, "-Dquery.tag=x } ?a ?b ?c", "-Dpacks.ask=fail")
                .fails()
                .shows("PACKS-509");
        Files.writeString(work().resolve("tags.rq"), "SELECT DISTINCT ?tag { ?p <https://packs.dev/ns#tag> ?tag }");
        maven("packs:sparql", "-Dquery.file=tags.rq", "-Dpacks.format=json", "-Dpacks.outputFile=tags.json")
                .succeeds();
        assertThat(work().resolve("tags.json")).content().contains("\"bindings\"", "\"value\" : \"rest\"");
    }

    @Test
    void a_free_query_that_is_wrong_fails_with_its_place_and_a_limit_says_how_to_raise_it() throws IOException {
        Files.createDirectories(work());
        Files.writeString(work().resolve("wrong.rq"), "SELECT *\nWHERE { ?s ?p }");
        maven("packs:sparql", "-Dquery.file=wrong.rq")
                .fails()
                .shows("PACKS-501", "wrong.rq:2:15: this is no SPARQL query");
        maven("packs:sparql", "-Dquery.text=SELECT * { ?s ?p ?o }", "-Dpacks.limits.queryRows=3")
                .fails()
                .shows("PACKS-523", "-Dpacks.limits.queryRows=6");
        maven("packs:sparql", "-Dquery.text=SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
                .fails()
                .shows("PACKS-502");
        maven("packs:sparql", "-Dpack=base-java", "-Dquery=find_dependents", "-Dpacks.limits.queryBytes=10")
                .succeeds()
                .shows("PACKS-520", "no rows");
    }

    @Test
    void two_exports_are_equal_in_every_syntax() throws IOException {
        assertThat(document("packs:export", "-Dpack=web-api-starter"))
                .contains("packs:PackVersion", "\"rest\"")
                .isEqualTo(document("packs:export", "-Dpack=web-api-starter", "-Dpacks.format=turtle"));
        for (String format : new String[] {"ntriples", "jsonld", "rdfxml"}) {
            String first = document("packs:export", "-Dpacks.format=" + format);
            assertThat(document("packs:export", "-Dpacks.format=" + format)).isEqualTo(first);
        }
        maven("packs:export", "-Dpacks.output=packs.nt").succeeds().shows("triples of 12 packs to");
        assertThat(work().resolve("packs.nt")).content().isEqualTo(document("packs:export", "-Dpacks.format=ntriples"));
    }

    @Test
    void installed_packs_are_asked_with_the_triples_that_they_ship() {
        Path market = folder.resolve("market");
        new PackRepositoryBuilder(market)
                .add(TestPack.of("com.acme.asked", "starter", "1.0.0")
                        .file("graph/own.ttl", "<urn:own> <urn:says> \"hello\" .")
                        .file("queries/own.rq", "CONSTRUCT WHERE { ?s <urn:says> ?what }")
                        .with("[sparql_queries]\nown = \"queries/own.rq\""));
        String url = market.toUri().toString();
        MavenRun.in(work())
                .repository("market", url)
                .run("packs:install", "-Dpack=com.acme.asked:starter")
                .succeeds();
        MavenRun.in(work())
                .repository("market", url)
                .run("packs:sparql", "-Dpack=com.acme.asked:starter", "-Dquery=own", "-Dpacks.over=installed")
                .succeeds()
                .shows("<urn:own> <urn:says> \"hello\"");
    }
}
