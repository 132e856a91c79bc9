package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team declares a pack of a repository, and builds again and again while one thing after another changes. */
class DeclaredPacksIT {

    private static final String HELLO = "src/main/java/com/acme/made/Hello.java";
    private static final String FIXED = "src/main/java/com/acme/made/Fixed.java";
    private static final String TABLE = "src/main/resources/table.txt";

    @TempDir
    private Path folder;

    private Path work;
    private Path output;
    private PackRepositoryBuilder market;

    @BeforeEach
    void a_project_and_a_repository() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        output = work.resolve("target/generated-sources/packs/made");
        market = new PackRepositoryBuilder(folder.resolve("market"));
    }

    @Test
    void a_build_renders_exactly_what_changed() throws IOException {
        String group = "com.acme.declared.exact";
        market.add(first(group, "1.0.0"));
        pom(group, "[1.0,2.0)", "World");
        write(
                "src/main/java/com/acme/app/App.java",
                "package com.acme.app;\npublic class App { String s = com.acme.made.Hello.TEXT + com.acme.made.Fixed.TEXT; }\n");

        maven("compile").succeeds().shows("3 created", "(2 rendered)", "wrote packs.lock");
        Tree made = Tree.of(output).holdsExactly(HELLO, FIXED, TABLE);
        assertThat(made.text(HELLO)).contains("Hello, World");
        assertThat(work.resolve("target/classes/com/acme/made/Hello.class")).exists();
        assertThat(work.resolve("target/classes/table.txt")).hasContent("[(literal)]");
        String lock = Files.readString(work.resolve("packs.lock"), StandardCharsets.UTF_8);
        assertThat(lock).contains("version = \"1.0.0\"", "digest = \"sha256:");

        // Nothing changed.
        maven("generate-sources").succeeds().doesNotShow("made:", "rendered", "packs.lock");
        made.isUntouchedIn(Tree.of(output));

        // A foreign file is there, and one output is gone.
        write("target/generated-sources/packs/made/src/main/java/Foreign.txt", "mine");
        Files.delete(output.resolve(FIXED));
        maven("generate-sources").succeeds();
        onlyWritten(made, FIXED);
        assertThat(output.resolve("src/main/java/Foreign.txt")).hasContent("mine");

        // A variable.
        made = Tree.of(output);
        pom(group, "[1.0,2.0)", "Mars");
        maven("generate-sources").succeeds().shows("1 replaced", "(1 rendered)");
        onlyWritten(made, HELLO);
        assertThat(Tree.of(output).text(HELLO)).contains("Hello, Mars");

        // A newer version changes one template and takes another away; the lock holds until it is told to move.
        market.add(second(group, "1.1.0"));
        made = Tree.of(output);
        maven("generate-sources").succeeds();
        made.isUntouchedIn(Tree.of(output));
        maven(Harness.plugin() + ":update").succeeds().shows("1.0.0", "1.1.0");
        maven("generate-sources").succeeds().shows("1 deleted");
        Tree.of(output).holdsExactly(HELLO, TABLE, "src/main/java/Foreign.txt");
        onlyWritten(made, HELLO, FIXED);
        assertThat(Tree.of(output).text(HELLO)).contains("Good day, Mars");

        // Everything again, without a network.
        String hello = Tree.of(output).text(HELLO);
        write("src/main/java/com/acme/app/App.java", "package com.acme.app;\npublic class App {}\n");
        maven("clean").succeeds();
        maven("-o", "compile").succeeds();
        assertThat(Tree.of(output).holdsExactly(HELLO, TABLE).text(HELLO)).isEqualTo(hello);
    }

    @Test
    void hooks_never_run_and_with_the_last_declaration_its_output_goes() throws IOException {
        String group = "com.acme.declared.last";
        market.add(TestPack.of(group, "made", "1.0.0")
                .file("files/src/main/resources/table.txt", "table\n")
                .with("[[hooks.post_generate]]\nrun = [\"touch\", \"hooked\"]"));
        String pom = TestPom.declaring(group, "made", "1.0.0");
        write("pom.xml", pom);

        maven("generate-sources")
                .succeeds()
                .shows("PACKS-157 pom.xml: <packs>/<pack> made: the pack " + group
                        + ":made:1.0.0 has 1 hook, which never")
                .shows("made: 1 created");
        Tree.of(output).holdsExactly(TABLE);
        assertThat(Tree.of(work).files().keySet()).noneMatch(path -> path.endsWith("hooked"));

        write("pom.xml", pom.replaceAll("(?s)<packs>.*</packs>", ""));
        maven("generate-sources", "-Dvar.other=1")
                .succeeds()
                .shows("deleted 1 file of packs that are no longer declared");
        assertThat(work.resolve("target/generated-sources/packs")).doesNotExist();
        maven("generate-sources").succeeds().doesNotShow("deleted", "packs.lock");
    }

    @Test
    void a_changed_template_of_a_module_is_rendered_again_and_nothing_else() throws IOException {
        Path project = Harness.ofBuild().settings().resolveSibling("a-pack-built-last-is-built-first");
        Tree.of(project)
                .files()
                .forEach((path, state) -> write(
                        path,
                        new String(state.content(), StandardCharsets.UTF_8)
                                .replace("@project.version@", Harness.ofBuild().version())));
        output = work.resolve("app/target/generated-sources/packs/model");
        String manifest = Files.readString(work.resolve("model/src/main/pack/pack.toml"), StandardCharsets.UTF_8);
        write(
                "model/src/main/pack/pack.toml",
                manifest + "\n[[templates]]\nname = \"b\"\nsource = \"templates/b.txt\"\noutput = \"b.txt\"\n");
        write("model/src/main/pack/templates/b.txt", "b");

        maven("generate-sources").succeeds().shows("model: 2 created");
        Tree made = Tree.of(output);
        maven("generate-sources").succeeds().doesNotShow("model: ", "Packed");
        made.isUntouchedIn(Tree.of(output));

        write(
                "model/src/main/pack/templates/Thing.java",
                "package com.acme.model;\n\npublic record Thing(int size) {}\n");
        maven("generate-sources").succeeds().shows("model: 0 created, 1 replaced, 0 deleted, 1 unchanged (1 rendered)");
        assertThat(Tree.of(output).text("src/main/java/com/acme/model/Thing.java"))
                .contains("int size");
        onlyWritten(made, "src/main/java/com/acme/model/Thing.java");

        // Without the second template, its output goes.
        write("model/src/main/pack/pack.toml", manifest);
        maven("generate-sources").succeeds().shows("1 deleted");
        Tree.of(output).holdsExactly("src/main/java/com/acme/model/Thing.java");
    }

    @Test
    void a_frozen_build_fails_where_the_lock_would_change() throws IOException {
        String group = "com.acme.declared.frozen";
        market.add(first(group, "1.0.0"));
        pom(group, "1.0.0", "World");

        maven("generate-sources", "-Dpacks.frozen").fails().shows("packs.lock");
        assertThat(work.resolve("packs.lock")).doesNotExist();
        assertThat(output).doesNotExist();

        maven("generate-sources").succeeds();
        Tree made = Tree.of(output);
        maven("generate-sources", "-Dpacks.frozen").succeeds();
        made.isUntouchedIn(Tree.of(output));
    }

    @Test
    void the_goals_for_declared_packs_print_text_and_documents() throws IOException {
        String group = "com.acme.declared.goals";
        market.addPackage("com.acme.declared:widgets:1.0.0", java.util.Map.of("widget.css", "a {}"));
        market.add(first(group, "1.0.0").installs("com.acme.declared:widgets", "^1.0"));
        pom(group, "1.0.0", "World");

        assertThat(document("install")).contains("\"installed\" : [", "com.acme.declared:widgets:1.0.0");
        assertThat(document("dependencies")).contains(group + ":made:1.0.0");
        assertThat(document("plan")).contains("\"created\" : [", HELLO);
        assertThat(output).doesNotExist();
        assertThat(document("generate")).contains("\"rendered\" : 2");
        assertThat(document("show", "-Dpack=" + group + ":made")).contains("\"name\" : \"greeted\"");
        assertThat(document("list", "-Dcategory=web"))
                .contains("web-api-starter")
                .doesNotContain("cli-app");
        assertThat(document("update")).contains("\"changes\" : [ ]");
        assertThat(document("uninstall")).contains("\"removed\" : [ ]");

        maven(Harness.plugin() + ":uninstall", "-Dpack=" + group + ":made")
                .fails()
                .shows("PACKS-124", "widgets");
        Files.delete(work.resolve("packs.lock"));
        assertThat(document("uninstall")).contains("com.acme.declared:widgets:1.0.0");
        assertThat(document("clean", "-Dpacks.all")).contains("\"removed\" : [ ]");
    }

    /** Checks that these files were written again, or have gone, and no others. */
    private void onlyWritten(Tree before, String... paths) {
        assertThat(before.touchedIn(Tree.of(output))).containsExactlyInAnyOrder(paths);
    }

    private String document(String goal, String... arguments) throws IOException {
        Path file = folder.resolve(goal + ".json");
        List<String> all = new ArrayList<>(
                List.of(Harness.plugin() + ":" + goal, "-Dpacks.format=json", "-Dpacks.outputFile=" + file));
        all.addAll(Arrays.asList(arguments));
        maven(all.toArray(String[]::new)).succeeds();
        String document = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(document).contains("\"goal\" : \"" + goal + "\"", "\"success\" : true");
        return document;
    }

    private static TestPack first(String group, String version) {
        return TestPack.of(group, "made", version)
                .with("[[variables]]\nname = \"greeted\"\ntype = \"string\"\nrequired = true\nexample = \"World\"")
                .template(
                        "Hello",
                        HELLO,
                        "package com.acme.made;\npublic class Hello { public static final String TEXT = \"Hello, [(${greeted})]\"; }\n")
                .template(
                        "Fixed",
                        FIXED,
                        "package com.acme.made;\npublic class Fixed { public static final String TEXT = \"fixed\"; }\n")
                .with("[[files]]\nsource = \"files/table.txt\"\noutput = \"" + TABLE + "\"")
                .file("files/table.txt", "[(literal)]");
    }

    private static TestPack second(String group, String version) {
        return TestPack.of(group, "made", version)
                .with("[[variables]]\nname = \"greeted\"\ntype = \"string\"\nrequired = true\nexample = \"World\"")
                .template(
                        "Hello",
                        HELLO,
                        "package com.acme.made;\npublic class Hello { public static final String TEXT = \"Good day, [(${greeted})]\"; }\n")
                .with("[[files]]\nsource = \"files/table.txt\"\noutput = \"" + TABLE + "\"")
                .file("files/table.txt", "[(literal)]");
    }

    private void pom(String group, String version, String greeted) {
        write("pom.xml", """
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>com.acme.declared</groupId>
                    <artifactId>app</artifactId>
                    <version>1</version>
                    <properties>
                        <maven.compiler.release>17</maven.compiler.release>
                        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    </properties>
                    <build>
                        <plugins>
                            <plugin>
                                <artifactId>maven-compiler-plugin</artifactId>
                                <version>3.16.0</version>
                            </plugin>
                            <plugin>
                                <groupId>dev.packs</groupId>
                                <artifactId>packs-maven-plugin</artifactId>
                                <version>%s</version>
                                <executions>
                                    <execution>
                                        <goals><goal>generate</goal></goals>
                                    </execution>
                                </executions>
                                <configuration>
                                    <packs>
                                        <pack>
                                            <groupId>%s</groupId>
                                            <artifactId>made</artifactId>
                                            <version>%s</version>
                                            <variables><greeted>%s</greeted></variables>
                                        </pack>
                                    </packs>
                                </configuration>
                            </plugin>
                        </plugins>
                    </build>
                </project>
                """.formatted(Harness.ofBuild().version(), group, version, greeted));
    }

    private void write(String path, String text) {
        Path file = work.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
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
