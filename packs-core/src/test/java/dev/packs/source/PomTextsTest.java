package dev.packs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomTextsTest {

    @TempDir
    private Path folder;

    private Path pom(String text) throws IOException {
        return Files.writeString(folder.resolve("pom.xml"), text);
    }

    @Test
    void texts_are_found_by_the_path_of_their_elements() throws IOException {
        PomTexts texts = PomTexts.read(pom("""
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <artifactId> one<!-- of two --><![CDATA[-two]]> </artifactId>
                  <licenses>
                    <license><name>MIT</name></license>
                    <license><name>EPL-2.0</name></license>
                  </licenses>
                  <build><plugins><plugin><configuration><name>no</name></configuration></plugin></plugins></build>
                </project>
                """)).orElseThrow();

        assertThat(texts.first("project/artifactId")).isEqualTo("one-two");
        assertThat(texts.all("project/licenses/license/name")).containsExactly("MIT", "EPL-2.0");
        assertThat(texts.all("project/name")).isEmpty();
        assertThat(texts.first("project/version")).isEmpty();
    }

    @Test
    void what_belongs_to_one_element_is_kept_together() throws IOException {
        PomTexts texts = PomTexts.read(pom("""
                <project>
                  <licenses>
                    <license><name>MIT</name><url> https://example.org/mit </url></license>
                    <license><url>https://example.org/other</url></license>
                    <license/>
                  </licenses>
                </project>
                """)).orElseThrow();

        assertThat(texts.each("project/licenses/license"))
                .containsExactly(
                        Map.of("name", "MIT", "url", "https://example.org/mit"),
                        Map.of("url", "https://example.org/other"),
                        Map.of());
        assertThat(texts.each("project/developers/developer")).isEmpty();
    }

    @Test
    void what_a_project_does_not_say_of_itself_it_has_from_its_parent() throws IOException {
        pom("<project><parent><groupId>com.acme</groupId><version>2.0</version></parent>"
                + "<artifactId>a</artifactId><version>3.0</version></project>");

        assertThat(PomCoordinates.read(folder.resolve("pom.xml"))).contains(new PomCoordinates("com.acme", "a", "3.0"));
    }

    @Test
    void what_is_no_xml_or_asks_for_other_files_is_no_pom() throws IOException {
        assertThat(PomTexts.read(folder.resolve("none.xml"))).isEmpty();
        assertThat(PomTexts.read(pom("<project>"))).isEmpty();
        Path secret = Files.writeString(folder.resolve("secret.txt"), "hidden");
        assertThat(PomTexts.read(pom("<!DOCTYPE p [<!ENTITY e SYSTEM \"" + secret.toUri()
                                + "\">]><project><artifactId>&e;</artifactId></project>"))
                        .map(texts -> texts.first("project/artifactId"))
                        .orElse(""))
                .doesNotContain("hidden");
    }

    @Test
    void nesting_without_end_takes_no_longer_than_reading() throws IOException {
        String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);

        assertThat(PomTexts.read(pom("<project><artifactId>a</artifactId>" + deep + "</project>"))
                        .map(texts -> texts.first("project/artifactId")))
                .contains("a");
    }
}
