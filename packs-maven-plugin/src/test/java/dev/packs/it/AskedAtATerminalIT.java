package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sits at a real pseudo-terminal, is asked, answers, and lets a hook run, or does not. */
@DisabledOnOs(OS.WINDOWS)
class AskedAtATerminalIT {

    private static final String GENERATE = "packs:generate";
    private static final String PACK = "-Dpack=file:../pack";

    @TempDir
    private Path folder;

    private Path work;

    @BeforeEach
    void write() throws IOException {
        work = folder.resolve("work");
        Path pack = Files.createDirectories(folder.resolve("pack"));
        Files.createDirectories(pack.resolve("templates"));
        Files.writeString(pack.resolve("pack.toml"), """
                [pack]
                group = "com.acme.asking"
                id = "asker"
                version = "1.0.0"
                name = "Asker"
                description = "Made up for a test."
                category = "other"
                license = "Apache-2.0"

                [[variables]]
                name = "database"
                description = "Where the data is kept"
                group = "Storage"
                options = ["postgres", "h2"]
                default = "postgres"

                [[variables]]
                name = "port"
                type = "integer"
                group = "Storage"
                min = 1024
                required = true

                [[variables]]
                name = "password"
                group = "Storage"
                secret = true
                required = true
                when = "${database == 'postgres'}"

                [[templates]]
                name = "settings"
                source = "templates/settings.txt"
                output = "settings.txt"

                [[hooks.post_generate]]
                run = ["sh", "-c", "cat settings.txt; touch hooked"]
                """);
        Files.writeString(
                pack.resolve("templates/settings.txt"), "[(${database})] [(${port})] [(${password ?: ''})]\n");
    }

    private MavenRun maven() {
        return MavenRun.in(work);
    }

    private String settings() throws IOException {
        return Files.readString(work.resolve("shop/settings.txt"));
    }

    @Test
    void answers_are_asked_for_confirmed_written_and_the_hook_runs() throws IOException {
        try (MavenAtTerminal maven =
                maven().startAtTerminal(GENERATE, PACK, "-Dpacks.interactive", "-Dpacks.hooks=run")) {
            maven.awaits("Name of the project, and of its folder [asker]> ")
                    .types("shop")
                    .awaits("com.acme.asking:asker: Storage")
                    .awaits("database: Where the data is kept")
                    .awaits("1  postgres")
                    .awaits("database [postgres]> ")
                    .types("")
                    .awaits("port> ")
                    .types("80")
                    .awaits("`port` cannot be `80`: it is less than 1024")
                    .awaits("port> ")
                    .types("5432")
                    .awaits("password (is not shown)> ")
                    .types("hunter2x")
                    .awaits("into " + work.toRealPath().resolve("shop"))
                    .awaits("password  (secret)")
                    .awaits("The same without questions:")
                    .awaits("generate -Dpack=file:../pack -Dname=shop -D")
                    .awaits("add -Dvar.password=…")
                    .awaits("Generate it? (Y/n)> ");
            assertThat(work.resolve("shop")).doesNotExist();
            maven.types("y")
                    .awaits("wants to run in the generated project")
                    .awaits("touch hooked")
                    .awaits("Digest: sha256:")
                    .awaits("Run it? (y/N)> ");
            assertThat(work.resolve("shop")).doesNotExist();
            maven.types("y").await().succeeds().shows("| postgres 5432 ***", "Ran 1 hook");
            assertThat(maven.raw()).doesNotContain("hunter2x");
        }

        assertThat(settings()).isEqualTo("postgres 5432 hunter2x\n");
        assertThat(work.resolve("shop/hooked")).exists();
        assertThat(Files.readString(work.resolve("shop/.packs/answers.toml")))
                .contains("port = 5432")
                .doesNotContain("hunter");
    }

    @Test
    void the_line_that_is_shown_makes_the_same_project_again() throws Exception {
        MavenAtTerminal asked;
        try (MavenAtTerminal maven = maven().startAtTerminal(GENERATE, PACK, "-Dpacks.interactive")) {
            asked = maven.awaits("Name of the project, and of its folder [asker]> ")
                    .types("shop")
                    .awaits("database [postgres]> ")
                    .types("h2")
                    .awaits("port> ")
                    .types("5432")
                    .awaits("Generate it? (Y/n)> ")
                    .types("");
            asked.await().succeeds();
        }

        repeats(asked);
    }

