package dev.packs.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.manifest.ManifestReader;
import dev.packs.pack.VariableDefinition;
import dev.packs.source.MemorySource;
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
        assertThat(ExampleValue.argument(variable("pattern = '[a-z]+([.][a-z]+)+'")))
                .isEqualTo("-Dvar.x=com.acme");
        assertThat(ExampleValue.argument(variable("pattern = 'https://.+'"))).isEqualTo("-Dvar.x=https://example.org");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pattern_that_backtracks_without_end_is_given_up() {
        VariableDefinition hostile = variable("pattern = '((((([a-z:/.@-]+)+)+)+)+)+!'");

        assertThat(ExampleValue.of(hostile)).isEqualTo("…");
    }
}
