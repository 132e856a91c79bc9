package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.pack.PackRef;
import dev.packs.source.LocalPacks;
import dev.packs.source.MemorySource;
import dev.packs.terminal.ScriptedTerminal;
import dev.packs.terminal.ShellText;
import dev.packs.terminal.Terminal;
import dev.packs.variables.DetectedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whose hooks run, and when. */
@DisabledOnOs(OS.WINDOWS)
class HookedProjectTest {

    private static final Interaction.Hooks OFF = new Interaction.Hooks.Off();
    private static final Interaction.Hooks ASK = new Interaction.Hooks.Ask();

    @TempDir
    private Path folder;

    private Bench bench;
    private final List<String> said = new ArrayList<>();
    private Optional<Terminal> terminal = Optional.empty();
    private boolean dryRun;

    @BeforeEach
    void write() {
        bench = new Bench(folder);
        bench.packs.pack("starter", "1.0.0", """
                        [[dependencies]]
                        pack = "com.acme:base"
                        version = "^1.0"

                        [[variables]]
                        name = "token"
                        secret = true
                        default = "hunter2"

                        [[hooks.post_generate]]
                        run = ["sh", "-c", "cat main.txt; touch ran"]
                        timeout = 60
                        """).with("files/main.txt", "token hunter2\n");
        bench.packs.pack("base", "1.0.0", """
                [[hooks.post_generate]]
                run = ["touch", "never"]
                """).with("files/base.txt", "\n");
    }

    private GeneratedProject generate(Interaction.Hooks hooks) {
        Interaction interaction = new Interaction(
                false,
                hooks,
                () -> terminal,
                "mvn packs:generate",
                new Interaction.Surroundings(System.getenv(), ShellText.POSIX, said::add));
        return new GenerateProject(bench.library(), bench.prepare(), bench.use(), bench.engines())
                .run(new GenerateProject.Request(
                        (PackRef.Named) PackRef.parse("starter"),
                        Optional.of("shop"),
                        folder,
                        Optional.empty(),
                        List.of(),
                        new GenerateProject.Answers(
                                List.of("com.acme"), Map.of(), Optional.empty(), name -> DetectedValues.none()),
                        new GenerateProject.Mode(dryRun, false, false, false),
                        interaction));
    }

    private Digest digest() {
        dryRun = true;
        List<Problem> warnings = generate(OFF).warnings();
        Problem left = warnings.get(warnings.size() - 1);
        dryRun = false;
        String help = left.help().orElseThrow();
        return Digest.find(help.substring(help.indexOf("sha256:"), help.indexOf("sha256:") + 71))
                .orElseThrow();
    }

    @Test
    void they_are_left_out_and_told_with_what_would_let_them_run() {
        GeneratedProject project = generate(OFF);

        assertThat(folder.resolve("shop/main.txt")).exists();
        assertThat(folder.resolve("shop/ran")).doesNotExist();
        assertThat(project.warnings()).extracting(Problem::code).containsOnly(ProblemCode.HOOKS_LEFT_OUT);
        assertThat(project.warnings().get(0).message())
                .isEqualTo("the pack com.acme:base:1.0.0 has 1 hook, which never run here: only those of the pack that"
                        + " you name can");
        assertThat(project.warnings().get(1).message())
                .startsWith(
                        "the pack com.acme:starter:1.0.0 has 1 hook to run after it is generated, and none was run:")
                .endsWith("    [\"sh\", \"-c\", \"cat main.txt; touch ran\"] (at most 60 s)");
        assertThat(project.document().toString()).contains("hooks={digest=sha256:", "run=false");
    }

    @Test
    void a_plan_runs_none_whatever_was_agreed_to() {
        dryRun = true;
        for (Interaction.Hooks hooks : List.of(OFF, new Interaction.Hooks.Agreed(digest()))) {
            dryRun = true;
            Problem told = generate(hooks).warnings().get(1);
            assertThat(told.message()).contains("1 hook to run after it is generated, and a plan runs none:");
            assertThat(told.help().orElseThrow()).startsWith("mvn packs:generate with -Dpacks.hooks=run asks");
        }
    }

    @Test
    void show_tells_them_too() {
        ShowPack.Description shown =
                new ShowPack(bench.library(), List.of("com.acme")).run((PackRef.Named) PackRef.parse("starter"));

        assertThat(shown.lines())
                .containsSubsequence(
                        "Hooks, which run only if you say so",
                        "  [\"sh\", \"-c\", \"cat main.txt; touch ran\"] (at most 60 s)");
        assertThat(shown.document().toString())
                .contains("hooks=[{run=[sh, -c, cat main.txt; touch ran], environment=[], timeout=60}]");
    }

    @Test
    void the_digest_that_was_shown_lets_them_run_those_of_dependencies_never() {
        GeneratedProject project = generate(new Interaction.Hooks.Agreed(digest()));

        assertThat(folder.resolve("shop/ran")).exists();
        assertThat(folder.resolve("shop/never")).doesNotExist();
        assertThat(said)
                .anyMatch(line -> line.startsWith("Running hook 1 of 1"))
                .contains("  | token ***");
        assertThat(project.warnings()).hasSize(1);
        assertThat(project.lines()).contains("Ran 1 hook");
        assertThat(project.document().toString()).contains("run=true");
    }

