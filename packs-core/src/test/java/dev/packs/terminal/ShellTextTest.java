package dev.packs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellTextTest {

    @Test
    void what_needs_no_quotes_gets_none() {
        assertThat(ShellText.POSIX.quote("-Dpack=web-api-starter@1.2.0")).contains("-Dpack=web-api-starter@1.2.0");
        assertThat(ShellText.WINDOWS.quote("target\\my-app")).contains("target\\my-app");
    }

    @Test
    void on_windows_every_property_has_quotes_since_powershell_breaks_at_dots() {
        assertThat(ShellText.WINDOWS.quote("-Dvar.name=a & b")).contains("\"-Dvar.name=a & b\"");
    }

    @Test
    void what_quotes_do_not_hold_is_not_shown() {
        for (String text : List.of("a \"b\"", "%PATH%", "$(calc)", "`calc`", "a!b", "C:\\x y\\", "a\u201d; calc")) {
            assertThat(ShellText.WINDOWS.quote(text)).as(text).isEmpty();
        }
        for (String text : List.of("a\nb", "a\tb", "a\u001b[31m", "a\u202eb")) {
            assertThat(ShellText.WINDOWS.quote(text)).as(text).isEmpty();
            assertThat(ShellText.POSIX.quote(text)).as(text).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_shell_reads_back_what_was_quoted() throws Exception {
        List<String> arguments =
                List.of("it's", "$HOME `id` $(id)", "", "*", "!x", "\\", "\"", "a;b|c&d>e", "~", "#", "ü {a,b}", "…");
        StringBuilder command = new StringBuilder("for each in");
        arguments.forEach(argument ->
                command.append(' ').append(ShellText.POSIX.quote(argument).orElseThrow()));
        command.append("; do printf %s \"$each\"; printf '\\0'; done");

        Process shell = new ProcessBuilder("sh", "-c", command.toString()).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed).isEqualTo(String.join("\0", arguments) + "\0");
    }
}
