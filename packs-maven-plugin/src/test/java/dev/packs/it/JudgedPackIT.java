package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author has a pack judged before others get it: is it sound, does it do what it should, how good is it, and what has its next version to be called. */
class JudgedPackIT {

    private static final String GROUP = "com.acme.judged";
    private static final String LANGUAGE = """

            [[variables]]
            name = "language"
            type = "string"
            options = ["de", "fr"]
            default = "de"
            description = "The language"
            example = "fr"

            [[variables]]
            name = "loud"
            type = "boolean"
            default = false
            description = "Whether it shouts"
            example = true

            [[templates]]
            name = "shout"
            source = "templates/greeting.md"
            output = "[(${language == 'fr' ? 'GREETING' : 'SHOUT'})].md"
            when = "${loud}"
            """;

    private static final String PREFIXES = """
            @prefix : <https://acme.example/shop#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            """;
    private static final String PRODUCTS =
            "SELECT ?product WHERE {\n  ?product a <https://acme.example/shop#Product>\n} ORDER BY ?product\n";
    private static final String GATE = """
            # MESSAGE: {?product} has no label
            SELECT ?product WHERE {
              ?product a <https://acme.example/shop#Product>
              FILTER NOT EXISTS { ?product <http://www.w3.org/2000/01/rdf-schema#label> ?label }
            }
            """;

    @TempDir
    private Path folder;

    private Path project = Path.of("");

    @Test
    void a_pack_is_judged_from_its_first_check_to_the_number_of_its_next_version() throws IOException {
        MavenRun.in(folder)
                .run(Harness.plugin() + ":init", "-Dname=greeter", "-Dvar.group_id=" + GROUP)
                .succeeds();
        project = folder.resolve("greeter");
        String manifest = Files.readString(project.resolve("src/main/pack/pack.toml"), StandardCharsets.UTF_8);
        write("src/main/pack/pack.toml", manifest + LANGUAGE);

        // Two outputs get one name, for one language and when it is loud: the document says where, beside the line.
        maven("packs:validate", "-q", "-Dpacks.format=sarif", "-Dpacks.outputFile=target/packs.sarif")
                .fails();
        JsonNode result = new ObjectMapper()
                .readTree(project.resolve("target/packs.sarif").toFile())
                .at("/runs/0/results/0");
        assertThat(result.path("ruleId").asText()).isEqualTo("PACKS-307");
        assertThat(result.at("/message/text").asText())
                .contains("`GREETING.md` would be written twice")
                .contains("where `language` is `fr` and `loud` is `true`");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/main/pack/pack.toml");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isGreaterThan(30);

        // Mended, the phase verify finds nothing any more.
        write("src/main/pack/pack.toml", manifest + LANGUAGE.replace("'GREETING'", "'CRI'"));
        replace("0.1.0-SNAPSHOT</version>\n    <packaging>", "1.0.0</version>\n    <packaging>");
        maven("install")
                .succeeds()
                .shows(
                        "as expected in 1 golden case",
                        "is valid: 2 templates",
                        "files: all 4 combinations, no two of one path");

        // One case leaves a way untaken; with another one accepted, which travels with the pack, it is good enough for
        // the build to go on.
        maven("packs:score", "-Dpacks.minScore=80")
                .fails()
                .shows(
                        "PACKS-342 the pack com.acme.judged:greeter:1.0.0 scores 38 of 100",
                        "tests: a golden case in which when ${loud} holds");
        write("src/main/pack/cases/loud/answers.toml", "project_name = \"hello\"\nloud = true\n");
        maven("packs:test", "-Dpacks.accept").succeeds().shows("+ SHOUT.md");
        maven("packs:score", "-Dpacks.minScore=50")
                .succeeds()
                .shows(
                        "com.acme.judged:greeter:1.0.0 scores 50 of 100",
                        "tests          30 of 30",
                        "2 golden cases as expected (6 points): good-morning, loud",
                        "2 of 2 branches");

        // Without French the next version breaks those who speak it, and its number has to say so.
        write(
                "src/main/pack/pack.toml",
                manifest
                        + LANGUAGE.replace("'GREETING'", "'CRI'")
                                .replace(", \"fr\"]", "]")
                                .replace("example = \"fr\"\n", ""));
        replace("1.0.0</version>\n    <packaging>", "1.1.0</version>\n    <packaging>");
        maven("packs:diff", "-Dpack=com.acme.judged:greeter@1.0.0", "-Dpacks.failOnBreak")
                .fails()
                .shows(
                        "PACKS-343 what changed is major, and from 1.0.0 to 1.1.0 does not say so: it has to be 2.0.0",
                        "the variable `language` has no option `fr` any more");
        maven("install", "-DskipTests").succeeds();
        MavenRun.in(folder)
                .run("packs:diff", "-Dpack=com.acme.judged:greeter@1.0.0,com.acme.judged:greeter@1.1.0")
                .succeeds()
                .shows("com.acme.judged:greeter:1.0.0 -> 1.1.0", "major: the variable `language` has no option");
    }