    @Test
    void packs_that_are_composed_ask_once_for_what_they_share_and_the_line_repeats_it() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other/templates"));
        Files.writeString(other.resolveSibling("pack.toml"), """
                [pack]
                group = "com.acme.asking"
                id = "other"
                version = "2.1.0"
                name = "Other"
                description = "Made up for a test."
                category = "other"
                license = "Apache-2.0"

                [[variables]]
                name = "database"
                options = ["h2", "mysql", "postgres"]
                default = "mysql"

                [[variables]]
                name = "port"
                type = "integer"
                default = 9090

                [[variables]]
                name = "owner"
                default = "nobody"

                [[templates]]
                name = "owner"
                source = "templates/owner.txt"
                output = "owner.txt"
                """);
        Files.writeString(other.resolve("owner.txt"), "[(${owner})] [(${database})] [(${port})]\n");
        MavenAtTerminal asked;
        try (MavenAtTerminal maven =
                maven().startAtTerminal("packs:compose", PACK + ",file:../other", "-Dpacks.interactive")) {
            asked = maven.awaits("Name of the project, and of its folder [app]> ")
                    .types("shop")
                    .awaits("asker and other: Storage")
                    .awaits("database [postgres]> ")
                    .types("h2")
                    .awaits("port [9090]> ")
                    .types("80")
                    .awaits("`port` cannot be `80`: it is less than 1024")
                    .types("5432")
                    .awaits("owner [nobody]> ")
                    .types("O'Neil & $HOME")
                    .awaits("com.acme.asking:asker 1.0.0 and com.acme.asking:other 2.1.0 into "
                            + work.toRealPath().resolve("shop"))
                    .awaits("Generate it? (Y/n)> ")
                    .types("");
            asked.await().succeeds().shows("PACKS-157 the pack com.acme.asking:asker:1.0.0", "Generated `shop`");
        }
        assertThat(asked.screen()).containsOnlyOnce("database [").containsOnlyOnce("owner [");
        assertThat(settings()).isEqualTo("h2 5432 \n");
        assertThat(work.resolve("shop/owner.txt")).hasContent("O'Neil & $HOME h2 5432");
        assertThat(work.resolve("shop/hooked")).doesNotExist();

        repeats(asked);
    }

    /** Runs the line as a shell reads it, in another folder beside the packs. */
    private void repeats(MavenAtTerminal asked) throws Exception {
        Matcher line =
                Pattern.compile("The same without questions:\n +mvn (.+)\n").matcher(asked.screen());
        assertThat(line.find()).as(asked.screen()).isTrue();
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + line.group(1)).start();
        List<String> words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(shell.waitFor()).isZero();

        MavenRun.in(folder.resolve("again")).run(words.toArray(String[]::new)).succeeds();

        Tree first = Tree.of(work.resolve("shop"));
        Tree again = Tree.of(folder.resolve("again/shop"));
        assertThat(again.files().keySet()).isEqualTo(first.files().keySet());
        for (String path : first.files().keySet()) {
            assertThat(again.text(path)).as(path).isEqualTo(first.text(path));
        }
    }

    @Test
    void nothing_is_written_for_who_refuses_or_interrupts() {
        try (MavenAtTerminal refuses = maven().startAtTerminal(GENERATE, PACK, "-Dname=shop", "-Dpacks.interactive")) {
            refuses.awaits("database [postgres]> ")
                    .types("2")
                    .awaits("port> ")
                    .types("8080")
                    .awaits("-Dvar.database=h2 -Dvar.port=8080")
                    .awaits("Generate it? (Y/n)> ")
                    .types("n")
                    .await()
                    .fails()
                    .shows("PACKS-155", "nothing was written");
        }
        assertThat(work).isEmptyDirectory();

        try (MavenAtTerminal interrupts =
                maven().startAtTerminal(GENERATE, "-Dpack=web-api-starter", "-Dpacks.interactive")) {
            interrupts
                    .awaits("Name of the project, and of its folder [web-api-starter]> ")
                    .types("my-api")
                    .awaits("dev.packs.starters:web-api-starter")
                    .awaits("> ")
                    .interrupts()
                    .await()
                    .fails()
                    .shows("PACKS-155", "you interrupted the questions, so that nothing was written");
        }
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void batch_mode_asks_nothing_and_lets_a_hook_run_by_its_digest_alone() throws IOException {
        try (MavenAtTerminal maven = maven().startAtTerminal(
                        "-B",
                        GENERATE,
                        PACK,
                        "-Dname=shop",
                        "-Dpacks.interactive",
                        "-Dpacks.hooks=run",
                        "-Dvar.database=h2")) {
            maven.await().fails().shows("PACKS-304", "`port`", "PACKS-156").doesNotShow("port> ");
        }
        assertThat(work).isEmptyDirectory();

        String[] values = {GENERATE, PACK, "-Dname=shop", "-Dvar.database=h2", "-Dvar.port=8080"};
        MavenResult refused = maven().run(with(values, "-Dpacks.hooks=run"));
        refused.fails().shows("PACKS-614", "touch hooked", "add -Dpacks.hooks=sha256:");
        assertThat(work).isEmptyDirectory();

        Matcher digest = Pattern.compile("packs\\.hooks=(sha256:[0-9a-f]{64})").matcher(refused.output());
        assertThat(digest.find()).isTrue();
        maven().run(with(values, "-Dpacks.hooks=" + digest.group(1))).succeeds().shows("| h2 8080", "Ran 1 hook");
        assertThat(settings()).isEqualTo("h2 8080 \n");
        assertThat(work.resolve("shop/hooked")).exists();
    }

    @Test
    void on_a_terminal_that_can_hide_nothing_nobody_is_asked_and_a_mistyped_property_is_told() {
        try (MavenAtTerminal maven = maven().environment("TERM", "dumb")
                .startAtTerminal(GENERATE, PACK, "-Dname=shop", "-Dpacks.interactive", "-Dpacks.dryrun")) {
            maven.await()
                    .fails()
                    .shows("PACKS-304", "`port`", "`password`", "a file that only you can read", "PACKS-156")
                    .shows("PACKS-117 -Dpacks.dryrun", "did you mean `-Dpacks.dryRun`?")
                    .doesNotShow("is not shown");
        }
        assertThat(work).isEmptyDirectory();
    }

    private static String[] with(String[] arguments, String one) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = one;
        return all;
    }
}
