package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published ontologies, out of jars that carry them, become code that compiles without a warning and reads back what it wrote. */
class OntologyModelIT {

    private static final String PREFIXES = """
            @prefix om: <https://packs.dev/starters/ontology-model#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    @TempDir
    private Path folder;

    @Test
    void published_ontologies_become_code_that_compiles_and_reads_what_it_wrote() throws IOException {
        write("pom.xml", parent());
        module("foaf", "org.apache.clerezza", "rdf.ontologies", "1.0.0", "org/apache/clerezza/rdf/ontologies/foaf.rdf");
        module(
                "skos",
                "org.apache.clerezza",
                "rdf.ontologies",
                "1.0.0",
                "org/apache/clerezza/rdf/ontologies/skos08.rdf");
        module("prov", "org.apache.taverna.language", "taverna-robundle", "0.15.1-incubating", "ontologies/prov-o.rdf");
        module("spdx", "org.spdx", "spdx-v3jsonld-store", "1.0.5", "resources/spdx-model-v3.0.1.jsonld");
        maven("initialize").succeeds();
        Files.createDirectories(folder.resolve("prov/ontology"));
        // It has a document type, which no graph may have.
        withoutDocumentType(
                folder.resolve("prov/target/unpacked/ontologies/prov-o.rdf"),
                folder.resolve("prov/ontology/prov-o.rdf"));
        write("foaf/ontology/namespaces.ttl", PREFIXES + "<http://xmlns.com/foaf/0.1/> a om:Namespace .\n");
        write("skos/ontology/labels.ttl", PREFIXES + """
                @prefix skos: <http://www.w3.org/2008/05/skos#> .
                skos:prefLabel rdfs:domain skos:Concept ; rdfs:range xsd:string .
                """);
        roundTrip("foaf", "Agent", "Person", """
                {"@type":"Person","id":"https://acme.example/ada","familyName":["Lovelace"],"knows":[{"@type":"Person","firstName":["Charles"]}]}""");
        roundTrip("skos", "Concept", "Concept", """
                {"prefLabel":["bread"],"broader":[{"id":"https://acme.example/food"}]}""");
        roundTrip("prov", "Agent", "SoftwareAgent", """
                {"@type":"SoftwareAgent","actedOnBehalfOf":[{"@type":"Agent","id":"https://acme.example/ada"}]}""");
        roundTrip("spdx", "Element", "Person", """
                {"@type":"Person","name":"Ada","creationInfo":{"created":"2026-01-01T00:00:00Z"}}""");

        maven("test").succeeds().shows("Tests run: 1, Failures: 0");

        assertThat(types("foaf")).contains("Agent.java", "Person.java").doesNotContain("SpatialThing.java");
        assertThat(types("prov")).hasSizeGreaterThanOrEqualTo(30).contains("Activity.java", "Entity.java");
        assertThat(types("skos")).contains("Concept.java", "ConceptScheme.java", "OrderedCollection.java");
        assertThat(types("spdx")).hasSizeGreaterThan(80).contains("SpdxDocument.java", "Relationship.java");
        assertThat(folder.resolve("prov/target/generated-sources/packs/model/docs/ontology.md"))
                .content()
                .contains("    Agent <|-- SoftwareAgent\n", "## Activity\n");

        // Nothing changed.
        maven("generate-sources").succeeds().doesNotShow("created", "rendered");
    }

    @Test
    void names_loops_enumerations_and_hostile_texts_become_code_that_compiles() {
        write("pom.xml", parent());
        module("odd", "org.apache.clerezza", "rdf.ontologies", "1.0.0", "none");
        write("odd/ontology/odd.ttl", PREFIXES + """
                @prefix : <https://acme.example/x#> .
                @prefix other: <https://acme.example/y#> .
                :Party a owl:Class .
                :Customer a owl:Class ; rdfs:subClassOf :Party ;
                    rdfs:label "*/ } \\" <script>alert(1)</script> | ` \\\\u002a/ \\n @deprecated {@link x} ]] [(${x})]" ;
                    rdfs:comment "evil */ class \\\\u000a X {} \\" \\\\ \\n| <b> `x` ```\\n# h" ;
                    rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :price ; owl:cardinality 1 ] .
                other:Customer a owl:Class ; rdfs:comment "another" . :customer a owl:Class . :class a owl:Class .
                :List a rdfs:Class . :String a owl:Class . :1st a owl:Class . :Instance a owl:Class ; rdfs:subClassOf :Party .
                :A a owl:Class ; rdfs:subClassOf :B . :B a owl:Class ; rdfs:subClassOf :A .
                :C a owl:Class ; owl:equivalentClass :B ; rdfs:subClassOf :C . :D a owl:Class ; rdfs:subClassOf :A .
                :Both a owl:Class ; owl:disjointUnionOf ( :List :String ) .
                :Color a owl:Class ; owl:oneOf ( :red :green other:red :class ) . :red rdfs:comment "*/ red" .
                :class_ a owl:DatatypeProperty ; rdfs:domain :Customer ; rdfs:range xsd:int .
                :id a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:domain :Party ; rdfs:range xsd:dateTime ; rdfs:label "a\\"|*/" .
                :hashCode a owl:DatatypeProperty ; rdfs:domain [ owl:unionOf ( :A :Instance ) ] ; rdfs:range xsd:decimal , xsd:int .
                :new a owl:ObjectProperty ; rdfs:domain :Party ; rdfs:range :Color .
                other:new a owl:ObjectProperty ; rdfs:domain :Party , :D ; rdfs:range [ owl:unionOf ( :A :B ) ] .
                :java a owl:ObjectProperty ; rdfs:domain :Party .
                :price a owl:DatatypeProperty ; rdfs:range [ a rdfs:Datatype ; owl:onDatatype xsd:decimal ] .
                """);
        roundTrip("odd", "Party", "Customer", """
                {"@type":"Customer","price":9.90,"new_":["GREEN","RED2"],"class_":[7]}""");

        maven("test").succeeds().shows("Tests run: 1, Failures: 0");

        assertThat(types("odd"))
                .contains(
                        "Customer.java", "Customer2.java", "Customer3.java", "List2.java", "String2.java", "_1st.java");
        assertThat(folder.resolve("odd/target/generated-sources/packs/model/docs/ontology.md"))
                .content()
                .contains("&#60;script&#62;", "evil &#42;/ class")
                .doesNotContain("<script");
    }

    @Test
    void what_the_pack_carries_holds_and_scores_what_the_page_says() throws IOException {
        Path document = folder.resolve("score.json");
        maven("-q", "packs:score", "-Dpack=ontology-model", "-Dpacks.format=json", "-Dpacks.outputFile=" + document)
                .succeeds();
        JsonNode pack = new ObjectMapper().readTree(document.toFile()).at("/result/packs/0");

        assertThat(pack.path("parts").findValuesAsText("points")).containsExactly("30", "20", "15", "15", "0");
        assertThat(Path.of("../docs/embedded-packs.md"))
                .content()
                .contains("| `ontology-model` | " + pack.path("score").asText() + " | 30 | 20 | 15 | 15 | 0 |\n");
        assertThat(pack.path("parts").findValues("evidence").toString())
                .contains("2 golden cases as expected (6 points): measurements, orders");
    }

    private List<String> types(String module) {
        Path sources =
                folder.resolve(module + "/target/generated-sources/packs/model/src/main/java/com/acme/" + module);
        try (Stream<Path> files = Files.list(sources)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutDocumentType(Path from, Path to) throws IOException {
        String text = Files.readString(from, StandardCharsets.UTF_8);
        int start = text.indexOf("<!DOCTYPE");
        int end = text.indexOf("]>", start) + 2;
        String whole = text.substring(0, start) + text.substring(end);
        Matcher entities = Pattern.compile("<!ENTITY (\\w+) \"([^\"]*)\"").matcher(text.substring(start, end));
        while (entities.find()) {
            whole = whole.replace("&" + entities.group(1) + ";", entities.group(2));
        }
        Files.writeString(to, whole, StandardCharsets.UTF_8);
    }

    private void module(String name, String group, String artifact, String version, String file) {
        boolean turned = name.equals("prov");
        write(name + "/pom.xml", """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <parent>
                        <groupId>com.acme.ontologies</groupId>
                        <artifactId>parent</artifactId>
                        <version>1</version>
                    </parent>
                    <artifactId>%1$s</artifactId>
                    <build>
                        <plugins>
                            <plugin>
                                <artifactId>maven-dependency-plugin</artifactId>
                                <executions>
                                    <execution>
                                        <phase>initialize</phase>
                                        <goals><goal>unpack</goal></goals>
                                        <configuration>
                                            <artifactItems>
                                                <artifactItem>
                                                    <groupId>%2$s</groupId>
                                                    <artifactId>%3$s</artifactId>
                                                    <version>%4$s</version>
                                                    <includes>%5$s</includes>
                                                </artifactItem>
                                            </artifactItems>
                                            <outputDirectory>${project.build.directory}/unpacked</outputDirectory>
                                        </configuration>
                                    </execution>
                                </executions>
                            </plugin>
                            <plugin>
                                <groupId>dev.packs</groupId>
                                <artifactId>packs-maven-plugin</artifactId>
                                <executions>
                                    <execution>
                                        <goals><goal>generate</goal></goals>
                                    </execution>
                                </executions>
                                <configuration>
                                    <packs>
                                        <pack>
                                            <id>model</id>
                                            <groupId>dev.packs.starters</groupId>
                                            <artifactId>ontology-model</artifactId>
                                            <version>1.0.0</version>
                                            <variables>
                                                <package>com.acme.%1$s</package>
                                                <jackson>true</jackson>
                                            </variables>
                                            <graphs>%6$s</graphs>
                                        </pack>
                                    </packs>
                                </configuration>
                            </plugin>
                        </plugins>
                    </build>
                </project>
                """.formatted(
                        name,
                        group,
                        artifact,
                        version,
                        file,
                        file.equals("none") || turned
                                ? "<graph>ontology/*." + (turned ? "rdf" : "ttl") + "</graph>"
                                : "<graph>target/unpacked/" + file + "</graph>"
                                        + (name.equals("spdx") ? "" : "<graph>ontology/*.ttl</graph>")));
        String parent = read("pom.xml");
        write("pom.xml", parent.replace("    </modules>", "        <module>" + name + "</module>\n    </modules>"));
    }

    /** A test of the module: the JSON is read as one type, is of another, and is the same after having been written and read again. */
    private void roundTrip(String module, String type, String kind, String json) {
        write(module + "/src/test/java/com/acme/" + module + "/RoundTripTest.java", """
                package com.acme.%1$s;

                import static org.junit.jupiter.api.Assertions.assertEquals;
                import static org.junit.jupiter.api.Assertions.assertInstanceOf;

                import com.fasterxml.jackson.databind.ObjectMapper;
                import org.junit.jupiter.api.Test;

                class RoundTripTest {

                    @Test
                    void what_was_written_is_read() throws Exception {
                        ObjectMapper json = new ObjectMapper().findAndRegisterModules();
                        %2$s first = json.readValue("%4$s", %2$s.class);
                        String written = json.writeValueAsString(first);

                        assertInstanceOf(%3$s.class, first);
                        assertEquals(first, json.readValue(written, %2$s.class));
                        assertEquals(json.readTree(written), json.readTree(json.writeValueAsString(json.readValue(written, %2$s.class))));
                    }
                }
                """.formatted(
                        module, type, kind, json.replace("\"", "\\\"")));
    }

    private static String parent() {
        return """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>com.acme.ontologies</groupId>
                    <artifactId>parent</artifactId>
                    <version>1</version>
                    <packaging>pom</packaging>
                    <modules>
                    </modules>
                    <properties>
                        <maven.compiler.release>17</maven.compiler.release>
                        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    </properties>
                    <dependencies>
                        <dependency>
                            <groupId>com.fasterxml.jackson.datatype</groupId>
                            <artifactId>jackson-datatype-jsr310</artifactId>
                            <version>2.21.7</version>
                        </dependency>
                        <dependency>
                            <groupId>org.junit.jupiter</groupId>
                            <artifactId>junit-jupiter</artifactId>
                            <version>6.1.3</version>
                            <scope>test</scope>
                        </dependency>
                    </dependencies>
                    <build>
                        <pluginManagement>
                            <plugins>
                                <plugin>
                                    <groupId>dev.packs</groupId>
                                    <artifactId>packs-maven-plugin</artifactId>
                                    <version>%s</version>
                                </plugin>
                                <plugin>
                                    <artifactId>maven-dependency-plugin</artifactId>
                                    <version>3.11.0</version>
                                </plugin>
                                <plugin>
                                    <artifactId>maven-resources-plugin</artifactId>
                                    <version>3.5.0</version>
                                </plugin>
                                <plugin>
                                    <artifactId>maven-compiler-plugin</artifactId>
                                    <version>3.16.0</version>
                                    <configuration>
                                        <compilerArgs><arg>-Xlint:all,-processing</arg><arg>-Werror</arg></compilerArgs>
                                    </configuration>
                                </plugin>
                                <plugin>
                                    <artifactId>maven-surefire-plugin</artifactId>
                                    <version>3.6.1</version>
                                </plugin>
                            </plugins>
                        </pluginManagement>
                    </build>
                </project>
                """.formatted(Harness.ofBuild().version());
    }

    private MavenResult maven(String... arguments) {
        return MavenRun.in(folder).timeout(Duration.ofMinutes(4)).run(arguments);
    }

    private String read(String path) {
        try {
            return Files.readString(folder.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String path, String text) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
