package dev.packs.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/a?b=c&d#e", "HTTP://example.org", "mailto:a@b.example", "https://[::1]/"})
    void web_and_mail_are_linked(String text) {
        assertThat(WebAddress.of(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "java\tscript:alert(1)",
                "javascript&colon;alert(1)",
                "vbscript:x",
                "data:text/html;base64,PHNjcmlwdD4=",
                "blob:https://example.org/x",
                "file:///etc/passwd",
                "//evil.example",
                "/a",
                "a.md",
                "http:",
                "https:example.org",
                "https://user@evil.example/",
                "https://good.example@evil.example/",
                "mailto:nobody",
                "https://a b",
                "https://a/\"onclick=x",
                "view-source:https://a"
            })
    void nothing_else_is(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
    }
}
