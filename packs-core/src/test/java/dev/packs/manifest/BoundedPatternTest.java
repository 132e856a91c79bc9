package dev.packs.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedPatternTest {

    @Test
    void honest_patterns_match() {
        assertThat(BoundedPattern.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "0".repeat(8), 1000))
                .contains(false);
        assertThat(BoundedPattern.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}", "2026-01-01T00:00", 1000))
                .contains(true);
        assertThat(BoundedPattern.matches("[a-z]{1,63}(\\.[a-z]{1,63}){0,10}", "com.acme", 1000))
                .contains(true);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void one_that_takes_too_long_is_given_up_also_where_it_reads_nothing() {
        for (String hostile : List.of(
                "(([a-z]+)+)+!",
                "(){2000000000}",
                "(?:(?:a{0}){30000}){30000}",
                "(?x)(){2 0 0 0 # more\n 0 0 0 0 0 0}",
                "(){99999999999999999999}")) {
            assertThat(BoundedPattern.matches(hostile, "a".repeat(40), 10_000))
                    .as(hostile)
                    .isEmpty();
        }
    }
}
