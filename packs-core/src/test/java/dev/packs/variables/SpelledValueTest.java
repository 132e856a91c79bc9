package dev.packs.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.manifest.Answers;
import dev.packs.manifest.AnswersReader;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpelledValueTest {

    private static VariableDefinition of(VariableType type) {
        return new VariableDefinition(
                "owner",
                type,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());
    }

    @Test
    void an_object_is_shown_as_toml_that_reads_back() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", "a \"quoted\"\ttab");
        value.put("rate", 1.5);
        value.put("mails", List.of("a@b", "c@d"));

        String shown = SpelledValue.shown(of(VariableType.OBJECT), value);

        Answers read = AnswersReader.read(("owner = " + shown).getBytes(StandardCharsets.UTF_8), "answers.toml");
        assertThat(read.common()).containsEntry("owner", value);
    }

    @Test
    void what_has_no_value_is_left_out() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("mail", null);
        assertThat(SpelledValue.shown(of(VariableType.OBJECT), value)).isEqualTo("{}");

        value.put("name", "Ann");
        assertThat(SpelledValue.shown(of(VariableType.OBJECT), value)).isEqualTo("{ name = \"Ann\" }");
    }

    @Test
    void what_fits_a_command_line_is_shown_as_it_stands_there() {
        assertThat(SpelledValue.shown(of(VariableType.LIST), List.of("a", "b"))).isEqualTo("a,b");
        assertThat(SpelledValue.shown(of(VariableType.LIST), List.of("a,b"))).isEqualTo("[\"a,b\"]");
    }
}
