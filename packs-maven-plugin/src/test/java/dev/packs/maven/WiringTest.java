package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.operation.Interaction;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

    @TempDir
    private Path folder;

    @Test
    void the_command_without_questions_is_of_the_goal_that_asks() {
        MavenCall call = TestCalls.of(folder, MojoExecution.Source.CLI, new MavenProject(), Map.of());

        Interaction interaction = new Wiring(call, new GoalRun(call, new SystemStreamLog()))
                .interaction(true, new Interaction.Hooks.Off());

        assertThat(interaction.command()).isEqualTo("mvn dev.packs:packs-maven-plugin:0.1.0:list");
    }
}
