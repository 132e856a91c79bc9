package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundModuleTest {

    @TempDir
    private Path folder;

    private static PlexusConfiguration packs(String xml) throws Exception {
        return new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader("<packs>" + xml + "</packs>")));
    }

    private BoundModule module(String xml, Map<String, String> properties) throws Exception {
        MavenProject project = new MavenProject();
        project.setArtifactId("app");
        project.setPackaging("jar");
        project.setFile(folder.resolve("pom.xml").toFile());
        return new BoundModule(
                TestCalls.of(folder, MojoExecution.Source.LIFECYCLE, project, properties),
                packs(xml),
                new File("a.toml"));
    }

    private String settings(String xml, Map<String, String> properties) throws Exception {
        return module(xml, properties).settings();
    }

    @Test
    void ids_are_those_that_were_written_or_the_artifact_ids() throws Exception {
        assertThat(module(
                                "<pack><id> one </id><artifactId>model</artifactId></pack>"
                                        + "<pack><artifactId>model</artifactId></pack><pack/>",
                                Map.of())
                        .ids())
                .containsExactly("one", "model", "");
    }

    @Test
    void the_settings_change_with_every_declaration_and_every_given_value() throws Exception {
        String pack = "<pack><artifactId>model</artifactId><variables><word>one</word></variables></pack>";
        String before = settings(pack, Map.of("var.x", "1", "other", "1"));

        assertThat(settings(pack, Map.of("var.x", "1", "other", "2"))).isEqualTo(before);
        assertThat(settings(pack, Map.of("var.x", "2"))).isNotEqualTo(before);
        assertThat(settings(pack.replace("one", "two"), Map.of("var.x", "1"))).isNotEqualTo(before);
        assertThat(settings(pack + "<pack/>", Map.of("var.x", "1"))).isNotEqualTo(before);
    }

    @Test
    void a_value_from_the_command_line_may_be_a_secret_and_is_not_written_down() throws Exception {
        assertThat(settings("<pack/>", Map.of("var.token", "s3cret")))
                .contains("var.token")
                .doesNotContain("s3cret");
    }

    @Test
    void what_is_left_of_the_last_declaration_is_no_output_that_is_up_to_date() throws Exception {
        MavenProject project = new MavenProject();
        project.setFile(folder.resolve("pom.xml").toFile());
        project.setPackaging("jar");
        project.getBuild().setDirectory(folder.resolve("target").toString());
        BoundModule module = new BoundModule(
                TestCalls.of(folder, MojoExecution.Source.LIFECYCLE, project, Map.of()), null, new File("a.toml"));
        assertThat(module.isUpToDate(true)).isTrue();

        Files.createDirectories(folder.resolve("target/generated-sources/packs"));
        Files.writeString(folder.resolve("target/generated-sources/packs/model.ledger"), "");
        assertThat(module.isUpToDate(true)).isFalse();

        project.setPackaging("pom");
        assertThat(module.isUpToDate(true)).isTrue();
    }

    @Test
    void an_execution_that_declares_nothing_is_empty() throws Exception {
        MavenProject project = new MavenProject();
        MavenCall call = TestCalls.of(folder, MojoExecution.Source.LIFECYCLE, project, Map.of());
        project.setPackaging("pom");

        assertThat(new BoundModule(call, packs("<pack/>"), new File("a.toml")).isUpToDate(true))
                .isTrue();
    }
}
