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
        String id = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        assertThat(BoundedPattern.matches(id + ":" + id, "x", 1000)).contains(false);
        assertThat(BoundedPattern.matches("[0-9a-f]{64}".repeat(4), "0".repeat(256), 1000))
                .contains(true);
        assertThat(BoundedPattern.matches("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]{2,}", "a.example", 1000))
                .contains(true);
        assertThat(BoundedPattern.matches("(-?[0-9]{0,3}|[a-z]*){0,20}", "-12ab", 1000))
                .contains(true);
        assertThat(BoundedPattern.matches("[(|)]*[^|]?(?<name>[]()|]+)\\Q(|)\\E", "(||)(|)", 1000))
                .contains(true);
    }

    /** Without a bound each of these runs for hours on an empty text, some on every JDK and some on newer ones. */
    @Test
    void ways_to_match_nothing_are_bounded() {
        for (String part : List.of(
                "(|)",
                "(?:a?|b?)",
                "()?",
                "(a*)*",
                "(?=a|)",
                "(?<x>|)",
                "(?i:|b)",
                "(a?){1}",
                "(\\1|)",
                "([()]?|)",
                "(^|$)",
                "(?<!a|)?")) {
            String unnamed = part.replace("<x>", "");
            assertThat(BoundedPattern.matches(unnamed.repeat(64) + "!", "", 1_000_000))
                    .as(part)
                    .isEmpty();
            assertThat(BoundedPattern.matches(".*" + unnamed.repeat(64) + "!", "a".repeat(100), 1_000_000))
                    .as(part)
                    .isEmpty();
        }
        for (String hidden : List.of(
                "[]]" + "(|)".repeat(64) + "!",
                "[a&&[^]]]" + "(|)".repeat(64) + "!",
                "\\Q[\\E" + "(|)".repeat(64) + "!",
                "(?x)#[\n" + "( | )".repeat(64) + "!",
                "[#]" + "(|)".repeat(64) + "!",
                "(" + "(|)".repeat(8) + "){8}!",
                "((a|b*)*|c*)*".repeat(12) + "!")) {
            assertThat(BoundedPattern.matches(hidden, "", 1_000_000)).as(hidden).isEmpty();
        }
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
