package dev.packs.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.pack.PackName;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SiteAddressTest {

    private static String page(String group, String id) {
        return SiteAddress.page(new PackName(group, id)).text();
    }

    @Test
    void a_page_lies_where_its_name_says() {
        assertThat(page("com.acme.packs", "web-api")).isEqualTo("packs/com.acme.packs/web-api.html");
    }

    @Test
    void no_two_packs_have_one_page_where_capitals_do_not_count() {
        assertThat(page("com.acme", "Web").toLowerCase(Locale.ROOT)).isNotEqualTo(page("com.acme", "web"));
        assertThat(page("com.Acme", "web").toLowerCase(Locale.ROOT)).isNotEqualTo(page("com.acme", "web"));
        assertThat(page("com.acme", "Web")).isEqualTo(page("com.acme", "Web")).endsWith("-web.html");
    }

    @Test
    void names_that_a_system_keeps_for_itself_are_others() {
        assertThat(page("aux.tools", "con")).matches("packs/~[0-9a-f]{8}-aux\\.tools/~[0-9a-f]{8}-con\\.html");
        assertThat(page("g".repeat(200), "i".repeat(100))).endsWith("i.html");
    }
}
