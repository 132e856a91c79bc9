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

    @Test
    void honest_patterns_with_many_alternatives_match() {
        String octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
        String address = octet + "(\\." + octet + "){3}";
        String plain = octet + "\\." + octet + "\\." + octet + "\\." + octet;
        assertThat(BoundedPattern.matches(address + "/" + address, "10.0.0.1/10.0.0.255", 2_000_000))
                .contains(true);
        assertThat(BoundedPattern.matches(plain + "-" + plain, "10.0.0.1-10.0.0.255", 2_000_000))
                .contains(true);
        String month = "(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)";
        assertThat(BoundedPattern.matches(
                        month + "-" + month + "/" + month + "-" + month, "JAN-FEB/MAR-APR", 2_000_000))
                .contains(true);
        String method = "(GET|POST|PUT|DELETE|HEAD)";
        assertThat(BoundedPattern.matches(
                        method + "(\\|" + method + ")?(\\|" + method + ")?(\\|" + method + ")?", "GET|PUT", 2_000_000))
                .contains(true);
        for (String text : List.of(
                "(#[0-9a-f]{6})?",
                "(?:issue-|#)?\\d*", "(C(\\+\\+|#)?)?", "(rgb\\(.*\\)|#[0-9a-f]{6})?", "(\\w+(?:#.*)?)?")) {
            assertThat(BoundedPattern.matches(text, "", 2_000_000)).as(text).contains(true);
        }
    }

    @Test
    void every_beginning_of_a_pattern_can_be_read() {
        for (String pattern : List.of(
                "(?x)a # b\n (c|[^]d[e&&f]]){2 , 3}?(?<n>\\Q(\\E\\k<n>|(?=g)(?i-x:h #)\\b{g}+)*",
                "((?<!a|)[[]]|\\\\)?{")) {
            for (int i = 0; i <= pattern.length(); i++) {
                assertThat(EmptyMatches.bound(pattern.substring(0, i))).isPositive();
            }
        }
    }

    /** Without a bound each of these runs for hours on an empty text, some on every JDK and some on newer ones. */
    @Test
    void ways_to_match_nothing_are_bounded() {
        for (String part : List.of(
                "(|)", "(?:a?|b?)", "()?", "(a*)*", "(?i:|b?)", "(a?){1}", "(\\1|)", "([()]?|)", "(^|$)", "(?<!a|)?")) {
            assertThat(BoundedPattern.matches(part.repeat(64) + "!", "", 1_000_000))
                    .as(part)
                    .isEmpty();
            assertThat(BoundedPattern.matches(".*" + part.repeat(64) + "!", "a".repeat(100), 1_000_000))
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
                "(?x)\\# " + "(|) ".repeat(64) + "!",
                "(?x)a #\r" + "(|) ".repeat(64) + "!",
                "(?x: " + "(|) ".repeat(16) + ") (?-x:#)" + "(|)".repeat(16) + "!",
                "[^^]" + "(|)".repeat(64) + "[!]",
                "(?<x>|)" + "(?:\\k<x>|)".repeat(64) + "!",
                "(?:(?:\\b{g}){100000}){100000}",
                "(?:(?:\\Q\\E){100000}){100000}",
                "(?:\\b{g}){2000000000}",
                "(?x)(){2#\r000000000}",
                "(x" + "(|)".repeat(64) + "|y)!",
                "(" + "(|)".repeat(10) + "x?" + "(|)".repeat(10) + "){2}!",
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