    @Test
    void another_digest_writes_nothing() {
        Interaction.Hooks other = new Interaction.Hooks.Agreed(Digest.of(new byte[0]));

        assertThat(Bench.problems(() -> generate(other))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.HOOKS_REFUSED);
            assertThat(problem.message()).contains("touch ran");
            assertThat(problem.help().orElse("")).contains("-Dpacks.hooks=sha256:");
        });
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void a_digest_does_not_outlive_what_it_was_given_for() {
        Interaction.Hooks agreed = new Interaction.Hooks.Agreed(digest());
        bench.packs.pack("starter", "1.0.1", """
                [[hooks.post_generate]]
                run = ["sh", "-c", "cat main.txt; touch ran"]
                timeout = 60
                """).with("files/main.txt", "other\n");

        assertThat(Bench.codes(() -> generate(agreed))).containsExactly(ProblemCode.HOOKS_REFUSED);
    }

    @Test
    void a_digest_does_not_outlive_another_version_of_a_pack_or_package_that_is_needed() {
        Interaction.Hooks agreed = new Interaction.Hooks.Agreed(digest());
        bench.packs.pack("base", "1.1.0", "").with("files/base.txt", "other\n");
        assertThat(Bench.codes(() -> generate(agreed))).containsExactly(ProblemCode.HOOKS_REFUSED);

        bench.packages.offer("css", "1.0.0");
        bench.packs.pack("base", "1.1.0", """
                [[packages]]
                name = "org.example:css"
                version = "^1.0"
                install_path = "css"
                """);
        Interaction.Hooks withPackage = new Interaction.Hooks.Agreed(digest());
        bench.packages.offer("css", "1.1.0");
        assertThat(Bench.codes(() -> generate(withPackage))).containsExactly(ProblemCode.HOOKS_REFUSED);

        generate(new Interaction.Hooks.Agreed(digest()));
        assertThat(folder.resolve("shop/ran")).exists();
    }

    @Test
    void a_digest_covers_every_file_of_a_pack_that_is_in_no_archive() throws IOException {
        Path pack = folder.resolve("pack");
        Bench.write(pack.resolve("pack.toml"), MemorySource.manifest("starter", "1.0.0", """
                        [[hooks.post_generate]]
                        run = ["sh", "setup.sh"]
                        """));
        Path script = Bench.write(pack.resolve("files/setup.sh"), "touch ran\n");
        bench.workspace.add(LocalPacks.open(pack));
        Interaction.Hooks agreed = new Interaction.Hooks.Agreed(digest());

        Files.writeString(script, "touch ran other\n");
        bench.workspace.set(0, LocalPacks.open(pack));
        assertThat(Bench.codes(() -> generate(agreed))).containsExactly(ProblemCode.HOOKS_REFUSED);

        Files.writeString(script, "touch ran\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        bench.workspace.set(0, LocalPacks.open(pack));
        assertThat(Bench.codes(() -> generate(agreed))).containsExactly(ProblemCode.HOOKS_REFUSED);

        assertThat(script.toFile().setExecutable(false)).isTrue();
        bench.workspace.set(0, LocalPacks.open(pack));
        generate(agreed);
        assertThat(folder.resolve("shop/ran")).exists();
    }

    @Test
    void without_a_terminal_nobody_can_be_asked_and_nothing_is_written() {
        assertThat(Bench.codes(() -> generate(ASK))).containsExactly(ProblemCode.HOOKS_REFUSED);
        assertThat(folder.resolve("shop")).doesNotExist();
    }

    @Test
    void at_a_terminal_they_are_shown_and_asked_for() {
        ScriptedTerminal yes = new ScriptedTerminal("maybe", "y");
        terminal = Optional.of(yes);

        generate(ASK);

        assertThat(folder.resolve("shop/ran")).exists();
        assertThat(yes.text())
                .contains("com.acme:starter:1.0.0 wants to run", "touch ran", "Digest: sha256:", "Run it? (y/N)> y");
        assertThat(yes.closed).isTrue();
    }

    @Test
    void whoever_just_presses_enter_has_not_agreed() {
        terminal = Optional.of(new ScriptedTerminal(""));

        GeneratedProject project = generate(ASK);

        assertThat(folder.resolve("shop/main.txt")).exists();
        assertThat(folder.resolve("shop/ran")).doesNotExist();
        assertThat(project.warnings()).hasSize(2);
    }

    @Test
    void a_failing_one_leaves_the_project() {
        bench.packs.pack("starter", "1.0.0", """
                [[hooks.post_generate]]
                run = ["sh", "-c", "exit 3"]
                """).with("files/main.txt", "\n");
        terminal = Optional.of(new ScriptedTerminal("yes"));

        assertThat(Bench.codes(() -> generate(ASK))).containsExactly(ProblemCode.HOOK_FAILED);

        assertThat(Bench.tree(folder.resolve("shop"))).containsKeys("main.txt", ".packs/answers.toml");
    }

    @Test
    void a_dry_run_asks_nothing_and_runs_nothing() {
        dryRun = true;

        assertThat(generate(ASK).warnings()).hasSize(2);
        assertThat(folder.resolve("shop")).doesNotExist();
    }
}
