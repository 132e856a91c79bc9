package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.codehaus.plexus.build.BuildContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does that has little or nothing to do, and whom it tells. */
class IncrementalIT {

    private static final String GROUP = "com.acme.incremental";

    @TempDir
    private Path folder;

    private Path work;
    private Path output;

    @BeforeEach
    void a_project_that_declares_a_pack_with_rows() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        output = work.resolve("target/generated-sources/packs/made");
        new PackRepositoryBuilder(folder.resolve("market")).add(pack("1.0.0"));
        pom(Harness.ofBuild().version());
        answers("hello", "ann", "bob");
    }

    @Test
    void a_row_that_is_gone_takes_its_file_along() throws IOException {
        maven().run("generate-sources").succeeds().shows("3 created");
        Tree made = Tree.of(output).holdsExactly("people/ann.txt", "people/bob.txt", "word.txt");

        answers("hello", "bob", "cem");
        maven().run("generate-sources").succeeds().shows("1 created", "1 deleted");

        Tree now = Tree.of(output).holdsExactly("people/bob.txt", "people/cem.txt", "word.txt");
        assertThat(made.touchedIn(now)).containsExactly("people/ann.txt");
    }

    @Test
    void another_version_of_the_plugin_renders_again_and_rewrites_nothing() throws IOException {
        maven().run("generate-sources").succeeds().shows("3 created");
        Tree made = Tree.of(output);

        pom(installedAs("0.1.0-another"));
        maven().run("generate-sources").succeeds().shows("0 created, 0 replaced, 0 deleted, 3 unchanged (3 rendered)");
        made.isUntouchedIn(Tree.of(output));
        maven().run("generate-sources").succeeds().doesNotShow("made: ");
    }

    @Test
    void an_idle_build_loads_neither_jackson_nor_thymeleaf_and_leaves_the_last_report() throws IOException {
        Path report = work.resolve("target/packs/report.json");
        assertThat(librariesLoaded()).contains("com.fasterxml.jackson", "org.thymeleaf", "dev.packs.activity");
        String told = Files.readString(report);
        assertThat(told).contains("\"goal\" : \"generate\"", "\"written\" : 3", GROUP + ":made:1.0.0", "sha256:");
        assertThat(librariesLoaded()).isEmpty();
        assertThat(report).hasContent(told);
    }

    @Test
    void a_pack_without_a_graph_pays_nothing_for_graphs_and_nobody_for_recordings() throws IOException {
        String first = loaded();
        assertThat(first).contains(" org.thymeleaf.", " dev.packs.operation.");
        String idle = loaded();
        for (String graphs : List.of(
                "org.eclipse.rdf4j.",
                "dev.packs.graph.rdf4j.",
                "dev.packs.engine.",
                "dev.packs.recording.RecordedActivity",
                "dev.packs.recording.WorkEvent",
                "jdk.jfr.Event")) {
            assertThat(first).doesNotContain(" " + graphs);
            assertThat(idle).doesNotContain(" " + graphs);
        }
    }

    /** The libraries of the plugin whose classes a build loads. */
    private List<String> librariesLoaded() throws IOException {
        String loaded = loaded();
        return List.of("com.fasterxml.jackson", "org.thymeleaf", "org.attoparser", "dev.packs.activity").stream()
                .filter(library -> loaded.contains(" " + library + "."))
                .toList();
    }

    /** What the JVM says of every class that a build loads. */
    private String loaded() throws IOException {
        Path log = folder.resolve("classes.log");
        Files.deleteIfExists(log);
        maven().jvmOption("-Xlog:class+load:file=" + log)
                .run("generate-sources")
                .succeeds();
        String loaded = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(loaded).contains("dev.packs.maven.GenerateMojo ");
        return loaded;
    }

    @Test
    void an_environment_is_told_of_exactly_the_changed_files() throws IOException {
        assertThat(refreshed())
                .containsExactlyInAnyOrder(
                        output.resolve("people/ann.txt"), output.resolve("people/bob.txt"), output.resolve("word.txt"));
        assertThat(refreshed()).isEmpty();

        answers("bye", "ann");
        assertThat(refreshed()).containsExactlyInAnyOrder(output.resolve("people/bob.txt"), output.resolve("word.txt"));
    }

    /** The files that a build context in Maven's core is told of. */
    private List<Path> refreshed() throws IOException {
        Path told = folder.resolve("refreshed.txt");
        Files.deleteIfExists(told);
        maven().jvmOption("-D" + RecordingContext.FILE + "=" + told)
                .run("generate-sources", "-Dmaven.ext.class.path=" + environment())
                .succeeds();
        List<Path> files = new ArrayList<>();
        if (Files.exists(told)) {
            for (String line : Files.readAllLines(told, StandardCharsets.UTF_8)) {
                files.add(Path.of(line));
            }
        }
        return files;
    }

    /** A jar that puts the recording context into Maven's core, as a development environment does. */
    private Path environment() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        for (Class<?> type : List.of(BuildContext.class, RecordingContext.class)) {
            String path = type.getName().replace('.', '/') + ".class";
            try (InputStream bytes = type.getResourceAsStream("/" + path)) {
                assertThat(bytes).isNotNull();
                entries.put(path, bytes.readAllBytes());
            }
        }
        entries.put("META-INF/plexus/components.xml", """
                <component-set>
                  <components>
                    <component>
                      <role>%s</role>
                      <implementation>%s</implementation>
                    </component>
                  </components>
                </component-set>
                """.formatted(
                        BuildContext.class.getName(), RecordingContext.class.getName())
                .getBytes(StandardCharsets.UTF_8));
        return Files.write(folder.resolve("environment.jar"), PackRepositoryBuilder.jar(entries));
    }

    /** This build's plugin once more, under another version, in the tests' own repository. */
    private static String installedAs(String version) throws IOException {
        Path home = Harness.ofBuild()
                .localRepository()
                .resolve("dev/packs/packs-maven-plugin/" + version)
                .normalize();
        Files.createDirectories(home);
        String before = Harness.ofBuild().version();
        Path jar = home.resolve("packs-maven-plugin-" + version + ".jar");
        Files.deleteIfExists(jar);
        Files.copy(Path.of(System.getProperty("packs.published.jar")), jar);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Path descriptor = zip.getPath("META-INF/maven/plugin.xml");
            Files.writeString(
                    descriptor,
                    Files.readString(descriptor, StandardCharsets.UTF_8)
                            .replace("<version>" + before + "</version>", "<version>" + version + "</version>"),
                    StandardCharsets.UTF_8);
        }
        Files.writeString(
                home.resolve("packs-maven-plugin-" + version + ".pom"),
                Files.readString(Path.of(System.getProperty("packs.published.pom")), StandardCharsets.UTF_8)
                        .replace("<version>" + before + "</version>", "<version>" + version + "</version>"),
                StandardCharsets.UTF_8);
        return version;
    }

    private static TestPack pack(String version) {
        return TestPack.of(GROUP, "made", version)
                .with("[[variables]]\nname = \"word\"\ntype = \"string\"\nrequired = true\nexample = \"hello\"")
                .with("[[variables]]\nname = \"people\"\ntype = \"list\"")
                .template("word", "word.txt", "[(${word})]\n")
                .template("person", "people/[(${person})].txt", "[(${person})]\n")
                .with("for_each = \"person : people\"");
    }

    private void answers(String word, String... people) throws IOException {
        Files.writeString(
                work.resolve("answers.toml"),
                "word = \"" + word + "\"\npeople = [\"" + String.join("\", \"", people) + "\"]\n",
                StandardCharsets.UTF_8);
    }

    private void pom(String plugin) throws IOException {
        Files.writeString(
                work.resolve("pom.xml"),
                TestPom.declaring(GROUP, "made", "1.0.0")
                        .replace("<version>" + Harness.ofBuild().version() + "<", "<version>" + plugin + "<")
                        .replace("</pack>", "<answers>answers.toml</answers></pack>"),
                StandardCharsets.UTF_8);
    }

    private MavenRun maven() {
        return MavenRun.in(work)
                .repository("market", folder.resolve("market").toUri().toString());
    }
}
