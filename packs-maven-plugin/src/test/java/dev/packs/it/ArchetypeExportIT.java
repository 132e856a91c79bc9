package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack becomes an archetype, and who never heard of Packs generates the same project from it, with the plugin that Maven has for that. */
class ArchetypeExportIT {

    private static final String INSTALL = "org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file";

    @TempDir
    private Path folder;

    private Path work;

    @BeforeEach
    void an_empty_folder() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
    }

    @Test
    void a_program_is_the_same_through_three_versions_of_the_original_and_its_own_tests_pass() throws IOException {
        export("-Dpack=cli-app")
                .shows("asks for project_name, group_id", " -DartifactId=my-project -Dyear=… -Dauthor=…\n");
        packs("cli-app", "tool", "-Dvar.group_id=com.acme", "-Dvar.author=Ada $1 \\ #x", "-Dvar.year=2026");

        for (String version : List.of("3.2.1", "3.3.1", "3.4.1")) {
            original(version, "cli-app", "tool", "-Dauthor=Ada $1 \\ #x", "-Dyear=2026");
            assertSame(version, "tool");
        }
        Path laptop = Files.createDirectory(work.resolve("laptop"));
        original(MavenRun.in(laptop).offline(), "3.4.1", "cli-app", "tool", "-Dauthor=Ada $1 \\ #x", "-Dyear=2026");
        assertSame("laptop", "tool");
        MavenRun.in(work.resolve("3.4.1/tool"))
                .timeout(Duration.ofMinutes(8))
                .run("verify")
                .succeeds()
                .shows("Tests run:", "Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void a_service_is_the_same_whatever_is_switched_on() {
        export("-Dpack=web-api-starter");
        packs("web-api-starter", "api", "-Dvar.group_id=com.acme", "-Dvar.author=Ada", "-Dvar.year=2026");
        original("3.2.1", "web-api-starter", "api", "-Dauthor=Ada", "-Dyear=2026");
        assertSame("3.2.1", "api");

        packs(
                "web-api-starter",
                "rich",
                "-Dvar.group_id=com.acme",
                "-Dvar.author=Ada",
                "-Dvar.year=2026",
                "-Dvar.database=postgres",
                "-Dvar.enable_auth=true",
                "-Dvar.enable_graphql=true",
                "-Dvar.license=none",
                "-Dvar.package=org.acme.rich");
        original(
                "3.4.1",
                "web-api-starter",
                "rich",
                "-Dauthor=Ada",
                "-Dyear=2026",
                "-Ddatabase=postgres",
                "-Denable_auth=true",
                "-Denable_graphql=true",
                "-Dlicense=none",
                "-Dpackage=org.acme.rich");
        assertSame("3.4.1", "rich");
    }

    @Test
    void a_pack_without_a_pom_and_one_with_lists_that_are_given_are_the_same_too() throws IOException {
        export("-Dpack=base-java", "-Dvar.year=2026");
        packs("base-java", "plain", "-Dvar.author=Ada", "-Dvar.year=2026");
        original("3.4.1", "base-java", "plain", "-Dauthor=Ada");
        assertSame("3.4.1", "plain");
        backAgain("base-java");

        Files.writeString(work.resolve("model.toml"), """
                entities = [{ name = "Customer", description = "Who buys", builder = true, fields = [{ name = "email", type = "string" }, { name = "tags", type = "string", list = true }] }]
                """, StandardCharsets.UTF_8);
        export("-Dpack=domain-model", "-Dpacks.answers=model.toml");
        packs("domain-model", "model", "-Dpacks.answers=model.toml", "-Dvar.package=com.acme.model");
        original("3.3.1", "domain-model", "model", "-Dpackage=com.acme.model");
        assertSame("3.3.1", "model");
    }

    @Test
    void a_pack_that_asks_a_graph_is_the_same_for_the_graph_that_is_named() throws IOException {
        Files.writeString(work.resolve("people.ttl"), ExportedPack.PEOPLE, StandardCharsets.UTF_8);
        export("-Dpack=ontology-model", "-Dpacks.graph=people.ttl");
        packs("ontology-model", "people", "-Dpacks.graph=people.ttl", "-Dvar.package=com.acme.people");

        original("3.4.1", "ontology-model", "people", "-Dpackage=com.acme.people");

        assertSame("3.4.1", "people");
        assertThat(work.resolve("3.4.1/people/src/main/java/com/acme/people/Person.java"))
                .exists();
    }

    @Test
    void several_packs_and_the_one_in_whose_folder_you_stand_become_archetypes() throws IOException {
        goal("packs:export", "-Dpack=cli-app,base-java", "-Dpacks.format=archetype", "-Dpacks.output=both")
                .succeeds();
        assertThat(work.resolve("both"))
                .isDirectoryContaining("glob:**/cli-app-archetype-1.0.0.jar")
                .isDirectoryContaining("glob:**/base-java-archetype-1.0.0.jar");

        Path mine = Files.createDirectories(work.resolve("mine/src/main/pack/files"))
                .resolveSibling("pack.toml");
        Files.writeString(
                mine,
                "[pack]\ngroup = \"com.acme.here\"\nid = \"mine\"\nversion = \"1.0.0\"\ndescription = \"Mine\"\n",
                StandardCharsets.UTF_8);
        Files.writeString(mine.resolveSibling("files").resolve("a.txt"), "a\n", StandardCharsets.UTF_8);
        MavenRun.in(work.resolve("mine"))
                .run("packs:export", "-Dpacks.format=archetype", "-Dpacks.outputFile=said.json")
                .succeeds()
                .shows("Wrote the archetype com.acme.here:mine-archetype:1.0.0");
        assertThat(work.resolve("mine/said.json"))
                .content()
                .startsWith("{")
                .contains("com.acme.here:mine-archetype:1.0.0");
        byte[] named = Files.readAllBytes(work.resolve("mine/mine-archetype-1.0.0.jar"));
        MavenRun.in(work.resolve("mine"))
                .run("packs:export", "-Dpack=file:.", "-Dpacks.format=archetype")
                .succeeds();
        assertThat(work.resolve("mine/mine-archetype-1.0.0.jar")).hasBinaryContent(named);
    }

    @Test
    void what_an_archetype_cannot_carry_is_said_and_nothing_is_written() {
        goal("packs:export", "-Dpack=ontology-model", "-Dpacks.format=archetype")
                .fails()
                .shows("PACKS-127 ontology-model!/pack.toml:", "makes one file for each of `types`");

        assertThat(work).isEmptyDirectory();
    }

    /** Of the group of the embedded packs, whose packs come from the plugin and from nowhere else; with a script, as it has no pom. */
    private void backAgain(String pack) {
        String[] generate = {
            "-Dpack=archetype:dev.packs.starters:" + pack + "-archetype:1.0.0",
            "-Dpacks.output=back/plain",
            "-Dvar.groupId=com.acme",
            "-Dvar.author=Ada"
        };
        Matcher allow = Pattern.compile("-Dpacks\\.allowScript=[0-9a-f]{64}")
                .matcher(goal("packs:generate", generate)
                        .fails()
                        .shows("PACKS-607 the archetype dev.packs.starters:" + pack + "-archetype:1.0.0 runs a script")
                        .output());
        assertThat(allow.find()).isTrue();
        String[] allowed = Arrays.copyOf(generate, generate.length + 1);
        allowed[generate.length] = allow.group();
        goal("packs:generate", allowed)
                .succeeds()
                .shows("from the archetype dev.packs.starters:" + pack + "-archetype:1.0.0");
        assertSame("back", "plain");

        goal("packs:import", "-Dpack=archetype:file:" + pack + "-archetype-1.0.0.jar")
                .succeeds()
                .shows(
                        "Cannot be generated: it runs a script of its own, until that is allowed",
                        "group: the pack's is `dev.packs.starters.archetypes`",
                        allow.group());
        MavenRun.in(work.resolve(pack + "-archetype-pack")).run("install").succeeds();
        allowed[0] = "-Dpack=dev.packs.starters.archetypes:" + pack + "-archetype-pack";
        allowed[1] = "-Dpacks.output=imported/plain";
        goal("packs:generate", allowed).succeeds();
        assertSame("imported", "plain");
    }

    private MavenResult export(String named, String... arguments) {
        List<String> all = new ArrayList<>(List.of(named, "-Dpacks.format=archetype"));
        all.addAll(Arrays.asList(arguments));
        MavenResult result = goal("packs:export", all.toArray(String[]::new)).succeeds();
        String pack = named.substring("-Dpack=".length());
        assertThat(work.resolve("archetype-catalog.xml")).content().contains("<artifactId>" + pack + "-archetype<");
        MavenRun.in(work)
                .run(INSTALL, "-Dfile=" + pack + "-archetype-1.0.0.jar")
                .succeeds();
        return result;
    }

    private void packs(String pack, String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-Dpack=" + pack, "-Dname=" + name));
        all.addAll(Arrays.asList(arguments));
        goal("packs:generate", all.toArray(String[]::new)).succeeds();
    }

    private void original(String version, String pack, String name, String... arguments) {
        Path here = work.resolve(version);
        try {
            Files.createDirectories(here);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        original(MavenRun.in(here), version, pack, name, arguments);
    }

    private static void original(MavenRun maven, String version, String pack, String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "org.apache.maven.plugins:maven-archetype-plugin:" + version + ":generate",
                "-DarchetypeCatalog=local",
                "-DarchetypeGroupId=dev.packs.starters",
                "-DarchetypeArtifactId=" + pack + "-archetype",
                "-DarchetypeVersion=1.0.0",
                "-DgroupId=com.acme",
                "-DartifactId=" + name));
        all.addAll(Arrays.asList(arguments));
        maven.run(all.toArray(String[]::new)).succeeds();
    }

    private void assertSame(String version, String name) {
        Map<String, String> expected = texts(work.resolve(name));
        assertThat(expected).isNotEmpty();
        assertThat(texts(work.resolve(version).resolve(name))).as(version).isEqualTo(expected);
    }

    /** Without {@code .packs}; a {@code *} before the path of what can be run. */
    private static Map<String, String> texts(Path root) {
        Map<String, String> texts = new TreeMap<>();
        Tree.of(root)
                .files()
                .forEach((path, state) -> texts.put(
                        (Files.isExecutable(root.resolve(path)) ? "*" : "") + path,
                        new String(state.content(), StandardCharsets.ISO_8859_1)));
        texts.keySet().removeIf(path -> path.startsWith(".packs/") || path.startsWith("*.packs/"));
        return texts;
    }

    private MavenResult goal(String goal, String... arguments) {
        List<String> all = new ArrayList<>(List.of(goal));
        all.addAll(Arrays.asList(arguments));
        return MavenRun.in(work).run(all.toArray(String[]::new));
    }
}
