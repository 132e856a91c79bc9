package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.operation.Report;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    private static final List<Problem> PROBLEMS = List.of(
            Problem.of(ProblemCode.PACK_NOT_FOUND, "there is no pack `x`").help("look again"));

    @TempDir
    private Path folder;

    private record Greeting(List<Problem> failures) implements Report {

        Greeting() {
            this(List.of());
        }

        @Override
        public List<String> lines() {
            return List.of("hello", "world");
        }

        @Override
        public Map<String, Object> document() {
            return Map.of("greeting", "hello");
        }
    }

    private Output output(String format, MojoExecution.Source source) {
        return Output.of(
                TestCalls.of(folder, source, new MavenProject(), Map.of()),
                format,
                new File("report.out"),
                Map.of("csv", report -> "a,b\r\n"));
    }

    /** What a piece of work prints. */
    private static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void text_goes_to_the_log_and_to_the_file_where_the_user_stands() throws Exception {
        Output output = output("text", MojoExecution.Source.CLI);

        assertThat(printed(() -> output.succeeded(new Greeting(), new SystemStreamLog())))
                .contains("hello", "world");
        assertThat(Files.readString(folder.resolve("report.out"))).isEqualTo("hello\nworld\n");
    }

    @Test
    void of_what_was_done_in_part_the_file_has_the_rest_as_problems() throws Exception {
        Output output = output("text", MojoExecution.Source.CLI);

        assertThat(printed(() -> output.succeeded(new Greeting(PROBLEMS), new SystemStreamLog())))
                .contains("world")
                .doesNotContain("PACKS-101");
        assertThat(Files.readString(folder.resolve("report.out")))
                .isEqualTo("hello\nworld\nPACKS-101 there is no pack `x`\n  help: look again\n");
    }

    @Test
    void a_document_is_the_only_thing_printed_and_the_same_in_the_file() throws Exception {
        Output output = output("json", MojoExecution.Source.CLI);

        String printed = printed(() -> output.succeeded(new Greeting(), new SystemStreamLog()));

        assertThat(printed).startsWith("{").contains("\"goal\" : \"list\"", "\"greeting\" : \"hello\"");
        assertThat(Files.readString(folder.resolve("report.out"))).isEqualTo(printed);
    }

    @Test
    void a_format_of_the_goals_own_is_printed_as_it_is() throws Exception {
        Output output = output("csv", MojoExecution.Source.CLI);

        assertThat(printed(() -> output.succeeded(new Greeting(), new SystemStreamLog())))
                .isEqualTo("a,b\r\n");
        assertThat(Files.readString(folder.resolve("report.out"))).isEqualTo("a,b\r\n");
    }

    @Test
    void a_failure_leaves_exactly_one_document_too() throws Exception {
        Output json = output("json", MojoExecution.Source.CLI);
        String printed = printed(() -> json.failed(PROBLEMS, problems -> Optional.empty()));
        assertThat(printed).contains("\"success\" : false", "PACKS-101");
        assertThat(Files.readString(folder.resolve("report.out"))).isEqualTo(printed);

        output("text", MojoExecution.Source.CLI).failed(PROBLEMS, problems -> Optional.empty());
        assertThat(Files.readString(folder.resolve("report.out")))
                .isEqualTo("PACKS-101 there is no pack `x`\n  help: look again\n");
    }

    @Test
    void what_strangers_wrote_steers_no_terminal() throws Exception {
        Report hostile = new Report() {
            @Override
            public List<String> lines() {
                return List.of("licence \u001b[2Jx", "\u202etxt.exe");
            }

            @Override
            public Map<String, Object> document() {
                return Map.of("licence", "a\u009b2J\u202e");
            }

            @Override
            public List<Problem> warnings() {
                return List.of(Problem.at(ProblemCode.PACK_NOT_FOUND, Place.of("a\u0007.toml"), "b\u009b2J")
                        .help("c\u001b]0;t\u0007\nsecond line"));
            }
        };
        Output text = output("text", MojoExecution.Source.CLI);

        assertThat(printed(() -> text.succeeded(hostile, new SystemStreamLog())))
                .contains("licence ?[2Jx", "?txt.exe", "a?.toml: b?2J\n  help: c?]0;t?\n        second line");
        assertThat(Files.readString(folder.resolve("report.out"))).isEqualTo("licence ?[2Jx\n?txt.exe\n");
        Output json = output("json", MojoExecution.Source.CLI);
        assertThat(printed(() -> json.succeeded(hostile, new SystemStreamLog())))
                .contains("a\\u009b2J\\u202e")
                .doesNotContain("\u009b", "\u202e", "\u001b");
    }

    @Test
    void a_bound_execution_writes_no_document() {
        Output output = output("json", MojoExecution.Source.LIFECYCLE);

        assertThat(printed(() -> output.succeeded(new Greeting(), new SystemStreamLog())))
                .contains("hello")
                .doesNotContain("{");
        assertThat(folder.resolve("report.out")).doesNotExist();
    }

    @Test
    void a_format_that_does_not_exist_names_those_that_do() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> output("jsn", MojoExecution.Source.CLI))
                .withMessageContaining("did you mean `json`?")
                .withMessageContaining("the formats are text, json, csv");
    }
}
