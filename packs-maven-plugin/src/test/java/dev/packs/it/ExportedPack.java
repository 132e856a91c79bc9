package dev.packs.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An embedded pack that is exported, and a project from it.
 *
 * @param fixed arguments of the export, and of {@code packs:generate}
 * @param values variables of the pack, for it and for the archetype
 */
record ExportedPack(String pack, String name, List<String> fixed, Map<String, String> values, Build build) {

    /** What is done with the project. */
    enum Build {
        VERIFY,
        /** It has no pom, and gets {@link #POM}. */
        SOURCES,
        /** It is compared only, as another one like it is built. */
        AS_ANOTHER,
        NOTHING
    }

    static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>com.acme</groupId>
                <artifactId>model</artifactId>
                <version>1</version>
                <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                </properties>
                <build>
                    <pluginManagement>
                        <plugins>
                            <plugin>
                                <artifactId>maven-compiler-plugin</artifactId>
                                <version>3.16.0</version>
                                <configuration>
                                    <failOnWarning>true</failOnWarning>
                                    <showWarnings>true</showWarnings>
                                    <compilerArgs>
                                        <arg>-Xlint:all</arg>
                                    </compilerArgs>
                                </configuration>
                            </plugin>
                        </plugins>
                    </pluginManagement>
                </build>
            </project>
            """;

    private static final String MODEL = """
            entities = [
              { name = "Customer", description = "Who buys, for $1 or #2", builder = true, fields = [{ name = "email", type = "string" }, { name = "status", type = "Status" }] },
              { name = "Order", description = "What is bought", fields = [{ name = "customer", type = "Customer" }, { name = "lines", type = "decimal", list = true }, { name = "placed", type = "datetime", required = false }] },
            ]
            enums = [{ name = "Status", description = "How far they are", values = ["NEW", "KNOWN"] }]
            """;

    static final String PEOPLE = """
            @prefix : <https://acme.example/people#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            :Agent a owl:Class ; rdfs:comment "Who acts, for $1 or #2" .
            :Person a owl:Class ; rdfs:subClassOf :Agent .
            :name a owl:DatatypeProperty ; rdfs:domain :Agent ; rdfs:range xsd:string .
            :knows a owl:ObjectProperty ; rdfs:domain :Person ; rdfs:range :Person .
            """;

    static List<ExportedPack> all() {
        List<ExportedPack> all = new ArrayList<>();
        all.add(of("base-java", "plain", List.of("author=Ada", "year=2026"), Build.NOTHING));
        all.add(of(
                "base-java",
                "small",
                List.of("author=Ada & $Co \\ #1", "year=2026", "license=mit", "indent_size=2", "line_length=100"),
                Build.NOTHING));
        all.add(of(
                "base-java",
                "none",
                List.of("author=Ada", "year=2026", "license=none", "java_version=21"),
                Build.NOTHING));
        all.add(of("cli-app", "tool", List.of("group_id=com.acme", "author=Ada $1 \\ #x", "year=2026"), Build.VERIFY));
        all.add(of(
                "cli-app",
                "my-other-tool",
                List.of(
                        "group_id=com.acme",
                        "author=Ada",
                        "year=2025",
                        "license=bsd-3-clause",
                        "package=org.acme.class_.other",
                        "description=Counts things"),
                Build.VERIFY));
        for (String database : List.of("h2", "postgres", "mysql")) {
            for (String graphql : List.of("false", "true")) {
                for (String auth : List.of("false", "true")) {
                    // One of each database, with and without each of the two.
                    boolean isBuilt = List.of("h2 false false", "postgres true true", "mysql false true")
                            .contains(database + " " + graphql + " " + auth);
                    all.add(of(
                            "web-api-starter",
                            "my-api",
                            List.of(
                                    "group_id=com.acme",
                                    "author=Ada",
                                    "year=2026",
                                    "database=" + database,
                                    "enable_graphql=" + graphql,
                                    "enable_auth=" + auth),
                            isBuilt ? Build.VERIFY : Build.AS_ANOTHER));
                }
            }
        }
        all.add(new ExportedPack(
                "domain-model",
                "model",
                List.of("-Dpacks.answers=model.toml"),
                Map.of("package", "com.acme.model"),
                Build.SOURCES));
        all.add(new ExportedPack(
                "ontology-model",
                "people",
                List.of("-Dpacks.graph=people.ttl"),
                new TreeMap<>(Map.of("package", "com.acme.people", "jackson", "false")),
                Build.SOURCES));
        all.add(of(
                "pack-project",
                "greeter",
                List.of(
                        "group_id=com.acme",
                        "category=web",
                        "packs_version=" + Harness.ofBuild().version()),
                Build.VERIFY));
        return List.copyOf(all);
    }

    private static ExportedPack of(String pack, String name, List<String> assignments, Build build) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            values.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return new ExportedPack(pack, name, List.of(), values, build);
    }

    /** Writes what {@link #fixed} names. */
    void prepare(Path base) throws IOException {
        Files.createDirectories(base);
        Files.writeString(base.resolve("model.toml"), MODEL, StandardCharsets.UTF_8);
        Files.writeString(base.resolve("people.ttl"), PEOPLE, StandardCharsets.UTF_8);
    }
}
