package dev.packs.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellTextTest {

    @Test
    void what_needs_no_quotes_gets_none() {
        assertThat(ShellText.POSIX.quote("-Dpack=web-api-starter@1.2.0")).isEqualTo("-Dpack=web-api-starter@1.2.0");
    }

    @Test
    void on_windows_everything_has_quotes_since_powershell_breaks_at_dots() {
        assertThat(ShellText.WINDOWS.quote("-Dvar.name=a \"b\"")).isEqualTo("\"-Dvar.name=a \\\"b\\\"\"");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_shell_reads_back_what_was_quoted() throws Exception {
        List<String> arguments = List.of(
                "it's", "$HOME `id` $(id)", "a\nb", "", "*", "!x", "\\", "\"", "a;b|c&d>e", "~", "#", "ü {a,b}");
        StringBuilder command = new StringBuilder("for each in");
        arguments.forEach(argument -> command.append(' ').append(ShellText.POSIX.quote(argument)));
        command.append("; do printf %s \"$each\"; printf '\\0'; done");

        Process shell = new ProcessBuilder("sh", "-c", command.toString()).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed).isEqualTo(String.join("\0", arguments) + "\0");
    }
}
