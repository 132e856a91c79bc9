package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.packs.Place;
import dev.packs.archetype.ArchetypeContent;
import dev.packs.archetype.ArchetypeEngine;
import dev.packs.archetype.ArchetypeResult;
import dev.packs.archetype.ArchetypeRun;
import dev.packs.engine.Engines;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.QueryRequest;
import dev.packs.integrity.Digest;
import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.markdown.MarkdownElement;
import dev.packs.markdown.MarkdownPart;
import dev.packs.merge.FileMerger;
import dev.packs.merge.MergeKind;
import dev.packs.merge.MergeSide;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.rendering.RenderLimits;
import dev.packs.search.SearchEngine;
import dev.packs.search.SearchHits;
import dev.packs.search.SearchQuestion;
import dev.packs.search.SearchedPack;
import dev.packs.source.EmbeddedSource;
import dev.packs.store.Store;
import dev.packs.store.StoreSettings;
import dev.packs.version.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Holds what is published, and not what was meant to be. */
class PublishedArtifactIT {

    private static final Path POM = Path.of(System.getProperty("packs.published.pom"));
    private static final Path JAR = Path.of(System.getProperty("packs.published.jar"));

    @TempDir
    Path home;

    @Test
    void the_pom_names_nothing_that_a_build_would_have_to_resolve() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(POM.toFile());

