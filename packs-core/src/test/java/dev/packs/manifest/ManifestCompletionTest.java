package dev.packs.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCompletionTest {

    private static final PackId POM = new PackId(new PackName("com.acme", "demo"), Version.parse("2.0.0"));

    private static String complete(String text) {
        return ManifestCompletion.complete(text.getBytes(StandardCharsets.UTF_8), "pack.toml", POM);
    }

    @Test
    void missing_keys_come_first_and_the_rest_stays_as_it_is() {
        assertThat(complete("""
                # Our pack.
                [pack]  # who it is
                id = "demo"
                description = "x"   # said briefly

                [[files]]
                source = "files/**"
                """)).isEqualTo("""
                # Our pack.
                [pack]  # who it is
                group = "com.acme"
                version = "2.0.0"
                id = "demo"
                description = "x"   # said briefly

                [[files]]
                source = "files/**"
                """);
    }

    @Test
    void a_manifest_that_names_itself_stays_as_it_is() {
        String text = "[pack]\ngroup = 'com.acme'\nid = 'demo'\nversion = '2.0.0'\ndescription = 'x'\n";
        assertThat(complete(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[pack]\ndescription = 'x'",
                "[pack]\r\ndescription = 'x'\r\n",
                "pack = { description = 'x' }\n",
                "pack.description = 'x'\n",
                "files = []\npack.description = 'x'\n[metadata]\na = 1\n",
                "[pack.author]\nname = 'a'\n[pack]\ndescription = 'x'\n",
                "[ pack ] # [pack]\ndescription = \"\"\"\n[pack]\"\"\"\n",
            })
    void the_completed_text_is_a_manifest_in_every_form(String text) {
        // A description has one line, so the last form is about where the header is found.
        String sound = text.replace("\"\"\"\n[pack]\"\"\"", "'[pack]'");
        String completed = complete(sound);
        assertThat(ManifestReader.read(completed.getBytes(StandardCharsets.UTF_8), "pack.toml")
                        .manifest()
                        .id())
                .isEqualTo(POM);
        assertThat(complete(completed)).isEqualTo(completed);
        assertThat(completed.replace("\r\n", "").contains("\r")).isFalse();
    }

    @Test
    void a_manifest_that_disagrees_is_refused() {
        assertThatThrownBy(() -> complete("[pack]\nid = 'other'\ndescription = 'x'\n"))
                .isInstanceOf(PacksException.class)
                .hasMessageStartingWith("PACKS-118 pack.toml:2:6: ");
    }
}
