package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeId;
import dev.packs.archetype.ArchetypeRun;
import dev.packs.integrity.Digest;
import dev.packs.io.MadeFiles;
import dev.packs.pack.PackRef;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.TreeSource;
import dev.packs.terminal.ScriptedTerminal;
import dev.packs.terminal.ShellText;
import dev.packs.variables.DetectedValues;
import dev.packs.version.VersionConstraint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateArchetypeTest {

    private static final String DESCRIPTOR = """
            property java-version 17~[0-9]+
            property flag true~true|false
            """;

    private static final GenerateProject.Mode USUAL = new GenerateProject.Mode(false, false, false, false);
    private static final GenerateProject.Mode DRY = new GenerateProject.Mode(true, false, false, false);
    private static final GenerateProject.Mode FORCE = new GenerateProject.Mode(false, true, false, false);
    private static final GenerateProject.Mode FROZEN = new GenerateProject.Mode(false, false, false, true);

    @TempDir
    private Path folder;

    private Path work;
    private Bench bench;
    private PackContent pack;
    private Interaction interaction = Interaction.none();

    @BeforeEach
    void open() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        bench = new Bench(folder);
        archetype(DESCRIPTOR);
    }

    private void archetype(String descriptor) throws IOException {
        byte[] jar = FakeArchetypes.jar(
                descriptor,
                Map.of(
                        "pom.xml", "<project>${artifactId}</project>",
                        "src/App.java", "package ${package}; // ${java-version} ${flag}",
                        "empty/.keep", ""));
        Path file = Files.write(folder.resolve("service-archetype-1.0.jar"), jar);
        pack = new FoundArchetype.OnDisk(new ArchetypeId("com.acme", "service-archetype", "1.0"), file)
                .pack(bench.archetypes)
                .content(Optional.empty());
    }

    private Optional<Path> answers = Optional.empty();

    private GeneratedProject generate(
            GenerateProject.Mode mode, Optional<Path> output, Map<String, String> properties) {
        PackLibrary library = new PackLibrary(
                EmbeddedSource.of(Bench.class.getClassLoader(), "dev/packs/source/packs/"),
                new TreeSource("the modules of this build", List.of()),
                List.of(new TreeSource("what was named", List.of(pack))));
        PreparePacks prepare =
                new PreparePacks(library, new InstallPackages(bench.packages, bench::store), bench.machine);
        Map<String, String> given = new HashMap<>(properties);
        return new GenerateProject(library, prepare, bench.use(), bench.engines())
                .run(new GenerateProject.Request(
                        new PackRef.Named(
                                "archetype:com.acme:service-archetype:1.0",
                                Optional.of(pack.id().name().group()),
                                pack.id().name().id(),
                                Optional.of(VersionConstraint.exactly(pack.id().version()))),
                        Optional.ofNullable(given.get("name")),
                        work,
                        output,
                        List.of(),
                        new GenerateProject.Answers(List.of(), given, answers, name -> DetectedValues.none()),
                        mode,
                        interaction));
    }

    private GeneratedProject generate(String... properties) {
        return generate(USUAL, Optional.empty(), properties(properties));
    }

    private static Map<String, String> properties(String... pairs) {
        Map<String, String> properties = new HashMap<>();
        for (String pair : pairs) {
            properties.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return properties;
    }

    private PacksException failure(String... properties) {
        PacksException failure = catchThrowableOfType(PacksException.class, () -> generate(properties));
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void what_the_archetype_makes_is_written_with_answers_and_lock() {
        GeneratedProject report = generate("name=my-app", "groupId=com.acme");
        Path project = work.resolve("my-app");
        assertThat(Bench.tree(project))
                .containsEntry("pom.xml", "<project>my-app</project>")
                .containsEntry("src/App.java", "package com.acme; // 17 true")
                .containsEntry(".packs/answers.toml", """
                        groupId = "com.acme"
                        artifactId = "my-app"
                        version = "1.0-SNAPSHOT"
                        package = "com.acme"
                        java_version = "17"
                        flag = true
                        """)
                .hasSize(4);
        assertThat(project.resolve("empty")).isEmptyDirectory();
        assertThat(Bench.read(project.resolve(".packs/packs.lock")))
                .contains("source = \"archetype\"", "id = \"service-archetype-pack\"", "version = \"1.0.0\"");
        assertThat(report.lines())
                .startsWith("Generated `my-app` from the archetype com.acme:service-archetype:1.0")
                .contains("  + empty", "  + pom.xml", "  mvn verify");
        assertThat(report.warnings()).extracting(problem -> problem.message()).contains("a warning");
        assertThat(report.document().toString()).contains("change=folder");
        assertThat(Files.exists(work.resolve("pom.xml"))).isFalse();
    }

    @Test
    void its_properties_are_asked_for_like_variables() {
        ScriptedTerminal terminal = new ScriptedTerminal("com.acme", "1.0", "", "seventeen", "21", "no", "y");
        interaction = new Interaction(
                true,
                new Interaction.Hooks.Off(),
                () -> Optional.of(terminal),
                "mvn packs:generate",
                new Interaction.Surroundings(Map.of(), ShellText.POSIX, line -> {}));

        generate("name=shop", "pack=archetype:com.acme:service-archetype:1.0");

        assertThat(terminal.left()).isEmpty();
        assertThat(Bench.read(work.resolve("shop/src/App.java"))).isEqualTo("package com.acme; // 21 false");
        assertThat(terminal.text())
                .contains("groupId: The groupId of the project", "cannot be `seventeen`")
                .contains("artifactId    shop")
                .contains("-Dvar.groupId=com.acme -Dvar.version=1.0 -Dvar.java_version=21 -Dvar.flag=false");
    }

    @Test
    void answers_are_given_as_variables_and_as_the_archetype_plugin_takes_them() {
        generate(
                "artifactId=from-artifact",
                "groupId=com.acme",
                "java-version=21",
                "package=com.acme.bare",
                "var.package=com.acme.variable",
                "flag=false",
                "pack=ignored");
        assertThat(Bench.read(work.resolve("from-artifact/src/App.java")))
                .isEqualTo("package com.acme.variable; // 21 false");
    }

    @Test
    void the_defaults_of_the_archetype_are_left_to_it() {
        generate("name=my-app", "groupId=com.acme", "version=2");
        assertThat(bench.archetypes.runs)
                .extracting(ArchetypeRun::properties)
                .singleElement()
                .satisfies(properties ->
                        assertThat(properties).containsEntry("version", "2").containsEntry("package", "com.acme"));
    }

    @Test
    void everything_that_is_wrong_with_the_answers_is_reported_at_once() {
        PacksException failure = failure("name=my-app", "java-version=new", "var.nothing=1");
        assertThat(failure.problems())
                .extracting(problem -> problem.code())
                .containsExactlyInAnyOrder(
                        ProblemCode.VARIABLE_UNKNOWN, ProblemCode.VARIABLE_MISSING, ProblemCode.VARIABLE_INVALID);
        assertThat(failure.getMessage())
                .contains("-Djava-version", "does not match `[0-9]+`", "-Dvar.groupId=com.acme");
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void a_pom_in_the_folder_is_the_parent_and_gets_the_module() {
        Bench.write(work.resolve("pom.xml"), "<parent/>");
        Bench.write(work.resolve("other/file"), "mine");
        generate("name=my-app", "groupId=com.acme");
        assertThat(Bench.read(work.resolve("pom.xml"))).isEqualTo("<parent/><module>my-app</module>");
        assertThat(Bench.read(work.resolve("other/file"))).isEqualTo("mine");
        assertThat(work.resolve("my-app/empty")).isEmptyDirectory();
        assertThat(work.resolve("my-app/.packs/answers.toml")).isRegularFile();
        assertThat(work.resolve(".packs")).doesNotExist();
        try (var files = Files.list(work)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("pom.xml", "other", "my-app");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void a_dry_run_writes_nothing() {
        Bench.write(work.resolve("pom.xml"), "<parent/>");
        GeneratedProject report = generate(DRY, Optional.empty(), properties("name=my-app", "groupId=com.acme"));
        assertThat(report.lines()).contains("  ~ pom.xml", "  + my-app/pom.xml", "  + my-app/empty");
        assertThat(Bench.tree(work)).containsOnlyKeys("pom.xml").containsEntry("pom.xml", "<parent/>");
    }

    @Test
    void nothing_of_the_users_is_overwritten_unasked() {
        Bench.write(work.resolve("my-app/src/App.java"), "mine");
        assertThat(failure("name=my-app", "groupId=com.acme").problems().get(0).toString())
                .startsWith("PACKS-308")
                .contains("src/App.java");
        assertThat(Bench.tree(work)).containsOnly(Map.entry("my-app/src/App.java", "mine"));

        generate(FORCE, Optional.empty(), properties("name=my-app", "groupId=com.acme"));
        assertThat(Bench.read(work.resolve("my-app/src/App.java"))).startsWith("package com.acme;");
    }

    @Test
    void below_a_parent_the_project_needs_an_empty_folder_too() {
        Bench.write(work.resolve("pom.xml"), "<parent/>");
        Bench.write(work.resolve("my-app/notes"), "mine");
        assertThat(failure("name=my-app", "groupId=com.acme").problems().get(0).code())
                .isEqualTo(ProblemCode.FOLDER_NOT_EMPTY);
        assertThat(Bench.read(work.resolve("pom.xml"))).isEqualTo("<parent/>");
    }

    @Test
    void a_partial_archetype_adds_to_the_project_that_is_there() throws IOException {
        archetype(DESCRIPTOR + "partial");
        Bench.write(work.resolve("my-app/pom.xml"), "<old/>");
        Bench.write(work.resolve("my-app/notes"), "mine");
        generate("name=my-app", "groupId=com.acme");
        assertThat(Bench.tree(work.resolve("my-app")))
                .containsEntry("pom.xml", "<old/><project>my-app</project>")
                .containsEntry("notes", "mine")
                .containsKey("src/App.java")
                .containsKey(".packs/answers.toml");

        Bench.write(work.resolve("my-app/src/App.java"), "mine");
        assertThat(failure("name=my-app", "groupId=com.acme").problems().get(0).toString())
                .startsWith("PACKS-308")
                .contains("src/App.java")
                .doesNotContain("notes");
    }

    @Test
    void a_partial_archetype_adds_to_the_project_in_which_the_user_stands() throws IOException {
        archetype(DESCRIPTOR + "partial");
        Bench.write(work.resolve("pom.xml"), "<old/>");
        generate("name=my-app", "groupId=com.acme");
        assertThat(Bench.tree(work))
                .containsEntry("pom.xml", "<old/><project>my-app</project>")
                .containsKey("src/App.java")
                .containsKey(".packs/answers.toml");
        assertThat(work.resolve("my-app")).doesNotExist();
    }

    @Test
    void another_folder_than_the_artifact_is_named_can_become_the_project() {
        Bench.write(work.resolve("pom.xml"), "<parent/>");
        generate(USUAL, Optional.of(work.resolve("elsewhere")), properties("artifactId=my-app", "groupId=com.acme"));
        assertThat(Bench.read(work.resolve("elsewhere/pom.xml"))).isEqualTo("<project>my-app</project>");
        assertThat(Bench.read(work.resolve("pom.xml"))).isEqualTo("<parent/>");

        generate(USUAL, Optional.of(work.resolve("deep/my-lib")), properties("groupId=com.acme"));
        assertThat(Bench.read(work.resolve("deep/my-lib/pom.xml"))).isEqualTo("<project>my-lib</project>");
    }

    @Test
    void saved_answers_make_the_same_project_again() {
        generate("name=my-app", "groupId=com.acme", "java-version=11");
        GeneratedProject again = generate("name=my-app");
        assertThat(again.plan().changes())
                .allMatch(change -> !change.getClass().getSimpleName().equals("Replace"));
        assertThat(Bench.read(work.resolve("my-app/src/App.java"))).contains("// 11 ");
        generate(FROZEN, Optional.empty(), properties("name=my-app"));
    }

    @Test
    void a_script_runs_only_with_its_own_digest() throws IOException {
        archetype(DESCRIPTOR + "script x");
        assertThat(failure("name=my-app", "groupId=com.acme").problems().get(0).code())
                .isEqualTo(ProblemCode.SCRIPT_REFUSED);
        Digest script = Digest.of("script x".getBytes(StandardCharsets.UTF_8));
        assertThat(failure("name=my-app", "groupId=com.acme").problems().get(0).toString())
                .contains(
                        "the archetype com.acme:service-archetype:1.0 runs a script",
                        "its digest is " + script.hex(),
                        "in its folder, then say -Dpacks.allowScript=" + script.hex());
        bench.archetypes.allowed = Optional.of(Digest.of(new byte[0]));
        assertThat(failure("name=my-app", "groupId=com.acme").problems().get(0).message())
                .startsWith("-Dpacks.allowScript=" + Digest.of(new byte[0]).hex() + " is the digest of another script")
                .endsWith(script.hex());
        bench.archetypes.allowed = Optional.of(Digest.of("script x".getBytes(StandardCharsets.UTF_8)));
        generate("name=my-app", "groupId=com.acme");
        assertThat(bench.archetypes.runs.get(0).script())
                .hasValueSatisfying(run -> assertThat(run.classPath()).containsExactly(Path.of("groovy.jar")));
    }

    @Test
    void a_script_that_is_allowed_and_not_there_is_told() {
        bench.archetypes.allowed = Optional.of(Digest.of(new byte[0]));
        assertThat(generate("name=my-app", "groupId=com.acme").warnings())
                .extracting(Problem::message)
                .containsExactly(
                        "the archetype com.acme:service-archetype:1.0 has no script, so that -Dpacks.allowScript allows nothing",
                        "a warning");
    }

    @Test
    void a_property_is_given_by_its_own_name_wherever_a_variable_is() {
        generate("name=one", "groupId=com.acme", "var.java-version=21");
        generate("name=two", "groupId=com.acme", "var." + pack.id().name().id() + ".java-version=22");
        generate("name=three", "groupId=com.acme", "var.java-version=21", "var.java_version=23");
        Bench.write(folder.resolve("answers.toml"), "java-version = \"24\"\ngroupId = \"com.acme\"\n");
        answers = Optional.of(folder.resolve("answers.toml"));
        generate("name=four");
        assertThat(bench.archetypes.runs)
                .extracting(run -> run.properties().get("java-version"))
                .containsExactly("21", "22", "23", "24");
    }

    @Test
    void a_property_called_name_is_not_what_names_the_project() throws IOException {
        archetype(DESCRIPTOR + "property name Service\n");
        GeneratedProject project = generate("name=my-app", "groupId=com.acme");
        assertThat(project.warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo(ProblemCode.NAME_OF_TWO);
            assertThat(warning.help().orElseThrow()).contains("-Dvar.name=");
        });
        assertThat(bench.archetypes.runs.get(0).properties())
                .containsEntry("name", "Service")
                .containsEntry("artifactId", "my-app");
        assertThat(generate("name=My App", "artifactId=other", "groupId=com.acme")
                        .warnings())
                .extracting(Problem::code)
                .doesNotContain(ProblemCode.NAME_OF_TWO);
        assertThat(bench.archetypes.runs.get(1).properties())
                .containsEntry("name", "My App")
                .containsEntry("artifactId", "other");
        assertThat(generate("name=third", "var.name=Mine", "groupId=com.acme").warnings())
                .extracting(Problem::code)
                .doesNotContain(ProblemCode.NAME_OF_TWO);
        assertThat(bench.archetypes.runs.get(2).properties())
                .containsEntry("name", "Mine")
                .containsEntry("artifactId", "third");

        archetype(DESCRIPTOR + "property name\n");
        assertThat(failure("name=fourth", "groupId=com.acme").problems().get(0).toString())
                .contains("PACKS-304", "-Dvar.name=");
    }

    @Test
    void a_dry_run_says_that_a_script_would_run_and_does_not_run_it() throws IOException {
        archetype(DESCRIPTOR + "script x");
        bench.archetypes.allowed = Optional.of(Digest.of("script x".getBytes(StandardCharsets.UTF_8)));
        GeneratedProject report = generate(DRY, Optional.empty(), properties("name=my-app", "groupId=com.acme"));
        assertThat(bench.archetypes.runs.get(0).script()).hasValueSatisfying(script -> {
            assertThat(script.runs()).isFalse();
            assertThat(script.classPath()).isEmpty();
        });
        assertThat(report.warnings())
                .extracting(problem -> problem.message())
                .anyMatch(message -> message.contains("the script of com.acme:service-archetype:1.0")
                        && message.contains("would run after generation; it was not run now"));
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void a_jar_that_is_not_the_manifests_is_not_used() {
        MadeFiles files = MadeFiles.empty();
        for (var path : pack.files().paths()) {
            byte[] content = pack.files().read(path).orElseThrow();
            files = files.with(path, path.text().endsWith(".jar") ? FakeArchetypes.jar("", Map.of()) : content);
        }
        pack = new PackContent(pack.id(), pack.origin(), files, pack.digest(), pack.location());
        assertThat(failure("name=my-app", "groupId=com.acme").problems().get(0).code())
                .isEqualTo(ProblemCode.DIGEST_MISMATCH);
        assertThat(bench.archetypes.opened).isZero();
    }

    @Test
    void an_artifact_id_is_the_name_of_a_folder() {
        assertThat(failure("artifactId=../up", "groupId=com.acme")
                        .problems()
                        .get(0)
                        .code())
                .isEqualTo(ProblemCode.PARAMETER_INVALID);
        assertThat(failure("artifactId=a/b", "groupId=com.acme").getMessage()).contains("-Dname=my-app");
    }

    @Test
    void a_folder_of_mavens_is_written_with_a_warning() throws IOException {
        byte[] jar = FakeArchetypes.jar(DESCRIPTOR, Map.of("pom.xml", "x", ".mvn/extensions.xml", "<extensions/>"));
        Path file = Files.write(folder.resolve("wrapped-1.0.jar"), jar);
        pack = new FoundArchetype.OnDisk(new ArchetypeId("com.acme", "wrapped", "1.0"), file)
                .pack(bench.archetypes)
                .content(Optional.empty());
        GeneratedProject report = generate("name=my-app", "groupId=com.acme");
        assertThat(work.resolve("my-app/.mvn/extensions.xml")).isRegularFile();
        assertThat(report.warnings())
                .extracting(problem -> problem.message())
                .anyMatch(message ->
                        message.contains("the archetype wrote to `.mvn`, as in `my-app/.mvn/extensions.xml`"));
    }

    @Test
    void git_and_packs_keep_their_folders() throws IOException {
        for (String path : List.of(".git/hooks/pre-commit", "a/.packs/x")) {
            byte[] jar = FakeArchetypes.jar(DESCRIPTOR, Map.of(path, "x"));
            Path file = Files.write(folder.resolve("bad-1.0.jar"), jar);
            pack = new FoundArchetype.OnDisk(new ArchetypeId("com.acme", "bad", "1.0"), file)
                    .pack(bench.archetypes)
                    .content(Optional.empty());
            assertThat(failure("name=my-app", "groupId=com.acme")
                            .problems()
                            .get(0)
                            .code())
                    .isEqualTo(ProblemCode.PATH_ESCAPES);
        }
        assertThat(work).isEmptyDirectory();
    }
}
