package dev.packs.terminal.jline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With JLine's own terminal over streams; that it finds a real one is shown by the integration tests. */
@Timeout(60)
class JLineTerminalTest {

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    /** Stays open: JLine gives up what was typed where its input ends. */
    private final PipedOutputStream keyboard = new PipedOutputStream();

    private JLineTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        org.jline.terminal.Terminal streams = TerminalBuilder.builder()
                .system(false)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .streams(new PipedInputStream(keyboard), seen)
                .build();
        streams.setSize(new Size(100, 40));
        terminal = new JLineTerminal(streams);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    private String screen() {
        return seen.toString(StandardCharsets.UTF_8);
    }

    /** What comes to the screen is passed on by a thread of JLine's. */
    private void await(String text) {
        while (!screen().contains(text)) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException late) {
                throw new IllegalStateException("`" + text + "` was never to be seen in " + screen(), late);
            }
        }
    }

    /** The answer of somebody who waits for the prompt before they type. */
    private String answer(Supplier<String> question, String prompt, String keys) {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(question);
        await(prompt);
        try {
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.join();
    }

    @Test
    void a_line_is_taken_as_it_is_typed() {
        assertThat(answer(() -> terminal.ask("100% what> ", List.of()), "100% what> ", "it's \"50%\" \\ of !1 {\r"))
                .isEqualTo("it's \"50%\" \\ of !1 {");
    }

    @Test
    void a_secret_is_never_shown() {
        assertThat(answer(() -> terminal.askSecret("password> "), "password> ", "hunter2\r"))
                .isEqualTo("hunter2");

        terminal.show("the end");
        await("the end");
        assertThat(screen()).doesNotContain("hunter", "*");
    }

    @Test
    void the_tabulator_completes_a_word() {
        assertThat(answer(() -> terminal.ask("database> ", List.of("postgres", "mysql")), "database> ", "post\t\r")
                        .strip())
                .isEqualTo("postgres");
    }

    @Test
    void what_is_shown_cannot_steer_the_terminal() {
        terminal.show("red \u001b[31m and \u009b2J and \u202e turned");
        answer(() -> terminal.ask("a\u001b]0;title\u0007> ", List.of()), "a?]0;title?> ", "\r");

        assertThat(screen())
                .contains("red ?[31m and ?2J and ? turned")
                .doesNotContain("\u001b[31m", "\u009b", "\u202e", "\u001b]0");
    }

    @Test
    void the_end_of_input_ends_the_questions() {
        CompletionException end = catchThrowableOfType(
                CompletionException.class, () -> answer(() -> terminal.ask("name> ", List.of()), "name> ", "\u0004"));

        PacksException cause = (PacksException) Objects.requireNonNull(end.getCause());
        assertThat(cause.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.ASKING_ENDED);
            assertThat(problem.message()).contains("nothing was written");
        });
    }
}
