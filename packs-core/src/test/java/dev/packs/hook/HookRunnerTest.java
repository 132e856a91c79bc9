package dev.packs.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.pack.Hook;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.terminal.Secrets;
import dev.packs.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class HookRunnerTest {

    private static final PackId PACK = new PackId(new PackName("com.acme", "starter"), Version.parse("1.0.0"));
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path project;

    private final List<String> said = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    private Secrets secrets = Secrets.none();

    private static Hook shell(String script) {
        return new Hook(List.of("sh", "-c", script), List.of(), LONG);
    }

    private static PackHooks hooks(Hook... hooks) {
        return new PackHooks(PACK, Optional.empty(), Arrays.asList(hooks));
    }

    private void run(Hook... hooks) {
        new HookRunner(project, environment, secrets, this::say).run(hooks(hooks));
    }

    private synchronized void say(String line) {
        said.add(line);
    }

    private Problem failure(Hook... hooks) {
        return catchThrowableOfType(PacksException.class, () -> run(hooks))
                .problems()
                .get(0);
    }

    private long file(String name) throws IOException {
        return Long.parseLong(Files.readString(project.resolve(name)).strip());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(HookRunnerTest::isNoZombie).isPresent();
    }

    /** Where nobody collects the dead, they stay in the table. */
    private static boolean isNoZombie(ProcessHandle process) {
        try {
            return !Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"))
                    .contains(") Z ");
        } catch (IOException gone) {
            return process.isAlive() && !Files.isDirectory(Path.of("/proc/self"));
        }
    }

    @Test
    void hooks_run_one_after_the_other_in_the_project_and_what_they_print_is_shown() {
        run(shell("echo one; pwd > where"), shell("cat where && echo two >&2"));

        assertThat(said)
                .startsWith(
                        "Running hook 1 of 2 of com.acme:starter:1.0.0: [\"sh\", \"-c\", \"echo one; pwd > where\"]",
                        "  | one",
                        "Running hook 2 of 2 of com.acme:starter:1.0.0: [\"sh\", \"-c\", \"cat where && echo two >&2\"]")
                .contains("  | two");
        assertThat(said.get(3)).endsWith(project.getFileName().toString());
    }

    @Test
    void arguments_reach_the_program_as_they_are_and_no_shell_reads_them() throws IOException {
        run(new Hook(List.of("touch", "$(touch x); a b", "*"), List.of(), LONG));

        try (var files = Files.list(project)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("$(touch x); a b", "*");
        }
    }

    @Test
    void a_line_for_a_shell_is_no_program() {
        Problem problem = failure(new Hook(List.of("touch a; touch b"), List.of(), LONG), shell("touch later"));

        assertThat(problem.code()).isEqualTo(ProblemCode.HOOK_NOT_STARTED);
        assertThat(problem.message())
                .contains("one by one", "the one after it was not run", "`" + project + "` is written, and stays");
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void a_program_with_a_path_is_one_of_the_project() throws IOException {
        Path script = Files.writeString(project.resolve("setup.sh"), "#!/bin/sh\necho from the project\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();

        run(new Hook(List.of("./setup.sh"), List.of(), LONG));

        assertThat(said).contains("  | from the project");
    }

    @Test
    void a_failure_is_told_with_its_exit_code_and_ends_the_rest() {
        Problem problem = failure(shell("exit 7"), shell("touch later"), shell("touch later"));

        assertThat(problem.code()).isEqualTo(ProblemCode.HOOK_FAILED);
        assertThat(problem.message())
                .contains(
                        "hook 1 of 3 of com.acme:starter:1.0.0 failed with exit code 7", "the 2 after it were not run");
        assertThat(project.resolve("later")).doesNotExist();
    }

    @Test
    void only_named_variables_of_the_environment_are_seen() {
        environment.put("AWS_SECRET_ACCESS_KEY", "abc");
        environment.put("DOCKER_HOST", "unix:///x");
        environment.put("HOME", "/home/ann");

        run(new Hook(List.of("env"), List.of("DOCKER_HOST", "NOT_THERE"), LONG));

        assertThat(said)
                .contains("  | DOCKER_HOST=unix:///x", "  | HOME=/home/ann")
                .noneMatch(line -> line.contains("AWS_") || line.contains("NOT_THERE"));
        List<String> allowed = new ArrayList<>(HookEnvironment.USUAL);
        allowed.addAll(List.of("DOCKER_HOST", ProcessTree.MARKER));
        assertThat(said.subList(1, said.size()))
                .allMatch(line -> allowed.contains(line.substring(4, line.indexOf('='))));
    }

    @Test
    void what_one_prints_that_ends_at_once_is_shown() {
        for (int i = 0; i < 30; i++) {
            said.clear();
            run(new Hook(List.of("echo", "done"), List.of(), LONG));

            assertThat(said).hasSize(2).last().isEqualTo("  | done");
        }
    }

    @Test
    void one_that_hangs_is_ended_with_all_that_it_started() throws Exception {
        long start = System.nanoTime();

        Problem problem = failure(new Hook(
                List.of("sh", "-c", "sleep 300 & echo $! > child; echo $$ > own; wait"),
                List.of(),
                Duration.ofSeconds(2)));

        assertThat(problem.code()).isEqualTo(ProblemCode.HOOK_TIMED_OUT);
        assertThat(problem.message()).contains("did not end within 2 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
        assertThat(isAlive(file("child"))).isFalse();
        assertThat(isAlive(file("own"))).isFalse();
    }

    @Test
    void one_that_reads_gets_the_end_of_input() {
        run(shell("read line || echo nothing to read"));

        assertThat(said).contains("  | nothing to read");
    }

    @Test
    void what_it_leaves_running_is_ended_although_its_parent_is_gone() throws Exception {
        run(shell("(sleep 300 & echo $! > orphan) & wait; echo done"));

        assertThat(said).contains("  | done");
        if (Files.isReadable(Path.of("/proc/self/environ"))) {
            assertThat(isAlive(file("orphan"))).isFalse();
            assertThat(said).anyMatch(line -> line.contains("that it left running"));
        }
    }

    @Test
    void one_that_writes_endlessly_is_cut_and_ended() {
        Problem problem =
                failure(new Hook(List.of("sh", "-c", "while :; do echo y; done"), List.of(), Duration.ofSeconds(2)));

        assertThat(problem.code()).isEqualTo(ProblemCode.HOOK_TIMED_OUT);
        assertThat(said).hasSize(HookOutput.MOST_LINES + 2).last().asString().contains("more, which is not shown");
    }

    @Test
    void a_line_without_an_end_is_cut() {
        run(shell("head -c 3000000 /dev/zero | tr '\\0' x"));

        assertThat(said).hasSize(2);
        assertThat(said.get(1)).hasSizeLessThan(HookOutput.LONGEST_LINE + 10).endsWith("…");
    }

    @Test
    void what_would_steer_the_terminal_and_what_is_secret_is_taken_out() {
        secrets = Secrets.of(List.of("hunter2"));

        run(shell("printf '\\033[31mred\\033[0m \\033]0;title\\007 \\302\\233 password=hunter2\\r\\n'"));

        assertThat(said.get(1)).isEqualTo("  | red ?]0;title? ? password=***");
    }

    @Test
    void no_part_of_a_secret_is_left_whatever_stands_in_it_around_it_or_where_it_is_cut() {
        secrets = Secrets.of(List.of("hunter2", "hunter2000", 48151623L, List.of("first line\nsecond line")));

        run(shell("printf 'hun\\033[0mter2 hun\\033(B\\033[mter2\\n'; echo hunter2000 48151623;"
                + " printf 'first line\\nsecond line\\n'"));
        run(shell("i=0; while [ $i -lt 999 ]; do printf '\\033[0m\\033[0m'; i=$((i+1)); done;"
                + " echo hunter2000hunter2000"));

        said.removeIf(line -> line.startsWith("Running"));
        assertThat(said).containsExactly("  | *** ***", "  | *** ***", "  | ***", "  | ***", "  | ***");
    }

    @Test
    void many_children_end_too() throws Exception {
        failure(new Hook(
                List.of(
                        "sh",
                        "-c",
                        "for i in 1 2 3 4 5 6 7 8; do (while :; do sleep 300 & echo $! >> all; sleep 1; done) & done; wait"),
                List.of(),
                Duration.ofSeconds(3)));

        List<String> all = Files.readAllLines(project.resolve("all"));
        assertThat(all).hasSizeGreaterThan(7).noneMatch(pid -> isAlive(Long.parseLong(pid)));
    }

    @Test
    void the_digest_changes_with_everything_that_somebody_agrees_to() {
        Hook hook = Hook.of(List.of("mvn", "verify"));
        Digest digest = hooks(hook).digest();

        assertThat(hooks(Hook.of(List.of("mvn", "verify"))).digest()).isEqualTo(digest);
        assertThat(List.of(
                        hooks(Hook.of(List.of("mvn verify"))).digest(),
                        hooks(Hook.of(List.of("mvn", "verify", ""))).digest(),
                        hooks(hook, hook).digest(),
                        hooks(new Hook(hook.run(), List.of("X"), hook.timeout()))
                                .digest(),
                        hooks(new Hook(hook.run(), List.of(), LONG)).digest(),
                        new PackHooks(new PackId(PACK.name(), Version.parse("1.0.1")), Optional.empty(), List.of(hook))
                                .digest(),
                        new PackHooks(PACK, Optional.of(digest), List.of(hook)).digest()))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_lines_say_where_an_argument_begins_and_ends() {
        assertThat(hooks(new Hook(List.of("sh", "-c", "echo \"a\" b"), List.of("DOCKER_HOST"), LONG))
                        .lines())
                .containsExactly("[\"sh\", \"-c\", \"echo \\\"a\\\" b\"] (at most 60 s, sees DOCKER_HOST)");
    }
}
