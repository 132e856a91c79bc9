package dev.packs.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt|a.txt|true",
                "a.txt|A.txt|false",
                "*.txt|a.txt|true",
                "*.txt|.txt|true",
                "*.txt|b/a.txt|false",
                "*|.hidden|true",
                "a*b*c|aXXbYYc|true",
                "a*b*c|acb|false",
                "?.txt|ä.txt|true",
                "?.txt|😀.txt|true",
                "?.txt|ab.txt|false",
                "**|a|true",
                "**|a/b/c|true",
                "files/**|files/a|true",
                "files/**|files/a/b|true",
                "files/**|files|false",
                "files/**|filesx/a|false",
                "**/a.txt|a.txt|true",
                "**/a.txt|x/y/a.txt|true",
                "a/**/b|a/b|true",
                "a/**/b|a/x/y/b|true",
                "a/**/b|a/x/y/c|false",
                "a/**/b/**/c|a/b/b/c|true",
                "*.{png,jpg}|a.jpg|true",
                "*.{png,jpg}|a.gif|false",
                "{a,b/{c,d}}/x|b/d/x|true",
                "{a,b/{c,d}}/x|b/x|false",
                "a{,.min}.js|a.js|true",
                "a{,.min}.js|a.min.js|true",
                "icon-[0-9].svg|icon-7.svg|true",
                "icon-[0-9].svg|icon-x.svg|false",
                "icon-[!0-9].svg|icon-x.svg|true",
                "icon-[!0-9].svg|icon-7.svg|false",
                "[a-cx]|x|true",
                "[a-cx]|d|false",
                "[{]x|{x|true",
                "[a-]|-|true",
            })
    void matches_as_people_expect(String pattern, String path, boolean expected) {
        assertThat(Glob.parse(pattern).matches(RelativePath.parse(path.replace("😀", "\uD83D\uDE00"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/a", "a/", "a//b", "../a", "./a", "a\\b", "a**", "**b/c", "{a", "a}", "[a", "[]", "[!]"})
    void what_is_no_pattern_is_refused_with_a_reason(String text) {
        assertThat(Glob.fault(text)).isPresent();
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> Glob.parse(text))
                .satisfies(
                        wrong -> assertThat(wrong.problems().get(0).code()).isEqualTo(ProblemCode.PARAMETER_INVALID));
    }

    @Test
    void the_base_is_what_stands_before_the_first_wildcard() {
        assertThat(Glob.parse("files/web/**").base()).hasValue(RelativePath.parse("files/web"));
        assertThat(Glob.parse("files/a.txt").base()).hasValue(RelativePath.parse("files"));
        assertThat(Glob.parse("*.txt").base()).isEmpty();
        assertThat(Glob.parse("a{b,c}/x").base()).isEmpty();
        assertThat(Glob.parse("files/a.txt").isLiteral()).isTrue();
        assertThat(Glob.parse("files/*").isLiteral()).isFalse();
        assertThat(Glob.fault("files/*")).isEmpty();
        assertThat(Glob.parse("a/*")).isEqualTo(Glob.parse("a/*")).hasSameHashCodeAs(Glob.parse("a/*"));
        assertThat(Glob.parse("a/*")).hasToString("a/*").isNotEqualTo(Glob.parse("a/?"));
    }

    @Test
    void no_pattern_takes_long() {
        RelativePath path = RelativePath.parse("a".repeat(200) + "/" + "a/".repeat(300) + "b");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Glob.parse("**/a/".repeat(100) + "c").matches(path)).isFalse();
            assertThat(Glob.parse("a*".repeat(100) + "b/**").matches(path)).isFalse();
        });
        assertThat(Glob.fault("{a,b}".repeat(20))).isPresent();
    }
}
