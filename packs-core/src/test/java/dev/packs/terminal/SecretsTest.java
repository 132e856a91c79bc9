package dev.packs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static Secrets secrets(Object... values) {
        return Secrets.of(Arrays.asList(values));
    }

    @Test
    void texts_and_numbers_are_found_in_lists_and_objects_too() {
        Secrets secrets = secrets(List.of("hunter2", Map.of("pin", 48151623L)));

        assertThat(secrets.masked("hunter2 and 48151623, hunter2")).isEqualTo("*** and ***, ***");
    }

    @Test
    void each_line_of_a_key_is_a_secret() {
        Secrets secrets = secrets("-----BEGIN KEY-----\nMIIEvQIBADAN\n  Bgkqhk\n-----END KEY-----\n");

        assertThat(secrets.masked("key: MIIEvQIBADAN")).isEqualTo("key: ***");
        assertThat(secrets.masked("key: Bgkqhk")).isEqualTo("key: ***");
        assertThat(secrets.hidden("-----BEGIN KEY----- MIIEvQIBADAN Bgkqhk -----END KEY-----"))
                .isEqualTo("***");
    }

    @Test
    void of_one_that_is_part_of_another_or_overlaps_it_nothing_is_left() {
        assertThat(secrets("hunter", "hunter2000").masked("a hunter2000 b")).isEqualTo("a *** b");
        assertThat(secrets("abcdef", "defghi").masked("abcdefghi")).isEqualTo("***");
    }

    @Test
    void a_short_one_counts_only_as_the_whole_text() {
        Secrets secrets = secrets("abc", "", true);

        assertThat(secrets.masked("the alphabet: abcdef, true")).isEqualTo("the alphabet: abcdef, true");
        assertThat(secrets.masked("abc")).isEqualTo("***");
        assertThat(secrets.hidden(" abc ")).isEqualTo("***");
        assertThat(secrets.hidden("")).isEmpty();
    }

    @Test
    void blanks_that_became_others_hide_nothing() {
        assertThat(secrets("correct  horse\tbattery").hidden("use correct horse battery now"))
                .isEqualTo("***");
        assertThat(secrets("correct horse").hidden("use another horse")).isEqualTo("use another horse");
    }

    @Test
    void a_secret_that_is_cut_at_the_end_is_none_the_less() {
        assertThat(secrets("hunter2000").maskedCut("password=hunter20")).isEqualTo("password=***");
        assertThat(secrets("hunter2", "hunter2000").maskedCut("hunter2 hunter200"))
                .isEqualTo("*** ***");
        assertThat(secrets("hunter2000").maskedCut("password=hun")).isEqualTo("password=hun");
    }
}
