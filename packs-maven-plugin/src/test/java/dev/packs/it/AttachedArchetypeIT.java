package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack's project publishes the pack as an archetype, too, for people who have Maven and a repository and nothing of Packs. */
class AttachedArchetypeIT {

    private static final String GROUP = "com.acme.attached";

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void a_pack_project_that_exports_an_archetype() throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        project = work.resolve("welcome");
        MavenRun.in(work)
                .run(Harness.plugin() + ":init", "-Dname=welcome", "-Dvar.group_id=" + GROUP)
                .succeeds();
        replace("pom.xml", "0.1.0-SNAPSHOT</version>\n    <packaging>", "1.0.0</version>\n    <packaging>");
        bind("<format>archetype</format>");
    }

    @Test
    void who_has_an_empty_local_repository_generates_from_the_one_it_was_deployed_to() throws IOException {
        deploy();

        MavenRun.in(folder.resolve("stranger"))
                .localRepository(folder.resolve("stranger-repository"))
                .repository("market", market())
                .run(
                        StockArchetypePlugin.GOAL,
                        "-DarchetypeGroupId=" + GROUP,
                        "-DarchetypeArtifactId=welcome-archetype",
                        "-DarchetypeVersion=1.0.0",
                        "-DarchetypeCatalog=local",
                        "-DgroupId=com.acme",
                        "-DartifactId=hello",
                        "-Dgreeting=Good $1 morning")
                .succeeds();
        packs("hello", "-Dvar.greeting=Good $1 morning");

        assertThat(folder.resolve("stranger/hello/GREETING.md")).content().startsWith("# Good $1 morning, hello\n");
        assertSame("hello");
    }

    @Test
    void two_builds_give_equal_bytes_whatever_is_typed() throws IOException {
        deploy();
        byte[] jar = Files.readAllBytes(released("welcome-archetype-1.0.0.jar"));

        project = Files.move(project, folder.resolve("elsewhere"));
        maven(
                        "clean",
                        "package",
                        "-Duser.timezone=Asia/Tokyo",
                        "-Dvar.greeting=Typed",
                        "-Dpack=cli-app",
                        "-Dpacks.output=o",
                        "-Dpacks.answers=none.toml",
                        "-Dpacks.graph=none.ttl")
                .succeeds();

        assertThat(Files.readAllBytes(project.resolve("target/welcome-archetype-1.0.0.jar")))
                .isEqualTo(jar);
        assertThat(project.resolve("target/welcome-archetype-1.0.0.pom"))
                .hasSameBinaryContentAs(released("welcome-archetype-1.0.0.pom"));
        assertThat(project.resolve("o")).doesNotExist();
        assertThat(project.resolve("target/archetype-catalog.xml")).doesNotExist();
    }

    @Test
    void answers_of_the_pom_are_plain_text_in_it() throws IOException {
        replace(
                "pom.xml",
                "<format>archetype</format>",
                "<format>archetype</format><answers>src/archetype.toml</answers>");
        Files.writeString(project.resolve("src/archetype.toml"), "greeting = \"Fixed\"\n", StandardCharsets.UTF_8);

        maven("package").succeeds().shows("It asks for project_name\n");
    }

    @Test
    void what_cannot_be_carried_fails_the_build_with_its_place() throws IOException {
        Files.writeString(
                project.resolve("src/main/pack/templates/greeting.md"),
                "[(${#strings.escapeJava(greeting)})]\n",
                StandardCharsets.UTF_8);

        maven("verify", "-DskipTests").fails().shows("PACKS-127", "templates/greeting.md:1:");
        assertThat(project.resolve("target/welcome-archetype-1.0.0.jar")).doesNotExist();
    }

    @Test
    void a_project_of_another_packaging_has_none_and_a_parent_only_hands_it_down() throws IOException {
        replace("pom.xml", "<packaging>pack<", "<packaging>pom<");
        maven("package").succeeds().doesNotShow("archetype com.acme");

        replace("pom.xml", "<packaging>pom<", "<packaging>jar<");
        maven("package").fails().shows("PACKS-117", "has the packaging `jar`");
    }

    private void bind(String configuration) throws IOException {
        replace(
                "pom.xml",
                "<extensions>true</extensions>",
                "<extensions>true</extensions><executions><execution><goals><goal>export</goal></goals><configuration>"
                        + configuration + "</configuration></execution></executions>");
    }

    private void deploy() {
        maven("deploy", "-DaltDeploymentRepository=market::default::" + market())
                .succeeds()
                .shows(
                        "Wrote the archetype com.acme.attached:welcome-archetype:1.0.0 of com.acme.attached:welcome",
                        "It asks for greeting, project_name",
                        // Not before: who signs what is attached would sign it under the name of the pack.
                        "(default-attach)",
                        "(default-install)");
    }

    private void packs(String name, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = Harness.plugin() + ":generate";
        all[1] = "-Dpack=" + GROUP + ":welcome";
        all[2] = "-Dname=" + name;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        MavenRun.in(folder.resolve("work"))
                .repository("market", market())
                .run(all)
                .succeeds();
    }

    private void assertSame(String name) {
        ExactTree theirs = ExactTree.of(folder.resolve("stranger").resolve(name));
        ExactTree ours = ExactTree.of(folder.resolve("work").resolve(name));
        assertThat(theirs.differences(ours, "theirs", "ours")).isEmpty();
    }

    private String market() {
        return folder.resolve("market").toUri().toString();
    }

    private Path released(String file) {
        return folder.resolve("market/com/acme/attached/welcome-archetype/1.0.0")
                .resolve(file);
    }

    private void replace(String file, String old, String now) throws IOException {
        Path path = project.resolve(file);
        String text = Files.readString(path, StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, now), StandardCharsets.UTF_8);
    }

    private MavenResult maven(String... arguments) {
        return MavenRun.in(project).run(arguments);
    }
}
