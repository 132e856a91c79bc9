package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchetypeCatalogTest {

    private static final ExportArchetype.Coordinates DEMO =
            new ExportArchetype.Coordinates("com.acme", "demo-archetype", "1.0.0");

    @TempDir
    private Path folder;

    @Test
    void a_new_list_has_the_archetype_and_a_second_time_changes_nothing() throws IOException {
        Path file = ArchetypeCatalog.enter(DEMO, "A <demo> & more", folder);
        String written = Files.readString(file);

        assertThat(written).contains("""
                          <archetypes>
                            <archetype>
                              <groupId>com.acme</groupId>
                              <artifactId>demo-archetype</artifactId>
                              <version>1.0.0</version>
                              <description>A &lt;demo&gt; &amp; more</description>
                            </archetype>
                          </archetypes>
                        """.indent(0));
        ArchetypeCatalog.enter(DEMO, "A <demo> & more", folder);
        assertThat(file).hasContent(written);
    }

    @Test
    void what_others_wrote_stays_and_another_version_is_another_entry() throws IOException {
        Path file = folder.resolve("archetype-catalog.xml");
        String theirs = "<archetype-catalog><!-- ours -->\n<archetypes><archetype><groupId>x</groupId>"
                + "<artifactId>y</artifactId><version>1</version><goals><goal>clean</goal></goals></archetype></archetypes>"
                + "</archetype-catalog>";
        Files.writeString(file, theirs);

        ArchetypeCatalog.enter(DEMO, "old", folder);
        ArchetypeCatalog.enter(new ExportArchetype.Coordinates("com.acme", "demo-archetype", "2.0.0"), "two", folder);
        ArchetypeCatalog.enter(DEMO, "new", folder);

        assertThat(Files.readString(file))
                .startsWith(theirs.substring(0, theirs.indexOf("</archetypes>")))
                .endsWith("</archetypes></archetype-catalog>")
                .contains("<description>new</description>", "<version>2.0.0</version>")
                .doesNotContain("old");
    }

    @Test
    void a_file_that_is_no_such_list_is_left_alone() throws IOException {
        Path file = folder.resolve("archetype-catalog.xml");
        for (String text : new String[] {
            "<project/>",
            "<archetype-catalog/>",
            "no xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><archetype-catalog><archetypes>&e;</archetypes></archetype-catalog>"
        }) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> ArchetypeCatalog.enter(DEMO, "x", folder)).hasMessageContaining("PACKS-126");
            assertThat(file).hasContent(text);
        }
    }
}