        assertThat(pom.getDocumentElement().getTagName()).isEqualTo("project");
        for (String element :
                List.of("parent", "dependency", "dependencyManagement", "repository", "pluginRepository", "profile")) {
            assertThat(pom.getElementsByTagName(element).getLength())
                    .as(element)
                    .isZero();
        }
    }

    @Test
    void the_descriptor_asks_for_the_oldest_maven_and_java_that_are_promised() throws IOException {
        assertThat(text("META-INF/maven/plugin.xml"))
                .contains("<requiredMavenVersion>3.8.1</requiredMavenVersion>")
                .contains("<requiredJavaVersion>17</requiredJavaVersion>")
                .contains("<goalPrefix>packs</goalPrefix>");
    }

    @Test
    void the_bill_of_materials_lists_every_library_inside() throws IOException {
        // The plugin that writes it asks for a network, although everything is there; a release is never built offline.
        assumeFalse(Boolean.getBoolean("packs.it.offline"), "an offline build makes no bill of materials");
        String bill = text("META-INF/sbom/packs-maven-plugin.cdx.json");

        assertThat(bill).contains("\"bomFormat\" : \"CycloneDX\"");
        for (String library : List.of(
                "packs-core",
                "jackson-dataformat-toml",
                "jackson-databind",
                "thymeleaf",
                "attoparser",
                "unbescape",
                "packs-graph",
                "rdf4j-sail-memory",
                "rdf4j-shacl",
                "guava",
                "packs-search",
                "lucene-core",
                "packs-archetype-bridge",
                "archetype-common",
                "velocity-engine-core",
                "plexus-xml",
                "maven-model",
                "packs-terminal",
                "jline-reader",
                "packs-merge",
                "domtrip-core",
                "snakeyaml-engine",
                "commonmark",
                "commonmark-ext-gfm-tables")) {
            assertThat(bill).contains("/" + library + "@");
        }
        assertThat(bill).doesNotContain("/ognl@").doesNotContain("/maven-core@").doesNotContain("groovy");
    }

    @Test
    void the_jar_holds_our_libraries_and_none_of_mavens() throws IOException {
        List<String> names = names();

        assertThat(names)
                .contains(
                        "dev/packs/PacksException.class",
                        "com/fasterxml/jackson/dataformat/toml/TomlMapper.class",
                        "org/thymeleaf/TemplateEngine.class",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/MANIFEST.MF")
                .doesNotContain("dev/packs/maven/EmbeddedIndexWriter.class", "dev/packs/maven/EngineIndexWriter.class")
                .doesNotHaveDuplicates();
        assertThat(names)
                .noneMatch(name -> name.startsWith("org/apache/maven/")
                        || name.startsWith("org/eclipse/aether/")
                        || name.startsWith("org/slf4j/")
                        || name.startsWith("ognl/")
                        || name.startsWith("org/bouncycastle/")
                        || name.startsWith("org/eclipse/rdf4j/")
                        || name.startsWith("dev/packs/graph/rdf4j/")
                        || name.startsWith("org/apache/lucene/")
                        || name.startsWith("dev/packs/search/lucene/")
                        || name.startsWith("dev/packs/archetype/bridge/")
                        || name.startsWith("org/codehaus/")
                        || name.startsWith("org/jdom2/")
                        || name.startsWith("com/google/")
                        || name.startsWith("META-INF/versions/")
                        || name.endsWith("module-info.class")
                        || name.toLowerCase(Locale.ROOT).endsWith(".sf"));
    }

    @Test
    void the_index_lists_exactly_the_embedded_files() throws IOException {
        String folder = "dev/packs/embedded/";
        EmbeddedSource source = EmbeddedSource.of(getClass().getClassLoader(), folder);
        List<String> listed = source.packs().stream()
                .flatMap(id -> source.content(id).orElseThrow().files().paths().stream()
                        .map(path -> folder + id.name().id() + "/" + path))
                .sorted()
                .toList();

        assertThat(names())
                .filteredOn(name -> name.startsWith(folder) && !name.endsWith("/") && !name.equals(folder + "index"))
                .filteredOn(name -> !name.equals(folder + EmbeddedSource.DESCRIPTION))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph", "archetype", "search", "terminal", "merge"})
    void the_index_of_an_engine_lists_exactly_its_jars_and_their_digests(String engine) throws IOException {
        String folder = "META-INF/engines/" + engine + "/";
        List<String> listed = text(folder + "index").lines().toList();

        assertThat(names())
                .filteredOn(name -> name.startsWith(folder) && name.endsWith(".jar"))
                .containsExactlyInAnyOrderElementsOf(
                        listed.stream().map(line -> folder + line.substring(81)).toList());
        for (String line : listed) {
            assertThat(line).startsWith(Digest.of(bytes(folder + line.substring(81))) + " ");
        }
        assertThat(listed).noneMatch(line -> line.contains("jackson") || line.contains("packs-core"));
    }

    @Test
    void the_engine_of_the_graph_has_nothing_of_the_other() throws IOException {
        assertThat(jars("graph"))
                .noneMatch(name -> name.startsWith("slf4j") || name.startsWith("velocity") || name.startsWith("plexus"))
                .noneMatch(name -> name.startsWith("httpclient"));
    }

    @Test
    void the_engine_of_search_is_lucene_alone_and_works_as_it_was_packed() throws IOException {
        assertThat(jars("search"))
                .extracting(name -> name.replaceAll("-[0-9].*", ""))
                .containsExactlyInAnyOrder("packs-search", "lucene-core");
        SearchedPack pack = new SearchedPack(
                new PackId(new PackName("com.acme", "shop"), Version.parse("1.0.0")),
                "Shop",
                "Sells things",
                "web",
                List.of("rest"),
                List.of(),
                true);
        try (Engines engines =
                new Engines(getClass().getClassLoader(), () -> Store.open(home, StoreSettings.defaults()))) {
            SearchEngine engine = engines.search();
            assertThat(engine.getClass().getClassLoader().getName()).isEqualTo("packs-search");
            SearchQuestion question = new SearchQuestion(
                    List.of("sellz"),
                    "sellz",
                    Optional.of("web"),
                    Optional.of("rest"),
                    SearchQuestion.Tolerance.TYPING_MISTAKES,
                    SearchQuestion.Except.NOTHING);
            assertThat(engine.open(ByteBuffer.wrap(engine.index(List.of(pack))))
                            .find(question, 5)
                            .hits())
                    .extracting(SearchHits.Hit::pack)
                    .containsExactly(pack);
        }
    }

    @Test
    void the_engine_of_terminals_is_small() throws IOException {
        assertThat(jars("terminal"))
                .extracting(name -> name.replaceAll("-[0-9].*", ""))
                .containsExactlyInAnyOrder(
                        "packs-terminal", "jline-reader", "jline-terminal", "jline-terminal-jni", "jline-native");
        long size = 0;
        for (String name : jars("terminal")) {
            size += bytes("META-INF/engines/terminal/" + name).length;
        }
        assertThat(size).isLessThan(800_000);
        assertThat(names()).noneMatch(name -> name.startsWith("org/jline/"));
        assertThat(jars("graph")).noneMatch(name -> name.contains("jline") || name.contains("terminal"));
    }

    @Test
    void the_engine_of_archetypes_is_small_and_has_nothing_of_maven_but_its_model() throws IOException {
        assertThat(jars("archetype"))
                .extracting(name -> name.replaceAll("-[0-9].*", ""))
                .containsExactlyInAnyOrder(
                        "packs-archetype-bridge",
                        "archetype-common",
                        "archetype-descriptor",
                        "velocity-engine-core",
                        "commons-lang3",
                        "plexus-velocity",
                        "plexus-utils",
                        "plexus-xml",
                        "jdom2",
                        "maven-model",
                        "slf4j-api");
        long size = 0;
        for (String name : jars("archetype")) {
            size += bytes("META-INF/engines/archetype/" + name).length;
        }
        assertThat(size).isLessThan(3_000_000);
    }

    private static List<String> jars(String engine) throws IOException {
        return text("META-INF/engines/" + engine + "/index")
                .lines()
                .map(line -> line.substring(81))
                .toList();
    }

    @Test
    void the_engine_of_archetypes_works_as_it_was_packed() throws IOException {
        Path jar = home.resolve("archetype.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(
                    zip,
                    "META-INF/maven/archetype-metadata.xml",
                    "<archetype-descriptor name='small'><modules><module id='core' dir='core'"
                            + " name='core'><fileSets/></module></modules></archetype-descriptor>");
            String pom = "<project><modelVersion>4.0.0</modelVersion><groupId>${groupId}</groupId>"
                    + "<artifactId>${artifactId}</artifactId><version>${version}</version><packaging>pom</packaging></project>";
            entry(zip, "archetype-resources/pom.xml", pom);
            entry(zip, "archetype-resources/core/pom.xml", pom);
        }
        Path base = Files.createDirectory(home.resolve("base"));
        try (Engines engines = new Engines(
                getClass().getClassLoader(), () -> Store.open(home.resolve("store"), StoreSettings.defaults()))) {
            ArchetypeEngine engine = engines.archetypes();
            ArchetypeContent content = engine.read(jar);
            Map<String, String> properties =
                    engine.resolve(content, Map.of("groupId", "com.acme", "artifactId", "shop"));
            ArchetypeResult result = engine.generate(ArchetypeRun.of(jar, properties, base));

            assertThat(engine.getClass().getClassLoader().getName()).isEqualTo("packs-archetype");
            assertThat(result.files())
                    .extracting(Object::toString)
                    .containsExactly("shop/core/pom.xml", "shop/pom.xml");
            assertThat(base.resolve("shop/core/pom.xml"))
                    .content()
                    .contains("<parent>")
                    .contains("1.0-SNAPSHOT");
            assertThat(base.resolve("shop/pom.xml")).content().contains("<module>core</module>");
        }
    }

    @Test
    void the_engine_of_merging_works_as_it_was_packed() throws IOException {
        assertThat(jars("merge"))
                .extracting(name -> name.replaceAll("-[0-9].*", ""))
                .containsExactlyInAnyOrder(
                        "packs-merge", "domtrip-core", "snakeyaml-engine", "commonmark", "commonmark-ext-gfm-tables");
        try (Engines engines = new Engines(
                getClass().getClassLoader(), () -> Store.open(home.resolve("store"), StoreSettings.defaults()))) {
            FileMerger merger = engines.merger();
            assertThat(merger.getClass().getClassLoader().getName()).isEqualTo("packs-merge");
            assertThat(engines.markdown().read("| a |\n| - |\n"))
                    .contains(new MarkdownPart.Start(MarkdownElement.TABLE, ""), new MarkdownPart.Text("a"));
            assertThat(merged(merger, MergeKind.POM, "<project><a/></project>", "<project><b>1</b></project>"))
                    .isEqualTo("<project><a/><b>1</b></project>");
            assertThat(merged(merger, MergeKind.YAML, "a: 1\n", "b: 2\n")).isEqualTo("a: 1\nb: 2\n");
            assertThat(merged(merger, MergeKind.JSON, "{\"a\": 1}", "{\"b\": 2}"))
                    .isEqualTo("{\"a\": 1, \"b\": 2}");
            assertThat(merged(merger, MergeKind.MARKDOWN, "# a\n", "# b\n")).isEqualTo("# a\n\n# b\n");
        }
    }

    private static String merged(FileMerger merger, MergeKind kind, String earlier, String later) {
        byte[] content = merger.merge(
                        kind,
                        new MergeSide("one", earlier.getBytes(StandardCharsets.UTF_8)),
                        new MergeSide("other", later.getBytes(StandardCharsets.UTF_8)))
                .content();
        return new String(content, StandardCharsets.UTF_8);
    }

    @Test
    void templates_of_velocity_work_as_they_were_packed() throws IOException {
        Path pack = Files.createDirectory(home.resolve("pack"));
        Files.writeString(pack.resolve("a.vm"), "#foreach($x in $list)$x.toUpperCase()#end");
        try (Engines engines = new Engines(
                getClass().getClassLoader(), () -> Store.open(home.resolve("store"), StoreSettings.defaults()))) {
            assertThat(engines.velocity()
                            .of(FolderTree.read(pack), "web", RenderLimits.standard())
                            .render(RelativePath.parse("a.vm"), Map.of("list", List.of("a", "b")))
                            .text())
                    .isEqualTo("AB");
        }
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_graphs_engine_works_as_it_was_packed() {
        try (Engines engines =
                        new Engines(getClass().getClassLoader(), () -> Store.open(home, StoreSettings.defaults()));
                Graph graph = engines.graph().open(GraphContent.ofSources(sources()), GraphLimits.standard())) {
            assertThat(graph.getClass().getClassLoader().getName()).isEqualTo("packs-graph");
            QueryAnswer.Rows rows = (QueryAnswer.Rows) graph.query(QueryRequest.of(
                    "SELECT (REPLACE(STR(?o), \"4\", \"5\") AS ?x) { ?s <urn:p>+ ?o FILTER REGEX(STR(?o), \"^4\") }"
                            + " GROUP BY ?o ORDER BY ?o",
                    Place.of("q.rq")));
            assertThat(rows.rows()).containsExactly(Map.of("x", Literal.of("52")));
            String shapes =
                    "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:shape> a sh:NodeShape ; sh:targetSubjectsOf"
                            + " <urn:p> ; sh:property [ sh:path <urn:p> ; sh:maxCount 0 ; sh:pattern \"x\" ] .";
            assertThat(graph.validate(
                            List.of(GraphSource.of(
                                    "s.ttl", GraphSyntax.TURTLE, shapes.getBytes(StandardCharsets.UTF_8))),
                            GraphLimits.standard()))
                    .isNotEmpty();
            for (GraphSyntax syntax : GraphSyntax.values()) {
                ByteArrayOutputStream written = new ByteArrayOutputStream();
                graph.write(syntax, written);
                try (Graph again = engines.graph()
                        .open(
                                GraphContent.ofSources(List.of(GraphSource.of("again", syntax, written.toByteArray()))),
                                GraphLimits.standard())) {
                    assertThat(again.size()).isEqualTo(graph.size());
                }
            }
        }
    }

    private static List<GraphSource> sources() {
        return List.of(GraphSource.of(
                "a.ttl",
                GraphSyntax.TURTLE,
                "@prefix e: <http://example.org/> . <urn:s> <urn:p> 42 ; e:q [ e:r ( 1 2 ) ] ."
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> names() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream content = jar.getInputStream(jar.getEntry(name))) {
            return content.readAllBytes();
        }
    }

    private static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
