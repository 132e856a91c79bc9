package com.acme.mytool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void lines_are_counted() throws Exception {
        Path file = Files.writeString(folder.resolve("poem"), "one two\nthree\n");

        assertThat(run("count", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString().strip()).isEqualTo("2  " + file);
    }

    @Test
    void words_of_several_files_are_added_up() throws Exception {
        String poem = Files.writeString(folder.resolve("poem"), "one two\n\n three\n").toString();

        assertThat(run("count", "--unit", "WORDS", poem, poem)).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().toList()).hasSize(3).last().asString().contains("6  total");
    }

    @Test
    void a_missing_file_is_named_without_a_stack_trace() {
        String missing = folder.resolve("missing").toString();

        assertThat(run("count", missing)).isEqualTo(ExitCode.SOFTWARE);
        assertThat(err.toString().strip()).isEqualTo("There is no file " + missing);
    }

    @Test
    void a_wrong_option_shows_the_usage() {
        assertThat(run("count", "--colour", "poem")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--colour").contains("Usage: my-tool count");
    }

    @Test
    void the_version_is_the_builds_own() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).matches("my-tool \\d.*\\R");
    }

    @Test
    void a_completion_script_is_written() {
        assertThat(run("generate-completion")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("complete -F").contains("my-tool");
    }

    private int run(String... args) {
        CommandLine command = Main.commandLine();
        command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
    }
}
