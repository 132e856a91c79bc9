package dev.packs.terminal.jline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With JLine's own terminal over streams; that it finds a real one is shown by the integration tests. */
@Timeout(60)
class JLineTerminalTest {

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    /** Stays open: JLine gives up what was typed where its input ends. */
    private final PipedOutputStream keyboard = new PipedOutputStream();

    private JLineTerminal typing(String keys) throws IOException {
        PipedInputStream typed = new PipedInputStream(keyboard);
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        org.jline.terminal.Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .streams(typed, seen)
                .build();
        terminal.setSize(new Size(100, 40));
        return new JLineTerminal(terminal);
    }

    private String screen() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_line_is_taken_as_it_is_typed() throws IOException {
        try (JLineTerminal terminal = typing("it's \"50%\" \\ of !1 {\r")) {
            assertThat(terminal.ask("100% what> ", List.of())).isEqualTo("it's \"50%\" \\ of !1 {");
        }
        assertThat(screen()).contains("100% what> ");
    }

    @Test
    void a_secret_is_never_shown() throws IOException {
        try (JLineTerminal terminal = typing("hunter2\r")) {
            assertThat(terminal.askSecret("password> ")).isEqualTo("hunter2");
        }
        assertThat(screen()).contains("password> ").doesNotContain("hunter", "*");
    }

    @Test
    void the_tabulator_completes_a_word() throws IOException {
        try (JLineTerminal terminal = typing("post\t\r")) {
            assertThat(terminal.ask("database> ", List.of("postgres", "mysql")).strip())
                    .isEqualTo("postgres");
        }
    }

    @Test
    void what_is_shown_cannot_steer_the_terminal() throws IOException {
        try (JLineTerminal terminal = typing("\r")) {
            terminal.show("red \u001b[31m and \u009b2J and \u202e turned");
            terminal.ask("a\u001b]0;title\u0007> ", List.of());
        }
        assertThat(screen())
                .contains("red ?[31m and ?2J and ? turned")
                .doesNotContain("\u001b[31m", "\u009b", "\u202e", "\u001b]0");
    }

    @Test
    void the_end_of_input_ends_the_questions() throws IOException {
        try (JLineTerminal terminal = typing("\u0004")) {
            assertThat(catchThrowableOfType(PacksException.class, () -> terminal.ask("name> ", List.of()))
                            .problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo(ProblemCode.ASKING_ENDED);
                        assertThat(problem.message()).contains("nothing was written");
                    });
        }
    }
}
