package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedPropertiesTest {

    @TempDir
    private Path folder;

    private static PluginDescriptor plugin() throws Exception {
        try (Reader descriptor = Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
            return new PluginDescriptorBuilder().build(descriptor);
        }
    }

    @Test
    void the_properties_of_all_goals_are_known() throws Exception {
        assertThat(TypedProperties.known(plugin()))
                .contains(
                        "packs.dryRun",
                        "packs.home",
                        "packs.saveAs",
                        "packs.minScore",
                        "packs.outputFile",
                        "packs.limits.querySeconds")
                .doesNotContain("pack", "session")
                .allMatch(name -> name.startsWith("packs."));
    }

    @Test
    void a_property_that_no_goal_has_is_told_with_the_nearest() throws Exception {
        assertThat(TypedProperties.unknown(
                        List.of("packs.fore", "packs.home", "packs.dryrun", "packs.something.else"),
                        TypedProperties.known(plugin())))
                .extracting(Problem::toString)
                .containsExactly(
                        "PACKS-117 -Dpacks.dryrun: no goal has the property `packs.dryrun`, so that it changes nothing\n"
                                + "  help: did you mean `-Dpacks.dryRun`?",
                        "PACKS-117 -Dpacks.fore: no goal has the property `packs.fore`, so that it changes nothing\n"
                                + "  help: did you mean `-Dpacks.force`?",
                        "PACKS-117 -Dpacks.something.else: no goal has the property `packs.something.else`, so that it"
                                + " changes nothing\n  help: the properties of each goal: mvn packs:help -Ddetail");
    }

    @Test
    void it_is_told_once_in_a_run_and_never_of_a_property_that_a_pom_has() throws Exception {
        Model model = new Model();
        model.addProperty("packs.mine", "1");
        MavenCall call = TestCalls.of(folder, MojoExecution.Source.LIFECYCLE, new MavenProject(model), Map.of());
        call.execution().getMojoDescriptor().setPluginDescriptor(plugin());

        assertThat(TypedProperties.warnings(call, Set.of("packs.mine", "packs.home")))
                .isEmpty();
        assertThat(TypedProperties.warnings(call, Set.of("packs.mine", "packs.fore")))
                .hasSize(1);
        assertThat(TypedProperties.warnings(call, Set.of("packs.fore"))).isEmpty();
    }
}
