package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that is made from an ontology: by the tutorial's own files, and while an ontology changes. */
class GraphDrivenIT {

    private static final Path PAGE = Path.of("../docs/graph.md");
    private static final Pattern FILE = Pattern.compile(
            "^`([^`\\n]+)`(?:[^\\n]|\\n(?!\\n))*\\n\\n```\\w+\\n(.*?)```\\n", Pattern.DOTALL | Pattern.MULTILINE);

    private static final String PREFIXES = """
            @prefix : <https://acme.example/shop#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            """;

    private static final String CLASSES =
            "SELECT ?class WHERE { ?class a <http://www.w3.org/2002/07/owl#Class> } ORDER BY ?class";

    @TempDir
    private Path folder;

    private Path work;
    private PackRepositoryBuilder market;

    @BeforeEach
    void a_project_and_a_repository() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        market = new PackRepositoryBuilder(folder.resolve("market"));
    }

    @Test
    void the_tutorial_goes_from_an_empty_ontology_to_compiled_code() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        int gate = page.indexOf("### A gate");
        int grown = page.indexOf("Now give the ontology");
        filesOf(page.substring(0, grown));
        maven("compile").succeeds().shows("records: 0 created");

        String ontology = "app/src/main/ontology/shop.ttl";
        write(ontology, read(ontology) + block(page, grown, "turtle"));
        write("app/src/main/java/com/acme/shop/App.java", block(page, grown, "java"));
        maven("compile").succeeds().doesNotShow("WARNING").shows("records: 2 created");
        String customer = "app/target/generated-sources/packs/records/src/main/java/com/acme/shop/Customer.java";
        assertThat(read(customer)).isEqualTo(block(page, page.indexOf("shop/Customer.java` there is now"), "java"));
        assertThat(work.resolve("app/target/classes/com/acme/shop/App.class")).exists();

        maven("compile").succeeds().doesNotShow("records: ");
        write(ontology, read(ontology).replace("\"product\"", "\"article\""));
        maven("compile").succeeds().shows("1 replaced", "1 unchanged (2 rendered)");

        filesOf(page.substring(gate, page.indexOf("With `:Product` still there")));
        maven("compile").fails().shows(block(page, gate + 10, "text").strip());
        assertThat(read(customer)).contains("String name");

        String without = read(ontology);
        write(ontology, without.substring(0, without.indexOf(":Product")));
        write("app/src/main/java/com/acme/shop/App.java", "package com.acme.shop;\nfinal class App {}\n");
        maven("compile").succeeds().shows("1 deleted");
    }

    @Test
    void a_build_renders_what_the_ontology_changed_and_is_idle_without_it() throws IOException {
        String group = "com.acme.graph.driven";
        market.add(pack(
                group,
                "# MESSAGE: {?class} is forbidden\n"
                        + "SELECT ?class WHERE { ?class <https://acme.example/shop#forbidden> true }"));
        pom(group);
        Path ontology = write(
                "ontology/shop.ttl",
                PREFIXES + ":Shop a owl:Class ; rdfs:label \"shop\" .\n"
                        + ":Club a owl:Class ; rdfs:label \"club\" .\n");
        Path output = work.resolve("target/generated-sources/packs/made");

        Path recording = folder.resolve("packs.jfr");
        String first = loaded("1", "-XX:StartFlightRecording:filename=" + recording);
        assertThat(first).contains("org.eclipse.rdf4j");
        assertThat(recorded(recording))
                .contains(
                        "Resolve packs " + group + ":made",
                        "Verify " + group + ":made:1.0.0",
                        "Query query queries/classes.rq",
                        "Query query gates/gate.rq",
                        "Query shapes shapes/labels.ttl",
                        "Render template each Shop.txt",
                        "Write made Shop.txt")
                .anyMatch(event -> event.startsWith("Download market ") && event.endsWith("/made-1.0.0.jar"));
        Tree made = Tree.of(output).holdsExactly("Shop.txt", "Club.txt", "all.txt", "plain.txt");
        assertThat(made.text("Shop.txt")).isEqualTo("shop");
        assertThat(made.text("all.txt")).isEqualTo("Club Shop ");

        String idle = loaded("2");
        assertThat(idle).doesNotContain("org.eclipse.rdf4j").doesNotContain("dev.packs.knowledge");
        assertThat(idle).doesNotContain("dev.packs.recording").doesNotContain("jdk.jfr.");
        made.isUntouchedIn(Tree.of(output));

        Files.writeString(ontology, Files.readString(ontology).replace("\"shop\"", "\"store\""));
        maven("generate-sources").succeeds().shows("0 created, 1 replaced, 0 deleted, 3 unchanged (2 rendered)");
        assertThat(Tree.of(output).text("Shop.txt")).isEqualTo("store");

        // The list of all rows was another one, and its file the same. What no query asks for renders nothing.
        Files.writeString(ontology, Files.readString(ontology) + ":Shop rdfs:seeAlso :Club .\n");
        maven("generate-sources").succeeds().shows("0 replaced, 0 deleted, 4 unchanged (0 rendered)");

        write("ontology/more.ttl", PREFIXES + ":Bar a owl:Class .\n");
        maven("generate-sources").succeeds().shows("1 created, 1 replaced");
        assertThat(Tree.of(output).text("Bar.txt")).isEqualTo("Bar");
        Files.delete(work.resolve("ontology/more.ttl"));
        maven("generate-sources").succeeds().shows("1 replaced, 1 deleted");

        // A violation stops everything, with all there is to say.
        Tree before = Tree.of(output);
        String good = Files.readString(ontology);
        Files.writeString(ontology, good + ":Shop :forbidden true .\n:Pub a owl:Class ; rdfs:label 7 .\n");
        maven("generate-sources")
                .fails()
                .shows(
                        "PACKS-507 ontology/shop.ttl:",
                        "`<https://acme.example/shop#Pub>` breaks a shape: a label is a text (path `rdfs:label`",
                        "PACKS-507 made!/gates/gate.rq: <https://acme.example/shop#Shop> is forbidden");
        before.isUntouchedIn(Tree.of(output));

        // An ontology that cannot be read is named with line and column.
        Files.writeString(ontology, good + ":Shop :broken\n");
        maven("generate-sources").fails().shows("PACKS-504 ontology/shop.ttl:");
        before.isUntouchedIn(Tree.of(output));

        Files.writeString(ontology, good);
        maven("generate-sources").succeeds().shows("(0 rendered)");
    }

    @Test
    void a_gate_that_fails_to_run_stops_the_generation() throws IOException {
        String group = "com.acme.graph.fails";
        market.add(
                pack(
                        group,
                        "SELECT ?a WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STRLEN(STR(?a)) + STRLEN(STR(?d)) + STRLEN(STR(?g)) = 3) }"));
        pom(group);
        StringBuilder ontology = new StringBuilder(PREFIXES);
        for (int i = 0; i < 3000; i++) {
            ontology.append(":C").append(i).append(" rdfs:label \"c").append(i).append("\" .\n");
        }
        write("ontology/shop.ttl", ontology.toString());

        maven("generate-sources", "-Dpacks.limits.querySeconds=1").fails().shows("PACKS-522 made!/gates/gate.rq");
        assertThat(work.resolve("target/generated-sources")).doesNotExist();
        maven("generate-sources", "-Dpacks.limits.querySecond=1")
                .fails()
                .shows("PACKS-117", "packs.limits.querySeconds");
    }

    @Test
    void the_embedded_pack_makes_java_of_an_ontology() throws IOException {
        write("shop.ttl", PREFIXES + """
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                :Agent a owl:Class ; rdfs:comment "Somebody */ @who \\\\u acts <b> {@x}"@en .
                :Person a owl:Class ; rdfs:subClassOf :Agent ,
                    [ a owl:Restriction ; owl:onProperty :email ; owl:minCardinality 1 ; owl:maxCardinality 3 ] .
                :class a owl:Class .
                :CLASS a owl:Class .
                :Status a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:oneOf ( :open :in-progress ) ] .
                :name a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:domain :Agent ; rdfs:range xsd:string .
                :email a owl:DatatypeProperty ; rdfs:domain :Agent ; rdfs:range xsd:anyURI .
                :knows a owl:ObjectProperty ; rdfs:domain :Person ; rdfs:range :Person .
                :status a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:domain [ owl:unionOf ( :Person :class ) ] ; rdfs:range :Status .
                """);
        maven(
                        Harness.plugin() + ":generate",
                        "-Dpack=ontology-model",
                        "-Dname=model",
                        "-Dvar.package=com.acme.shop",
                        "-Dpacks.graph=shop.ttl")
                .succeeds();
        String types = "model/src/main/java/com/acme/shop/";
        Tree.of(work.resolve(types))
                .holdsExactly(
                        "Agent.java", "Class.java", "Class2.java", "Person.java", "Status.java", "package-info.java");
        compile(work.resolve(types));
    }

    private void compile(Path types) throws IOException {
        java.util.List<String> arguments = new java.util.ArrayList<>(java.util.List.of(
                "-Xlint:all", "-Werror", "-d", folder.resolve("classes").toString()));
        Tree.of(types)
                .files()
                .keySet()
                .forEach(name -> arguments.add(types.resolve(name).toString()));
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        int code = javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, arguments.toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static TestPack pack(String group, String gate) {
        return TestPack.of(group, "made", "1.0.0")
                .with(
                        "[[templates]]\nname = \"each\"\nsource = \"templates/each\"\noutput = \"[(${row.class.local})].txt\"\n"
                                + "for_each = \"row : query(classes)\"")
                .file("templates/each", "[(${row.class.label})]")
                .template("all", "all.txt", "[# th:each=\"row : ${query('classes')}\"][(${row.class.local})] [/]")
                .template("plain", "plain.txt", "plain")
                .with("[sparql_queries]\nclasses = \"queries/classes.rq\"")
                .file("queries/classes.rq", CLASSES)
                .file("gates/gate.rq", gate)
                .file("shapes/labels.ttl", PREFIXES + """
                        :Labels a sh:NodeShape ; sh:targetClass owl:Class ;
                            sh:property [ sh:path rdfs:label ; sh:datatype <http://www.w3.org/2001/XMLSchema#string> ; sh:message "a label is a text" ] .
                        """);
    }

    /** The events of ours, each with the texts that it has. */
    private static List<String> recorded(Path recording) throws IOException {
        List<String> events = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            String name = event.getEventType().getName();
            if (name.startsWith("dev.packs.")) {
                // A repository is also asked for what it may not have.
                assertThat(event.getBoolean("succeeded") || name.endsWith("Download"))
                        .as(event.toString())
                        .isTrue();
                StringBuilder text = new StringBuilder(name.substring("dev.packs.".length()));
                for (String field : List.of("repository", "of", "kind", "template", "output", "packs", "path")) {
                    if (event.hasField(field) && !event.getString(field).isEmpty()) {
                        text.append(' ').append(event.getString(field));
                    }
                }
                events.add(name.endsWith("Verify") ? text + " " + event.getString("pack") : text.toString());
            }
        }
        return events;
    }

    /** A build that succeeds, and the classes that it loaded. */
    private String loaded(String name, String... options) throws IOException {
        Path log = folder.resolve("classes-" + name);
        MavenRun maven = MavenRun.in(work)
                .repository("market", folder.resolve("market").toUri().toString())
                .jvmOption("-Xlog:class+load:file=" + log);
        for (String option : options) {
            maven.jvmOption(option);
        }
        maven.run("generate-sources").succeeds();
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** Writes every file that the text names before a block. */
    private void filesOf(String text) {
        Matcher files = FILE.matcher(text);
        int from = 0;
        while (files.find(from)) {
            write(files.group(1), files.group(2));
            from = files.end();
        }
        assertThat(from).isPositive();
    }

    private static String block(String page, int from, String language) {
        String open = "```" + language + "\n";
        int start = page.indexOf(open, from) + open.length();
        return page.substring(start, page.indexOf("```", start));
    }

    private void pom(String group) {
        write(
                "pom.xml",
                TestPom.declaring(group, "made", "1.0.0")
                        .replace("</pack>", "<graphs><graph>ontology/*.ttl</graph></graphs></pack>"));
    }

    private String read(String path) throws IOException {
        return Files.readString(work.resolve(path), StandardCharsets.UTF_8);
    }

    private Path write(String path, String text) {
        Path file = work.resolve(path);
        try {
            Files.createDirectories(file.resolveSibling(""));
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MavenResult maven(String... arguments) {
        return MavenRun.in(work)
                .repository("market", folder.resolve("market").toUri().toString())
                .run(arguments);
    }
}
