package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.packs.source.EmbeddedSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Holds what is published, and not what was meant to be. */
class PublishedArtifactIT {

    private static final Path POM = Path.of(System.getProperty("packs.published.pom"));
    private static final Path JAR = Path.of(System.getProperty("packs.published.jar"));

    @Test
    void the_pom_names_nothing_that_a_build_would_have_to_resolve() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(POM.toFile());

        assertThat(pom.getDocumentElement().getTagName()).isEqualTo("project");
        for (String element :
                List.of("parent", "dependency", "dependencyManagement", "repository", "pluginRepository", "profile")) {
            assertThat(pom.getElementsByTagName(element).getLength())
                    .as(element)
                    .isZero();
        }
    }

    @Test
    void the_descriptor_asks_for_the_oldest_maven_and_java_that_are_promised() throws IOException {
        assertThat(text("META-INF/maven/plugin.xml"))
                .contains("<requiredMavenVersion>3.8.1</requiredMavenVersion>")
                .contains("<requiredJavaVersion>17</requiredJavaVersion>")
                .contains("<goalPrefix>packs</goalPrefix>");
    }

    @Test
    void the_bill_of_materials_lists_every_library_inside() throws IOException {
        // The plugin that writes it asks for a network, although everything is there; a release is never built offline.
        assumeFalse(Boolean.getBoolean("packs.it.offline"), "an offline build makes no bill of materials");
        String bill = text("META-INF/sbom/packs-maven-plugin.cdx.json");

        assertThat(bill).contains("\"bomFormat\" : \"CycloneDX\"");
        for (String library : List.of(
                "packs-core", "jackson-dataformat-toml", "jackson-databind", "thymeleaf", "attoparser", "unbescape")) {
            assertThat(bill).contains("/" + library + "@");
        }
        assertThat(bill).doesNotContain("/ognl@").doesNotContain("slf4j").doesNotContain("/maven-core@");
    }

    @Test
    void the_jar_holds_our_libraries_and_none_of_mavens() throws IOException {
        List<String> names = names();

        assertThat(names)
                .contains(
                        "dev/packs/PacksException.class",
                        "com/fasterxml/jackson/dataformat/toml/TomlMapper.class",
                        "org/thymeleaf/TemplateEngine.class",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/MANIFEST.MF")
                .doesNotContain("dev/packs/maven/EmbeddedIndexWriter.class")
                .doesNotHaveDuplicates();
        assertThat(names)
                .noneMatch(name -> name.startsWith("org/apache/maven/")
                        || name.startsWith("org/eclipse/aether/")
                        || name.startsWith("org/slf4j/")
                        || name.startsWith("ognl/")
                        || name.startsWith("org/bouncycastle/")
                        || name.startsWith("META-INF/versions/")
                        || name.endsWith("module-info.class")
                        || name.toLowerCase(Locale.ROOT).endsWith(".sf"));
    }

    @Test
    void the_index_lists_exactly_the_embedded_files() throws IOException {
        String folder = "dev/packs/embedded/";
        EmbeddedSource source = EmbeddedSource.of(getClass().getClassLoader(), folder);
        List<String> listed = source.packs().stream()
                .flatMap(id -> source.content(id).orElseThrow().files().paths().stream()
                        .map(path -> folder + id.name().id() + "/" + path))
                .sorted()
                .toList();

        assertThat(names())
                .filteredOn(name -> name.startsWith(folder) && !name.endsWith("/") && !name.equals(folder + "index"))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    private static List<String> names() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }

    private static String text(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream content = jar.getInputStream(jar.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