    @Test
    void what_a_pack_knows_and_asks_is_judged_by_the_engine_that_will_ask_it() throws IOException {
        project = folder;
        TestPack shop = shop("1.0.0");

        // A gate that cannot be asked is told with its place.
        unpack("shop", shop.file("gates/labelled.rq", "ASK { ?s ?p ?o }"));
        maven("packs:validate", "-Dpack=file:shop")
                .fails()
                .shows("PACKS-501 shop!/gates/labelled.rq: the query has no rows");

        // At once: a query that cannot be read, and the pack's own graph, which breaks its shape and its gate.
        unpack(
                "shop",
                shop.file("queries/products.rq", PRODUCTS.replace("}", ""))
                        .file("graph/shop.ttl", products(0).replace("rdfs:label \"Jug\" ; ", "")));
        maven("packs:validate", "-Dpack=file:shop")
                .fails()
                .shows("PACKS-501 shop!/queries/products.rq:3:")
                .shows(
                        "PACKS-507 shop!/graph/shop.ttl:4: `<https://acme.example/shop#Tea>` breaks a shape: a price is at least 1",
                        "value `\"0\"^^<http://www.w3.org/2001/XMLSchema#integer>`, shape in `shop!/shapes/prices.ttl`")
                .shows("PACKS-507 shop!/gates/labelled.rq: <https://acme.example/shop#Jug> has no label");

        // Mended, what is in it counts; an example whose graph breaks the shape does not.
        unpack("shop", shop);
        maven("packs:validate", "packs:score", "-Dpack=file:shop")
                .succeeds()
                .shows(
                        "com.acme.judged:shop:1.0.0 is valid: 1 template",
                        "queries         6 of 15",
                        "`dearest` answers with 1 row",
                        "`products` answers with 2 rows",
                        "next: one more query under [sparql_queries] that answers",
                        "examples        3 of 15",
                        "not counted: `examples/free.toml`: `<https://acme.example/shop#Salt>` breaks a shape: a price is at least 1",
                        "`examples/stall.toml` generates 3 files",
                        "ontology        1 of 20",
                        "12 triples in 2 files of graph/ and shapes/");

        // The next version asks less, and another gate may refuse what was taken.
        TestPack next = shop("1.1.0");
        unpack(
                "next",
                next.withManifest(next.manifest().replace("dearest = \"queries/dearest.rq\"\n", ""))
                        .file("queries/products.rq", PRODUCTS.replace("ORDER BY", "ORDER BY DESC(?product)\n#"))
                        .file("gates/labelled.rq", GATE.replace("#label", "#comment")));
        maven("packs:diff", "-Dpack=file:shop,file:next", "-Dpacks.failOnBreak")
                .fails()
                .shows("com.acme.judged:shop:1.0.0 -> 1.1.0")
                .shows("major: the query `dearest` is gone")
                .shows("major: `gates/labelled.rq` is another one, and may refuse what was taken")
                .shows("minor: the query `products` asks otherwise")
                .shows("PACKS-343 what changed is major, and from 1.0.0 to 1.1.0 does not say so: it has to be 2.0.0");
    }

    /** A pack that writes one page for each product of its graph and of the project's. */
    private static TestPack shop(String version) {
        return TestPack.of(GROUP, "shop", version)
                .with("[sparql_queries]\nproducts = \"queries/products.rq\"\ndearest = \"queries/dearest.rq\"")
                .with("[[templates]]\nname = \"page\"\nsource = \"templates/page.md\"\n"
                        + "output = \"[(${row.product.local})].md\"\nfor_each = \"row : query(products)\"")
                .file("templates/page.md", "# [(${row.product.label})]\n")
                .file("queries/products.rq", PRODUCTS)
                .file(
                        "queries/dearest.rq",
                        "SELECT ?product WHERE { ?product <https://acme.example/shop#price> ?price }"
                                + " ORDER BY DESC(?price) LIMIT 1")
                .file("gates/labelled.rq", GATE)
                .file("shapes/prices.ttl", PREFIXES + """
                        :Prices a sh:NodeShape ; sh:targetClass :Product ;
                            sh:property [ sh:path :price ; sh:minInclusive 1 ; sh:message "a price is at least 1" ] .
                        """)
                .file("graph/shop.ttl", products(3))
                .file("examples/stall.toml", "")
                .file("examples/stall.ttl", PREFIXES + ":Salt a :Product ; rdfs:label \"Salt\" ; :price 2 .\n")
                .file("examples/free.toml", "")
                .file("examples/free.ttl", PREFIXES + ":Salt a :Product ; rdfs:label \"Salt\" ; :price 0 .\n");
    }

    private static String products(int price) {
        return PREFIXES + ":Tea a :Product ; rdfs:label \"Tea\" ; :price " + price + " .\n"
                + ":Jug a :Product ; rdfs:label \"Jug\" ; :price 12 .\n";
    }

    private void unpack(String name, TestPack pack) throws IOException {
        write(name + "/pack.toml", pack.manifest());
        for (Map.Entry<String, byte[]> file : pack.files().entrySet()) {
            write(name + "/" + file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void an_embedded_pack_is_judged_too() {
        MavenRun.in(folder)
                .run("packs:validate", "-Dpack=web-api-starter")
                .succeeds()
                .shows(
                        "dev.packs.starters:web-api-starter:1.0.0 is valid",
                        "needs: 1 other pack and 1 package, all found",
                        "files: all 144 combinations (16 of what decides about files)")
                .doesNotShow("WARNING");
        MavenRun.in(folder)
                .run("packs:score", "-Dpack=web-api-starter")
                .succeeds()
                .shows(
                        "dev.packs.starters:web-api-starter:1.0.0 scores 68 of 100",
                        "3 golden cases as expected (6 points): h2, mysql, postgres",
                        "`find_related_packages` answers with ");
    }

    private void replace(String from, String to) throws IOException {
        String pom = Files.readString(project.resolve("pom.xml"), StandardCharsets.UTF_8);
        assertThat(pom).contains(from);
        write("pom.xml", pom.replace(from, to));
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }

    private MavenResult maven(String... arguments) {
        return MavenRun.in(project).run(arguments);
    }
}
