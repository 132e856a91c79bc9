package dev.packs.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @Test
    void text_stays_text_inside_elements_and_attributes() {
        assertThat(new Html()
                        .element("p", "</p><script>\"'&amp;", "class", "\"><img src=x onerror=alert(1)>")
                        .toString())
                .isEqualTo("<p class=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">"
                        + "&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;amp;</p>");
        assertThat(new Html()
                        .text("a\u0000b\u001bc\u202ed\u2028e\ud800f\ud83d\ude00\tg\nh")
                        .toString())
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\u2028e\ufffdf\ud83d\ude00\tg\nh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "onmouseover", "style", "src", "srcset", "srcdoc", "formaction", "a b", "a=\"b"})
    void what_could_run_or_load_something_is_no_attribute(String name) {
        assertThatThrownBy(() -> new Html().open("p", name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example/", "a b", "\\evil", " x"})
    void a_link_leads_to_our_pages_or_to_the_web(String address) {
        assertThatThrownBy(() -> new Html().open("a", "href", address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_document_is_whole_and_its_script_cannot_end_early() {
        assertThatThrownBy(() -> new Html().open("p").toString()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Html().script("a</script>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Html().open("p><script")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Html().script(Frame.script()).toString()).startsWith("<script>'use strict';");
    }
}
