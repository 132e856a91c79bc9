package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/getting-started.md}, {@code docs/goals.md} and the README tell people to do, with the files that the page shows. */
class GettingStartedIT {

    private static final Path PAGE = Path.of("../docs/getting-started.md");
    private static final Pattern FILE =
            Pattern.compile("<!-- file: (\\S+) -->\n```[a-z]*\n(.*?\n)```\n", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void in_an_empty_folder_packs_are_found_shown_and_planned() {
        MavenRun.in(folder)
                .run(Harness.plugin() + ":list")
                .succeeds()
                .shows("web-api-starter", "More about one: mvn packs:show -Dpack=base-java");
        MavenRun.in(folder)
                .run(
                        "packs:list",
                        "packs:show",
                        "packs:plan",
                        "packs:dependencies",
                        "-Dcategory=web",
                        "-Dpack=web-api-starter",
                        "-Dname=my-api",
                        "-Dvar.database=postgres")
                .succeeds()
                .shows(
                        "1.0.0  web",
                        "Variables",
                        "Use it: mvn packs:generate -Dpack=web-api-starter -Dname=my-project",
                        "Would generate `my-api` from dev.packs.starters:web-api-starter 1.0.0",
                        "\\- dev.packs.starters:base-java:1.0.0 (^1.0)");
        assertThat(folder.resolve("my-api")).doesNotExist();
    }

    @Test
    void packages_come_into_the_store_and_go() {
        MavenRun.in(folder)
                .run("packs:install", "-Dpack=web-api-starter")
                .succeeds()
                .shows("web-api-starter: 2 packs in 2 levels");
        assertThat(folder.resolve("packs.lock")).isRegularFile();
        MavenRun.in(folder)
                .run("packs:uninstall", "packs:clean", "-Dpack=web-api-starter", "-Dpacks.days=90")
                .succeeds();
        MavenRun.in(folder)
                .run("packs:help", "-Ddetail", "-Dgoal=generate")
                .succeeds()
                .shows("packs:generate", "packs.force");
    }

    @Test
    void a_project_is_generated_of_good_answers_only() {
        MavenRun.in(folder)
                .run(
                        "packs:generate",
                        "-Dpack=web-api-starter",
                        "-Dname=my-api",
                        "-Dvar.group_id=com.acme",
                        "-Dvar.database=oracle",
                        "-Dvar.databse=h2")
                .fails()
                .shows("PACKS-306 -Dvar.databse", "did you mean `-Dvar.database`?", "PACKS-305 -Dvar.database");
        assertThat(folder.resolve("my-api")).doesNotExist();
        MavenRun.in(folder)
                .run(
                        "packs:generate",
                        "-Dpack=web-api-starter",
                        "-Dname=my-api",
                        "-Dvar.group_id=com.acme",
                        "-Dvar.database=postgres")
                .succeeds()
                .shows(
                        "Generated `my-api` from dev.packs.starters:web-api-starter 1.0.0 (with base-java 1.0.0)",
                        "+ src/main/java/com/acme/myapi/Application.java",
                        "mvn verify");
    }

    @Test
    void a_pom_becomes_code_and_changed_code() throws IOException {
        shop(folder);
        MavenRun.in(folder).run("compile").succeeds().shows("model: 4 created, 0 replaced, 0 deleted");
        MavenRun.in(folder).run("compile").succeeds().doesNotShow("created");

        Path answers = folder.resolve("src/packs/model.toml");
        String born = "    { name = \"born\", type = \"date\", required = false },\n";
        assertThat(PAGE).content().contains(born);
        Files.writeString(answers, Files.readString(answers).replace("\n]", "\n" + born + "]"));
        MavenRun.in(folder)
                .run("compile")
                .succeeds()
                .shows("model: 0 created, 3 replaced, 0 deleted, 1 unchanged (3 rendered)");
        MavenRun.in(folder).run("packs:update", "-Dpacks.dryRun").succeeds();
        MavenRun.in(folder).offline().run("clean", "compile").succeeds().shows("model: 4 created");
    }

    @Test
    void an_authors_first_pack_is_built_checked_and_used() {
        MavenRun.in(folder)
                .run("packs:init", "-Dname=greeter", "-Dvar.group_id=com.acme.packs")
                .succeeds()
                .shows("Generated `greeter`");
        Path greeter = folder.resolve("greeter");
        MavenRun.in(greeter)
                .run("packs:test", "-Dpacks.accept")
                .succeeds()
                .shows("good-morning: 1 file", "as expected before");
        MavenRun.in(greeter).run("install").succeeds().shows("Packed com.acme.packs:greeter:0.1.0-SNAPSHOT");
        MavenRun.in(greeter)
                .run("packs:generate", "-Dpack=com.acme.packs:greeter", "-Dname=hello", "-Dpacks.output=../hello")
                .succeeds();
        assertThat(folder.resolve("hello/GREETING.md")).content().startsWith("# Hello, hello\n");
        MavenRun.in(folder)
                .run("packs:generate", "-Dpack=com.acme.packs:greeter@0.1.0-SNAPSHOT", "-Dname=again")
                .succeeds();
        assertThat(folder.resolve("again/GREETING.md")).content().startsWith("# Hello, again\n");
        MavenRun.in(greeter).run("packs:validate").succeeds();
    }

    /** Writes the files of the page's second part. */
    static Path shop(Path folder) throws IOException {
        Matcher file = FILE.matcher(Files.readString(PAGE));
        while (file.find()) {
            Path target = folder.resolve(file.group(1));
            Files.createDirectories(target.getParent());
            Files.writeString(
                    target,
                    file.group(2).replace("0.1.0-SNAPSHOT", Harness.ofBuild().version()));
        }
        return folder;
    }
}
