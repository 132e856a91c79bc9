package dev.packs.terminal.jline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With terminals of many types over streams. */
@Timeout(60)
class JLineEngineTest {

    private static final Logger JLINE = Logger.getLogger("org.jline");

    private static Optional<Terminal> open(String type, int columns) {
        Optional<Terminal> terminal = JLineEngine.open(TerminalBuilder.builder()
                .system(false)
                .type(type)
                .size(new Size(columns, 40))
                .streams(InputStream.nullInputStream(), new ByteArrayOutputStream()));
        terminal.ifPresent(Terminal::close);
        return terminal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dumb", "dumb-color"})
    void a_terminal_that_cannot_hide_what_is_typed_is_none(String type) {
        assertThat(open(type, 80)).isEmpty();
        assertThat(open("xterm", 80)).isPresent();
    }

    @Test
    void a_terminal_without_columns_is_none() {
        assertThat(open("xterm", 0)).isEmpty();
    }

    @Test
    void nothing_is_told_of_a_type_that_the_machine_does_not_know() {
        List<String> told = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                told.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        JLINE.addHandler(ear);
        try {
            assertThat(open("a-type-of-nobody", 80)).isPresent();
        } finally {
            JLINE.removeHandler(ear);
        }
        assertThat(told).isEmpty();
        assertThat(JLINE.getLevel()).isNull();
    }
}
